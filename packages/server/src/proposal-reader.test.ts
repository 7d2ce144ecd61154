import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import {
  parseCommentPage,
  parseCounts,
  parseProposal,
  parseSupportCounts,
  type ProposalPage,
} from '@cnr-widgets/contract';
import { testApp, type TestApp } from './app.fixture.js';
import { contribution, definition, DURING, HOST } from './definition.fixture.js';
import { comment, proposal, support } from './proposal.fixture.js';
import { importConsultation } from './publishing.js';
import { foldSupports } from './support-folding.js';
import { openForum } from './forum.fixture.js';
import { decide, type Decision } from './moderation/decide.js';

let t: TestApp;
before(async () => {
  t = await testApp(undefined, { supportsPerMinute: 100_000 });
  await importConsultation(t.db, definition(), DURING);
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

const titles = ({ proposals }: ProposalPage) => proposals.map(({ title }) => title);

test('a consultation that asks for no proposals offers none', async () => {
  const { status, problem } = await t.call('GET', '/v1/consultations/soins/proposals');
  assert.deepEqual([status, problem().code], [403, 'not-offered']);
  const unknown = await t.call('GET', '/v1/consultations/nulle-part/proposals');
  assert.equal(unknown.problem().code, 'unknown-consultation');
  for (const sent of [
    support(randomUUID(), {}, { consultation: 'soins' }),
    proposal({}, { consultation: 'soins' }),
  ]) {
    assert.equal((await t.put(sent)).problem().code, 'not-offered');
  }
  const { id } = await openForum(t);
  const answered = await t.put({ ...contribution(), consultation: id });
  assert.deepEqual([answered.status, answered.problem().code], [403, 'not-offered']);
  const results = await t.call('GET', `/v1/consultations/${id}/results`);
  assert.equal(results.problem().code, 'not-offered');
});

test('what is similar comes whatever the accents and some other words, the most alike first, five at most', async () => {
  const { deposit, ask } = await openForum(t);
  await deposit({ title: 'Plus de médecins à la campagne', text: 'Il en manque partout.' });
  await deposit({ title: 'Des pistes cyclables', text: 'Pour aller au lycée à vélo.' });
  const similar = (text: string) => ask('similar', { text });
  assert.deepEqual(titles(await similar('medecins a la campagne')), ['Plus de médecins à la campagne']);
  assert.deepEqual(titles(await similar('Aller au lycée en vélo')), ['Des pistes cyclables']);
  assert.deepEqual(titles(await similar('Baisser le prix du pain')), []);
  for (let place = 0; place < 6; place += 1) await deposit({ title: `Des pistes cyclables ${place}` });
  const many = await similar('des pistes cyclables');
  assert.equal(many.proposals.length, 5);
  assert.equal(many.next, undefined);
});

test('a proposal opened tells all of it, and comments come oldest first, by pages', async () => {
  const { id, deposit } = await openForum(t);
  const text = `${'mot '.repeat(100)}fin`;
  const one = await deposit({ title: 'Un', text, theme: 'sante', territory: '2A', name: 'Ana' });
  const said: string[] = [];
  for (let place = 0; place < 23; place += 1) {
    const sent = comment(
      one,
      { text: `Commentaire ${place}`, ...(place === 0 && { name: 'Léo' }) },
      { consultation: id },
    );
    assert.equal((await t.put(sent)).status, 201);
    said.push(sent.id);
  }
  const found = await t.call('GET', `/v1/consultations/${id}/proposals/${one.toUpperCase()}`);
  const opened = parseProposal(JSON.parse(found.text));
  assert.deepEqual(opened, {
    id: one,
    title: 'Un',
    excerpt: `${'mot '.repeat(70).trim()}…`,
    text,
    theme: 'sante',
    territory: '2A',
    name: 'Ana',
    status: 'published',
    publishedOn: '2026-11-22',
    supports: 0,
    comments: 23,
    history: [{ status: 'published', date: '2026-11-22' }],
  });
  const path = `/v1/consultations/${id}/proposals/${one}/comments`;
  const first = parseCommentPage(JSON.parse((await t.call('GET', path)).text));
  const second = parseCommentPage(JSON.parse((await t.call('GET', `${path}?cursor=${first.next}`)).text));
  assert.equal(second.next, undefined);
  const read = [...first.comments, ...second.comments];
  assert.deepEqual(
    read.map((one) => one.id),
    [...said].sort(),
    'at the same instant, by their ids',
  );
  assert.equal(read.find((one) => one.id === said[0])?.name, 'Léo');
  const elsewhere = await openForum(t);
  const other = await t.call('GET', `/v1/consultations/${elsewhere.id}/proposals/${one}`);
  assert.deepEqual([other.status, other.problem().code], [404, 'unknown-subject']);
});

test('supports are counted exactly, folded or not', async () => {
  const { id, deposit, read, supported } = await openForum(t, { supportsPerPerson: 3 });
  const one = await deposit({ title: 'Un' });
  const two = await deposit({ title: 'Deux' });
  await supported(one, 3);
  const counts = async (...subjects: string[]) => {
    const query = subjects.map((each) => `subject=${each}`).join('&');
    return parseSupportCounts(
      JSON.parse((await t.call('GET', `/v1/consultations/${id}/supports?${query}`)).text),
    );
  };
  const expected = {
    version: 1,
    phase: 'open',
    supportsPerPerson: 3,
    supports: [
      { subject: `proposal:${two}`, title: 'Deux', count: 0, open: true },
      { subject: `proposal:${one}`, title: 'Un', count: 3, open: true },
    ],
    countedAt: DURING.toISOString(),
    takenUntil: '2026-12-07T23:00:00.000Z',
  };
  const asked = [`proposal:${two}`, `proposal:${one}`, `proposal:${randomUUID()}`, `comment:${two}`];
  assert.deepEqual(await counts(...asked), expected);
  await foldSupports(t.db, DURING);
  assert.deepEqual(await counts(...asked), expected);
  await supported(one, 1);
  assert.equal((await read('?sort=supported')).proposals[0]?.supports, 4);
  await t.query(`update proposals set status = 'answered' where id = $1`, [one]);
  assert.equal((await counts(`proposal:${one}`)).supports[0]?.open, false);
  t.clock.now = new Date('2026-12-02T00:00:00Z');
  assert.deepEqual((await counts(`proposal:${two}`)).supports[0]?.open, false, 'closed');
});

test('what waits, was refused or withdrawn is in no reading call', async () => {
  const { id, deposit, read, ask } = await openForum(t);
  const one = await deposit({ title: 'Des arbres', text: 'Devant la gare.' });
  const remark = comment(one, {}, { consultation: id });
  const said = (await t.put(remark)).receipt();
  const path = `/v1/consultations/${id}`;
  const gone = async () => {
    assert.deepEqual(await read(), { proposals: [], total: 0 });
    assert.deepEqual(await read('?search=arbres'), { proposals: [], total: 0 });
    assert.deepEqual(await ask('by-id', { ids: [one] }), { proposals: [], total: 0 });
    assert.deepEqual(await ask('similar', { text: 'des arbres' }), { proposals: [], total: 0 });
    for (const rest of ['', '/comments']) {
      assert.equal(
        (await t.call('GET', `${path}/proposals/${one}${rest}`)).problem().code,
        'unknown-subject',
      );
    }
    const counts = await t.call('GET', `${path}/supports?subject=proposal:${one}`);
    assert.deepEqual(parseSupportCounts(JSON.parse(counts.text)).supports, []);
  };
  for (const status of ['submitted', 'refused']) {
    await t.query('update proposals set status = $2 where id = $1', [one, status]);
    await gone();
  }
  await t.query(
    `update proposals set status = 'published', withdrawn = true, title = '', body = '' where id = $1`,
    [one],
  );
  await gone();

  const two = await deposit();
  const seen = async () =>
    parseCommentPage(JSON.parse((await t.call('GET', `${path}/proposals/${two}/comments`)).text));
  const other = comment(two, {}, { consultation: id });
  await t.put(other);
  assert.equal((await seen()).comments.length, 1);
  for (const status of ['submitted', 'refused']) {
    await t.query('update comments set status = $2 where id = $1', [other.id, status]);
    assert.deepEqual((await seen()).comments, []);
    assert.equal((await read()).proposals[0]?.comments, 0);
  }
  assert.ok(said.code);
});

test('the sites of the consultation may read, and no other', async () => {
  const { id } = await openForum(t);
  for (const [origin, allowed] of [
    [HOST, HOST],
    ['https://ailleurs.example', null],
  ] as const) {
    const { headers } = await t.call('GET', `/v1/consultations/${id}/proposals`, { Origin: origin });
    assert.equal(headers.get('access-control-allow-origin'), allowed);
  }
});

test('the history tells the days on which everybody could see a change, and the answer comes with it', async () => {
  const { id, deposit } = await openForum(t);
  const one = await deposit();
  const day = (count: number) => new Date(DURING.getTime() + count * 86_400_000);
  const act = (count: number, decision: Pick<Decision, 'act' | 'reason' | 'answer'>) =>
    decide(t.db, {
      actor: 'Agathe',
      consultation: id,
      subject: `proposal:${one}`,
      now: day(count),
      ...decision,
    });
  await act(1, { act: 'select' });
  await act(2, { act: 'refuse', reason: 'À revoir.' });
  await act(3, { act: 'restore' });
  const answer = { author: 'La préfète', date: '2026-11-26', text: 'C’est fait.' };
  await act(4, { act: 'answer', answer });
  await act(5, { act: 'answer', answer: { ...answer, text: 'C’est fait, et bien.' } });
  await act(6, { act: 'archive' });
  const { text } = await t.call('GET', `/v1/consultations/${id}/proposals/${one}`);
  const opened = parseProposal(JSON.parse(text));
  assert.deepEqual(opened.history, [
    { status: 'published', date: '2026-11-22' },
    { status: 'selected', date: '2026-11-23' },
    { status: 'published', date: '2026-11-25' },
    { status: 'answered', date: '2026-11-26' },
    { status: 'archived', date: '2026-11-28' },
  ]);
  assert.equal(opened.answer?.text, 'C’est fait, et bien.');
});

test('participants are answers where questions are asked, else people who proposed', async () => {
  const counts = async (id: string) =>
    parseCounts(JSON.parse((await t.call('GET', `/v1/consultations/${id}/counts`)).text)).participants;
  const alone = await openForum(t);
  const pseudonym = randomUUID();
  const one = await alone.deposit({ pseudonym });
  await alone.deposit({ pseudonym });
  await alone.deposit();
  await alone.supported(one, 4);
  assert.equal(await counts(alone.id), 2);
  const both = definition({ id: 'les-deux', proposals: { moderation: 'after' } });
  await importConsultation(t.db, both, DURING);
  await t.put(proposal({}, { consultation: 'les-deux' }));
  await t.put(contribution(undefined, { consultation: both }));
  assert.equal(await counts('les-deux'), 1);
});
