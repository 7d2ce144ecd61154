// npm run replay:supports: a made stream through the real client and the real server comes to its recount, in order
// and shuffled; and a count that is wrong, by whomever, is told.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { runTool } from '../scripts/run.mjs';
import { madeVotes } from './replay/made-votes.mjs';
import { replaySupports } from './replay/supports.mjs';
import { readVotes, recount } from './replay/votes.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'cnr-votes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name, text) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('the recount', () => {
  test('a voter’s last vote on a subject counts, by the time and not by the line', () => {
    const votes = readVotes(
      [
        'voter,subject,note,vote,timestamp',
        'ana,"parc, nord",x,1,2026-10-01T12:00:00+02:00',
        'ana,"parc, nord",x,0,2026-10-01T09:00:00Z',
        'bob,"parc, nord","il a dit ""oui""",1,1790852400',
        'bob,gare,x,1,1790852400000',
        'eve,gare,x,1,1790852401000',
        'eve,gare,x,-1,1790852401000',
        '',
      ].join('\r\n'),
    );
    assert.deepEqual(
      votes.map(({ voter }) => voter),
      ['ana', 'ana', 'bob', 'bob', 'eve', 'eve'],
    );
    // Ana’s last word is the first line: ten o’clock by Greenwich. At one and the same time the file’s order decides.
    assert.deepEqual(Object.fromEntries(recount(votes)), { 'parc, nord': 2, gare: 1 });
  });

  for (const [text, message] of [
    ['timestamp,subject,voter\n', /line 1: there is no column vote/],
    ['timestamp,subject,voter,vote\n2026-10-01,a,b,2\n', /line 2: "2" is no vote/],
    ['timestamp,subject,voter,vote\n\nhier,a,b,1\n', /line 3: "hier" is no time/],
    ['timestamp,subject,voter,vote\n1,,b,1\n', /line 2: subject or voter is empty/],
    ['timestamp,subject,voter,vote\n1,"a,b,1\n', /line 2: a quote is not closed/],
  ]) {
    test(`says where a file is wrong: ${message.source}`, () =>
      assert.throws(() => readVotes(text), message));
  }
});

test('5,000 votes by 204 voters, with repeats and reversals, come to their recount in both orders', async () => {
  const text = madeVotes({ seed: 204, votes: 5000, voters: 204, subjects: 60 });
  assert.equal(
    text,
    madeVotes({ seed: 204, votes: 5000, voters: 204, subjects: 60 }),
    'made again, the same',
  );
  const votes = readVotes(text);
  assert.equal(votes.length, 5000);
  assert.equal(new Set(votes.map(({ voter }) => voter)).size, 204);
  const before = new Map();
  let [repeats, reversals] = [0, 0];
  for (const { subject, voter, vote } of votes) {
    const key = `${subject} ${voter}`;
    if (before.has(key)) before.get(key) === vote ? (repeats += 1) : (reversals += 1);
    before.set(key, vote);
  }
  assert.ok(repeats > 500 && reversals > 500, `${repeats} repeats, ${reversals} reversals`);

  const { code, output } = await runTool('node', ['test/replay/supports.mjs', fileOf('made.csv', text)]);
  assert.equal(code, 0, output);
  assert.match(output, /5000 votes, 204 voters, 60 subjects/);
  for (const order of ['in order', 'shuffled']) {
    const [, pressed, again] = new RegExp(`^${order} +(\\d+) presses, (\\d+) delivered again`, 'm').exec(
      output,
    );
    assert.ok(Number(pressed) > 2000 && Number(again) > 500, output);
  }
  assert.equal(output.match(/as told +equal/g).length, 2, output);
});

describe('it ends with 1 and names the subject', () => {
  const small = () => fileOf('small.csv', madeVotes({ seed: 7, votes: 120, voters: 12, subjects: 5 }));

  async function replayOver(fetch) {
    const lines = [];
    const code = await replaySupports([small()], { fetch, print: (line) => lines.push(line) });
    return { code, output: lines.join('\n') };
  }

  test('when one count that is told is one too high', async () => {
    const { code, output } = await replayOver(async (address, init) => {
      const response = await fetch(address, init);
      if (!String(address).includes('/supports?')) return response;
      const told = await response.json();
      told.supports[0].count += 1;
      return globalThis.Response.json(told);
    });
    assert.equal(code, 1, output);
    assert.match(output, /sujet-1: recount (\d+), told (?!\1)\d+, in the database \1$/m);
    assert.match(output, /The counts differ 2 times/);
  });

  test('when what was acknowledged is not there', async () => {
    // All that is pressed on one subject: a single press may be undone later, and would not be missed.
    let subject;
    const { code, output } = await replayOver(async (address, init) => {
      const sent = init.method === 'PUT' ? JSON.parse(init.body) : undefined;
      if (sent?.kind !== 'support') return fetch(address, init);
      subject ??= sent.payload.subject;
      if (sent.payload.subject !== subject) return fetch(address, init);
      return globalThis.Response.json(await receiptFor(sent), { status: 201 });
    });
    assert.equal(code, 1, output);
    assert.match(output, /recount [1-9]\d*, told 0, in the database 0$/m);
  });
});

/** A receipt as a backend writes it, and no row behind it. */
async function receiptFor(contribution) {
  const { contentHashOf } = await import('@cnr-widgets/client');
  return {
    id: contribution.id,
    consultation: contribution.consultation,
    contentHash: await contentHashOf(contribution),
    receivedAt: new Date().toISOString(),
    late: false,
    code: 'ABCD-EFGH-JKMN-2345',
  };
}
