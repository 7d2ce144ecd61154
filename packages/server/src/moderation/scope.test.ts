import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { idIn } from '@cnr-widgets/contract';
import { ORIGIN, reply, testApp, type TestApp } from '../app.fixture.js';
import { DURING } from '../definition.fixture.js';
import { decide } from './decide.js';
import { importAsking, writeComment, writeProposal } from './moderation.fixture.js';
import { addOperator } from './operators.js';
import { MODERATION, type Scope } from './scope.js';

let t: TestApp;
/** Of somebody who moderates `velo` alone. */
let cookie: string;
before(async () => {
  t = await testApp();
  for (const id of ['velo', 'autre']) await importAsking(t, id);
  cookie = cookieIn(await signIn('camille', { consultations: ['velo'] }));
});
after(() => t.drop());

async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  return reply(await t.app.request(path, { method: 'POST', body, headers: { Origin: ORIGIN, ...headers } }));
}

async function signIn(name: string, scope: Partial<Scope>, now = DURING) {
  const token = await addOperator(t.db, name, { ...MODERATION, ...scope }, now);
  return post('/moderation/sign-in', { token });
}

const cookieIn = ({ headers }: { headers: Headers }) => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const get = (path: string) => t.call('GET', path, { Cookie: cookie });
const about = (subject: string) => new URLSearchParams({ subject }).toString();

test('a token for one consultation shows its queue, its counts and its journal, and nothing of another', async () => {
  const own = await writeProposal(t, 'velo', { title: 'La mienne' });
  const other = await writeProposal(t, 'autre', { title: 'Celle des autres' });
  const remark = await writeComment(t, other, { text: 'Un mot des autres' });
  const decided = await writeProposal(t, 'autre', { title: 'Décidée ailleurs' });
  const { entry } = await decide(t.db, {
    actor: 'sacha',
    consultation: 'autre',
    subject: decided,
    act: 'accept',
    now: DURING,
  });
  for (const path of [
    '/moderation',
    '/moderation?consultation=autre',
    '/moderation?queue=published',
    '/moderation/journal',
    '/moderation/journal?consultation=autre',
    `/moderation?done=${entry}`,
    `/moderation/item?${about(own)}`,
  ]) {
    const { status, text } = await get(path);
    assert.equal(status, 200, path);
    assert.doesNotMatch(text, /des autres|Décidée ailleurs|Propositions autre/, path);
  }
  const { text } = await get('/moderation');
  assert.match(text, /La mienne/);
  assert.match(text, /Propositions velo/);
  assert.match((await get(`/moderation/item?${about(own)}`)).text, /À traiter \(1\)/);

  for (const subject of [other, remark, decided]) {
    const refused = await get(`/moderation/item?${about(subject)}`);
    assert.equal(refused.status, 403);
    assert.match(refused.text, /Votre jeton ne vaut pas pour cette consultation/);
    assert.doesNotMatch(refused.text, /des autres|Décidée ailleurs/);
    assert.equal((await get(`/moderation/answer?${about(subject)}`)).status, 403);
  }
});

test('it decides upon nothing of another consultation, by whichever form', async () => {
  const other = await writeProposal(t, 'autre');
  const fields = { subject: other, revision: 'any', reports: '0', act: 'accept' };
  for (const path of ['/moderation/item', '/moderation/answer']) {
    const { status, text } = await post(path, fields, { Cookie: cookie });
    assert.equal(status, 403, path);
    assert.match(text, /ne vaut pas pour cette consultation/);
  }
  const rows = await t.query('select status from proposals where id = $1', [idIn(other)]);
  assert.deepEqual(rows, [{ status: 'submitted' }]);
});

test('signing in says why a token does not moderate', async () => {
  const names = await signIn('dominique', { moderates: false, readsNames: true });
  assert.equal(names.status, 403);
  assert.match(names.text, /id="token-fault"[^>]*>Ce jeton sert à lire la liste des inscrits/);
  assert.equal(names.headers.get('set-cookie'), null);
  const ended = await signIn('sacha', { endsAt: DURING });
  assert.equal(ended.status, 403);
  assert.match(ended.text, /id="token-fault"[^>]*>Ce jeton n’est plus valable/);
  assert.equal(ended.headers.get('set-cookie'), null);
});
