import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { parseResults, type Results } from '@cnr-widgets/contract';
import fc from 'fast-check';
import { createApp } from './app.js';
import { addressOf, testApp, type TestApp } from './app.fixture.js';
import { CLOSES, contribution, definition, DURING, type Asking } from './definition.fixture.js';
import { importConsultation } from './publishing.js';

/** The days of grace of `definition` are over. */
const OVER = new Date(new Date(CLOSES).getTime() + 7 * 86_400_000);

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

async function consultation(id: string, visible: Asking['resultsVisible'] = 'always'): Promise<Asking> {
  const made = definition({ id, resultsVisible: visible });
  await importConsultation(t.db, made, DURING);
  return made;
}

/** Answers, a second apart, with their receipt codes. */
async function answered(to: Asking, people: number, choice: 'oui' | 'non' = 'oui') {
  const sent: { id: string; code: string }[] = [];
  for (let n = 0; n < people; n += 1) {
    t.clock.now = new Date(t.clock.now.getTime() + 1_000);
    const one = contribution(
      { medecin: { kind: 'single', choice } },
      {
        consultation: to,
        profile: { departement: '72' },
      },
    );
    sent.push({ id: one.id, code: (await t.put(one)).receipt().code });
  }
  return sent;
}

const withdraw = ({ id: to }: Asking, { id, code }: { id: string; code: string }) =>
  t.call('DELETE', addressOf({ consultation: to, id }), { 'Cnr-Receipt-Code': code });

/** What a process that has just started says: nothing is kept from the reading before. */
async function read({ id }: Pick<Asking, 'id'>) {
  const { now } = t.clock;
  const app = createApp({
    ...{ db: t.db, origin: 'https://participation.example', embedDir: '/nowhere', log: () => undefined },
    now: () => now,
  });
  const response = await app.request(`/v1/consultations/${id}/results`);
  return { status: response.status, text: await response.text() };
}

async function shown(of: Asking): Promise<Results> {
  const { status, text } = await read(of);
  assert.equal(status, 200, text);
  return parseResults(JSON.parse(text));
}

/** Participants, and who said yes and no. */
async function numbers(of: Asking) {
  const { participants, questions } = await shown(of);
  return [participants, ...(questions[0]?.counts ?? []).map(({ count }) => count)];
}

test('nothing is public of fewer than five answers, even when none can come any more', async () => {
  const small = await consultation('quatre');
  await answered(small, 4);
  for (const now of [t.clock.now, OVER]) {
    t.clock.now = now;
    const { status, text } = await read(small);
    assert.deepEqual([status, (JSON.parse(text) as { code: string }).code], [403, 'results-hidden']);
  }
  const five = await consultation('cinq');
  t.clock.now = DURING;
  await answered(five, 5);
  assert.equal((await read(five)).status, 403, 'all five may still be told apart from the next');
  t.clock.now = OVER;
  assert.deepEqual(await numbers(five), [5, 5, 0]);
  assert.deepEqual((await shown(five)).territories, [{ departement: '72', participants: 5 }]);
});

test('results stay hidden as long as the operator wants', async () => {
  const never = await consultation('jamais', 'never');
  const later = await consultation('apres', 'after-closing');
  await answered(never, 10);
  await answered(later, 10);
  assert.deepEqual([(await read(never)).status, (await read(later)).status], [403, 403]);
  t.clock.now = new Date(CLOSES);
  assert.deepEqual([(await read(never)).status, (await read(later)).status], [403, 200]);
  t.clock.now = OVER;
  assert.equal((await read(never)).status, 403);
});

test('one answer more changes nothing in what is public: before and after, it is the same', async () => {
  const open = await consultation('au-fil');
  await answered(open, 20);
  const before = await read(open);
  const seen = new Map([[before.text, 20]]);
  for (let people = 21; people <= 40; people += 1) {
    await answered(open, 1, 'non');
    const { text } = await read(open);
    if (!seen.has(text)) seen.set(text, people);
  }
  const participants = [...seen.keys()].map((text) => parseResults(JSON.parse(text)).participants);
  assert.deepEqual(participants, [15, 20, 25, 30, 35]);
});

test('readings before and after differ by five people at least, however it ends', async () => {
  const open = await consultation('fin');
  await answered(open, 12);
  assert.deepEqual(await numbers(open), [7, 7, 0]);
  await answered(open, 1, 'non');
  assert.deepEqual(await numbers(open), [7, 7, 0]);
  t.clock.now = new Date(CLOSES);
  assert.deepEqual(await numbers(open), [7, 7, 0], 'late answers may still come');
  t.clock.now = OVER;
  const end = await shown(open);
  assert.equal(end.participants, 13);
  assert.deepEqual(
    end.questions[0]?.counts?.map(({ count }) => count),
    [null, null],
    'a choice of one stays hidden, and with it what would tell it',
  );
});

test('an answer that is withdrawn cannot be read in the difference; five that are gone are gone', async () => {
  const open = await consultation('retraits');
  const sent = await answered(open, 15);
  await answered(open, 10, 'non');
  t.clock.now = OVER;
  assert.deepEqual(await numbers(open), [25, 15, 10]);
  for (const one of sent.slice(0, 4)) {
    assert.equal((await withdraw(open, one)).status, 204);
    assert.deepEqual(await numbers(open), [25, 15, 10]);
  }
  for (const one of sent.slice(4, 5)) await withdraw(open, one);
  assert.deepEqual(await numbers(open), [20, 10, 10]);
});

test('what a few changed after the last reading stays out, rather than tell it', async () => {
  const open = await consultation('reste');
  await answered(open, 10);
  const last = await answered(open, 5, 'non');
  assert.deepEqual(await numbers(open), [10, 10, 0]);
  const [one] = last;
  assert.ok(one);
  await withdraw(open, one);
  t.clock.now = OVER;
  assert.deepEqual(await numbers(open), [10, 10, 0]);
});

test('whatever is answered, corrected and withdrawn, two readings are the same or five people apart', async () => {
  let run = 0;
  const acts = fc.array(fc.constantFrom('answer', 'answer', 'answer', 'correct', 'withdraw'), {
    minLength: 20,
    maxLength: 45,
  });
  await fc.assert(
    fc.asyncProperty(acts, fc.nat(), async (events, pick) => {
      run += 1;
      t.clock.now = DURING;
      const open = await consultation(`suite-${run}`);
      const live: { id: string; code: string; person: number }[] = [];
      const personOf = new Map<string, number>();
      let before: { text: string; people: Set<number> } | undefined;

      const look = async () => {
        const { status, text } = await read(open);
        if (status === 403) return assert.equal(before, undefined);
        if (text === before?.text) return;
        const rows = await t.query<{ id: string }>(
          `select answers.id from answers join published_results using (consultation)
           where consultation = $1 and state = 'live' and received_at < before`,
          [open.id],
        );
        const people = new Set(rows.map(({ id }) => personOf.get(id) ?? -1));
        assert.equal(parseResults(JSON.parse(text)).participants, people.size);
        const came = [...people].filter((one) => !before?.people.has(one)).length;
        const gone = [...(before?.people ?? [])].filter((one) => !people.has(one)).length;
        const other = [...corrected].filter((one) => people.has(one) && before?.people.has(one)).length;
        assert.ok(came + gone + other >= 5, `${came} came, ${gone} are gone, ${other} changed`);
        corrected.clear();
        before = { text, people };
      };

      const corrected = new Set<number>();
      for (const [turn, event] of events.entries()) {
        const place = (pick + turn * 7) % Math.max(1, live.length);
        const one = live[place];
        if (event === 'answer' || !one) {
          const [sent] = await answered(open, 1, turn % 3 === 0 ? 'non' : 'oui');
          assert.ok(sent);
          live.push({ ...sent, person: turn });
          personOf.set(sent.id, turn);
        } else if (event === 'withdraw') {
          await withdraw(open, one);
          live.splice(place, 1);
        } else {
          t.clock.now = new Date(t.clock.now.getTime() + 1_000);
          const anew = contribution({ medecin: null }, { consultation: open, replaces: one.code });
          const { code } = (await t.put(anew)).receipt();
          live[place] = { id: anew.id, code, person: one.person };
          personOf.set(anew.id, one.person);
          if (before?.people.has(one.person)) corrected.add(one.person);
        }
        await look();
      }
      t.clock.now = OVER;
      await look();
    }),
    { numRuns: 4 },
  );
});

test('processes that read at once tell the same', async () => {
  const open = await consultation('ensemble');
  await answered(open, 14);
  const texts = await Promise.all(Array.from({ length: 6 }, () => read(open)));
  assert.equal(new Set(texts.map(({ text }) => text)).size, 1);
  assert.deepEqual(await t.query("select answers from published_results where consultation = 'ensemble'"), [
    { answers: 9 },
  ]);
});
