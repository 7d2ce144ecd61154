import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import type { ProposalPage } from '@cnr-widgets/contract';
import { testApp, type TestApp } from './app.fixture.js';
import { DURING } from './definition.fixture.js';
import { openForum } from './forum.fixture.js';
import { foldSupports } from './support-folding.js';

let t: TestApp;
before(async () => {
  t = await testApp(undefined, { supportsPerMinute: 100_000 });
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

const titles = ({ proposals }: ProposalPage) => proposals.map(({ title }) => title);

async function everyPage(read: (query: string) => Promise<ProposalPage>, query: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  for (;;) {
    const page = await read(`?${query}${cursor}`);
    ids.push(...page.proposals.map(({ id }) => id));
    if (page.next === undefined) return ids;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

test('words are found whatever their accents and endings, in the title and in the text', async () => {
  const { deposit, read } = await openForum(t);
  await deposit({ title: 'L’École des élèves', text: 'Réparer l’œuvre des habités.' });
  await deposit({ title: 'Une fontaine', text: 'Pour les chevaux, près du marché couvert.' });
  for (const [search, expected] of [
    ['ecole', ['L’École des élèves']],
    ['ELEVE', ['L’École des élèves']],
    ["l'élève", ['L’École des élèves']],
    ['l’élève', ['L’École des élèves']],
    ['oeuvres', ['L’École des élèves']],
    ['réparation ecole', ['L’École des élèves']],
    ['fontaine ecole', []],
    ['marche', ['Une fontaine']],
    ['marchés couverts', ['Une fontaine']],
    ['fontaine -marché', []],
    ['"marché couvert"', ['Une fontaine']],
    ['fontaine or école', ['L’École des élèves', 'Une fontaine']],
    ["'); drop table proposals; --", []],
    ['%', []],
    [')(&|!', []],
  ] as const) {
    const page = await read(`?search=${encodeURIComponent(search)}`);
    assert.deepEqual(titles(page).sort(), expected, search);
    assert.equal(page.total, expected.length);
  }
});

test('theme, territory, answered and a list of ids narrow, together as well', async () => {
  const { deposit, read, ask } = await openForum(t);
  const a = await deposit({ title: 'A', theme: 'sante', territory: '72' });
  const b = await deposit({ title: 'B', theme: 'ecole', territory: '72' });
  await deposit({ title: 'C', theme: 'ecole' });
  await t.query(`update proposals set status = 'answered' where id = $1`, [b]);
  assert.deepEqual(titles(await read('?theme=ecole&sort=latest')).sort(), ['B', 'C']);
  assert.deepEqual(titles(await read('?territory=72')).sort(), ['A', 'B']);
  assert.deepEqual(titles(await read('?theme=ecole&territory=72')), ['B']);
  assert.deepEqual(titles(await read('?answered=true')), ['B']);
  assert.deepEqual(titles(await ask('by-id', { ids: [a.toUpperCase(), randomUUID()] })), ['A']);
  assert.deepEqual(titles(await ask('by-id?theme=ecole', { ids: [a, b] })), ['B']);
  assert.deepEqual(await ask('by-id', { ids: [] }), { proposals: [], total: 0 });
  assert.deepEqual(await read('?theme=none'), { proposals: [], total: 0 });
});

test('pages go through every proposal once, also where all of them are alike', async () => {
  const { deposit, read, supported } = await openForum(t);
  const all: string[] = [];
  // The same instant, the same count, the same trend: the id alone tells them apart.
  for (let place = 0; place < 7; place += 1) all.push(await deposit({ title: `Pareil ${place}` }));
  for (const id of all) await supported(id, 1);
  await foldSupports(t.db, DURING);
  for (const sort of ['supported', 'latest', 'trending']) {
    const paged = await everyPage(read, `sort=${sort}&limit=2`);
    assert.deepEqual(paged, [...all].sort().reverse(), sort);
  }
  const first = await read('?limit=3&sort=latest');
  assert.equal(first.total, 7);
  // Published between two pages, a newer one does not move what follows.
  await deposit({ title: 'Plus neuf' }, new Date(DURING.getTime() + 1000));
  const second = await read(`?limit=50&sort=latest&cursor=${first.next}`);
  assert.deepEqual(
    second.proposals.map(({ id }) => id),
    [...all].sort().reverse().slice(3),
  );
  assert.equal(second.next, undefined);
});

test('each order is what it says', async () => {
  const { deposit, read, supported } = await openForum(t);
  const days = (count: number) => new Date(DURING.getTime() - count * 86_400_000);
  const old = await deposit({ title: 'ancien' }, days(10));
  const middle = await deposit({ title: 'milieu' }, days(9));
  const fresh = await deposit({ title: 'neuf' }, days(8));
  t.clock.now = days(8);
  await supported(old, 4);
  t.clock.now = days(1);
  await supported(middle, 3);
  t.clock.now = days(0);
  await supported(fresh, 1);
  t.clock.now = new Date(DURING.getTime() + 10_000);
  await foldSupports(t.db, DURING);
  await foldSupports(t.db, t.clock.now);
  assert.deepEqual(titles(await read('?sort=supported')), ['ancien', 'milieu', 'neuf']);
  assert.deepEqual(titles(await read('?sort=latest')), ['neuf', 'milieu', 'ancien']);
  assert.deepEqual(titles(await read()), ['milieu', 'neuf', 'ancien'], 'trending, unless told otherwise');
});

test('a request that cannot be read says so', async () => {
  const { id, deposit, read } = await openForum(t);
  await deposit();
  await deposit();
  const { next = '' } = await read('?limit=1&sort=latest');
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const query of [
    'proposals?sort=best',
    'proposals?limit=0',
    'proposals?limit=51',
    'proposals?limit=1e1',
    `proposals?search=${'a'.repeat(201)}`,
    'proposals?search=%00',
    `proposals?ids=${randomUUID()}`,
    'proposals?cursor=',
    'proposals?cursor=%7B%7D',
    `proposals?cursor=${encoded(['latest', null, '1', 'x'])}&sort=latest`,
    `proposals?cursor=${encoded(['latest', null, '99999999999999999999', randomUUID()])}&sort=latest`,
    `proposals?cursor=${encoded(['supported', '99999999999', '1', randomUUID()])}&sort=supported`,
    `proposals?cursor=${encoded(['trending', 'NaN', '1', randomUUID()])}`,
    `proposals?cursor=${encoded({})}`,
    `proposals?sort=supported&cursor=${next}`,
    'proposals/similar?text=arbres',
    'proposals/un',
    'proposals/un/comments',
    'supports',
    'supports?subject=un',
    `supports?${Array.from({ length: 51 }, () => `subject=proposal:${randomUUID()}`).join('&')}`,
  ]) {
    const { status, problem } = await t.call('GET', `/v1/consultations/${id}/${query}`);
    assert.deepEqual([status, problem().code], [400, 'invalid-request'], query);
  }
});

test('what is asked in a body is checked as well', async () => {
  const { id, deposit, ask } = await openForum(t);
  const ids: string[] = [];
  for (let at = 0; at < 23; at += 1) ids.push(await deposit({ title: `Des arbres ${at}` }));
  const page = await ask('by-id', { ids });
  assert.deepEqual([page.proposals.length, page.total, page.next], [23, 23, undefined]);
  const faults: [path: string, body: unknown][] = [
    ['by-id', { ids: ['1'] }],
    ['by-id', { ids: [1] }],
    ['by-id', { ids: ids[0] }],
    ['by-id', { ids: Array.from({ length: 51 }, () => randomUUID()) }],
    ['by-id', null],
    ['similar', {}],
    ['similar', { text: ' ' }],
    ['similar', { text: 'a\u0000b' }],
    ['similar', { text: 'a'.repeat(1001) }],
    ['similar', 'arbres'],
  ];
  for (const [path, body] of faults) {
    const { status, problem } = await t.post(`/v1/consultations/${id}/proposals/${path}`, body);
    assert.deepEqual([status, problem().code], [400, 'invalid-request'], JSON.stringify(body));
  }
  const long = await t.post(`/v1/consultations/${id}/proposals/similar`, { text: 'a'.repeat(20_000) });
  assert.deepEqual([long.status, long.problem().code], [413, 'too-large']);
  const plain = await t.post(
    `/v1/consultations/${id}/proposals/similar`,
    { text: 'arbres' },
    { 'Content-Type': 'text/plain' },
  );
  assert.equal(plain.problem().code, 'unsupported-media-type');
});

test('what was written is in the indexes at once: no list is left for each search to read', async () => {
  const { deposit } = await openForum(t);
  await deposit({ title: 'Une fontaine sur la place' });
  for (const index of ['proposal_search_words', 'proposal_search_plain']) {
    const [left] = await t.query<{ pages: string }>('select gin_clean_pending_list($1::regclass) as pages', [
      index,
    ]);
    assert.equal(left?.pages, '0', index);
  }
});
