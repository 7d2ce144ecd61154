import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { parseRetrieved, type ContributionOf } from '@cnr-widgets/contract';
import { addressOf, testApp, type TestApp } from './app.fixture.js';
import { DURING } from './definition.fixture.js';
import { decide } from './moderation/decide.js';
import { asking, proposal, support } from './proposal.fixture.js';
import { importConsultation } from './publishing.js';

let t: TestApp;
before(async () => {
  t = await testApp();
  await importConsultation(t.db, asking('idees'), DURING);
  await importConsultation(t.db, asking('relues', { moderation: 'before', perWeek: 2 }), DURING);
});
after(() => t.drop());
beforeEach(() => {
  t.clock.now = DURING;
});

const code = (value: string) => ({ 'Cnr-Receipt-Code': value });
const DAY = 86_400_000;

interface Row {
  title: string;
  body: string;
  name: string | null;
  status: string;
  withdrawn: boolean;
  published_at: Date | null;
}
const rowsOf = ({ id }: { id: string }) => t.query<Row>('select * from proposals where id = $1', [id]);
const sentOf = async ({ id }: { id: string }) =>
  (
    await t.query<{
      state: string;
      contribution: object | null;
      content_hash: string | null;
      subject: string;
    }>('select * from sent where id = $1', [id])
  )[0];
const mine = async ({ consultation }: ContributionOf<'proposal'>, receiptCode: string) => {
  const found = await t.call(
    'GET',
    `/v1/consultations/${consultation}/contributions/mine`,
    code(receiptCode),
  );
  return found.status === 200 ? parseRetrieved(JSON.parse(found.text)) : found.problem().code;
};

test('a deposit is shown at once, or once a moderator accepted it, as the definition says', async () => {
  for (const [consultation, status] of [
    ['idees', 'published'],
    ['relues', 'submitted'],
  ] as const) {
    const sent = proposal(
      { title: 'Des bancs', name: 'Ana', theme: 'sante', territory: '72' },
      { consultation },
    );
    const reply = await t.put(sent);
    assert.equal(reply.status, 201);
    const [row] = await rowsOf(sent);
    assert.deepEqual(
      [row?.title, row?.status, row?.published_at !== null],
      ['Des bancs', status, status === 'published'],
    );
    const { code: receiptCode } = reply.receipt();
    assert.deepEqual(await mine(sent, receiptCode), {
      contribution: sent,
      receipt: reply.receipt(),
      subject: `proposal:${sent.id}`,
      standing: { status, date: '2026-11-22' },
    });
    const again = await t.put(sent);
    assert.deepEqual([again.status, again.text], [200, reply.text]);
    assert.equal((await rowsOf(sent)).length, 1);
  }
});

test('what does not fit the definition that was read is refused, field by field', async () => {
  const sent = proposal(
    { title: 'a'.repeat(121), text: 'b'.repeat(2001), theme: 'autre', territory: '99' },
    { consultation: 'idees' },
  );
  const malformed = await t.put(sent);
  assert.equal(malformed.problem().code, 'invalid-contribution');
  const { status, problem } = await t.put({ ...sent, payload: { ...sent.payload, territory: '20' } });
  assert.deepEqual(
    [status, problem().errors?.map((error) => [error.path, error.code])],
    [
      422,
      [
        ['title', 'too-long'],
        ['text', 'too-long'],
        ['theme', 'unknown-choice'],
        ['territory', 'unknown-choice'],
      ],
    ],
  );
  assert.deepEqual(await rowsOf(sent), []);
  const version = await t.put(proposal({}, { consultation: 'idees', version: 2 }));
  assert.equal(version.problem().code, 'unknown-version');
});

test('one person deposits as many a week as the definition says, also when several arrive at once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const pseudonym = randomUUID();
    const sent = [1, 2, 3, 4].map(() => proposal({ pseudonym }, { consultation: 'relues' }));
    const replies = await Promise.all(sent.map((one) => t.put(one)));
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 201, 403, 403]);
    const refused = replies.find(({ status }) => status === 403)?.problem();
    const until = new Date(DURING.getTime() + 7 * DAY).toISOString();
    assert.deepEqual([refused?.code, refused?.limit], ['limit-reached', { max: 2, until }]);
    assert.equal((await Promise.all(sent.map(sentOf))).filter(Boolean).length, 2, 'a refusal leaves no row');
  }
});

test('after a week there is room again, and not before; withdrawing makes none', async () => {
  const pseudonym = randomUUID();
  const deposit = (at: number) => {
    t.clock.now = new Date(DURING.getTime() + at);
    return t.put(proposal({ pseudonym }, { consultation: 'relues' }));
  };
  const first = proposal({ pseudonym }, { consultation: 'relues' });
  const receipt = (await t.put(first)).receipt();
  await t.call('DELETE', addressOf(first), code(receipt.code));
  assert.equal((await deposit(DAY)).status, 201);
  const early = await deposit(7 * DAY - 1);
  assert.deepEqual(early.problem().limit, {
    max: 2,
    until: new Date(DURING.getTime() + 7 * DAY).toISOString(),
  });
  assert.equal((await deposit(7 * DAY)).status, 201);
  assert.deepEqual(
    (await deposit(7 * DAY)).problem().limit?.until,
    new Date(DURING.getTime() + 8 * DAY).toISOString(),
  );
});

test('the author corrects what nobody relies on yet, under the id that it has', async () => {
  const first = proposal({ title: 'Avant' }, { consultation: 'relues' });
  const { code: replaces } = (await t.put(first)).receipt();
  const correction = proposal({ title: 'Après', text: 'Mieux dit.', replaces }, { consultation: 'relues' });
  const reply = await t.put(correction);
  assert.equal(reply.status, 201);
  const [row] = await rowsOf(first);
  assert.deepEqual([row?.title, row?.body, row?.status], ['Après', 'Mieux dit.', 'submitted']);
  assert.deepEqual(await rowsOf(correction), []);
  const replaced = await sentOf(first);
  assert.deepEqual([replaced?.state, replaced?.contribution], ['replaced', null]);
  assert.equal((await sentOf(correction))?.subject, first.id);

  assert.equal((await t.put(first)).status, 200, 'a replay of what was replaced still hears its receipt');
  assert.equal((await t.put(correction)).status, 200);
  assert.equal(await mine(first, replaces), 'already-replaced');
  const told = await mine(first, reply.receipt().code);
  assert.equal(typeof told === 'object' && told.subject, `proposal:${first.id}`);
  const again = await t.put(proposal({ replaces }, { consultation: 'relues' }));
  assert.deepEqual([again.status, again.problem().code], [409, 'already-replaced']);

  const gone = await t.call('DELETE', addressOf(correction), code(reply.receipt().code));
  assert.equal(gone.status, 204);
  for (const one of [first, correction]) {
    assert.deepEqual([(await sentOf(one))?.content_hash, (await t.put(one)).status], [null, 410]);
  }
  assert.equal((await rowsOf(first))[0]?.withdrawn, true);
});

test('of several corrections at once one wins, and a copy of it is a replay', async () => {
  const { code: replaces } = (await t.put(proposal({}, { consultation: 'idees' }))).receipt();
  const [one, other] = [1, 2].map(() => proposal({ replaces }, { consultation: 'idees' }));
  assert.ok(one && other);
  const replies = await Promise.all([one, one, other, other].map((each) => t.put(each)));
  assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 201, 409, 409]);
});

test('what others rely on is not changed any more, only withdrawn', async () => {
  const supported = proposal({}, { consultation: 'idees' });
  const first = (await t.put(supported)).receipt();
  await t.put(support(supported.id, {}, { consultation: 'idees' }));
  const decided = proposal({}, { consultation: 'relues' });
  const second = (await t.put(decided)).receipt();
  await decide(t.db, {
    actor: 'Agathe',
    consultation: 'relues',
    subject: `proposal:${decided.id}`,
    act: 'refuse',
    reason: 'Hors sujet.',
    now: new Date(DURING.getTime() + DAY),
  });
  for (const [sent, receipt] of [
    [supported, first],
    [decided, second],
  ] as const) {
    const { consultation } = sent;
    const refused = await t.put(proposal({ title: 'Autre chose', replaces: receipt.code }, { consultation }));
    assert.deepEqual([refused.status, refused.problem().code], [409, 'not-correctable']);
    assert.equal((await rowsOf(sent))[0]?.title, sent.payload.title);
  }
  const told = await mine(decided, second.code);
  assert.deepEqual(typeof told === 'object' && told.standing, {
    status: 'refused',
    reason: 'Hors sujet.',
    date: '2026-11-23',
  });
  assert.equal((await t.call('DELETE', addressOf(supported), code(first.code))).status, 204);
});

test('a correction needs the code of a proposal of this consultation', async () => {
  const sent = proposal({}, { consultation: 'idees' });
  const { code: replaces } = (await t.put(sent)).receipt();
  const press = (await t.put(support(sent.id, {}, { consultation: 'idees' }))).receipt();
  for (const [given, consultation] of [
    [replaces, 'relues'],
    ['0000-0000-0000-0000', 'idees'],
    [press.code, 'idees'],
  ] as const) {
    const refused = await t.put(proposal({ replaces: given }, { consultation }));
    assert.deepEqual([refused.status, refused.problem().code], [404, 'unknown-receipt-code']);
  }
});

test('withdrawing erases what it said, everywhere and at once', async () => {
  const sent = proposal(
    { title: 'Un titre reconnaissable', text: 'Une phrase.', name: 'Ana' },
    { consultation: 'idees' },
  );
  const { code: receiptCode } = (await t.put(sent)).receipt();
  for (let time = 0; time < 2; time += 1) {
    assert.equal((await t.call('DELETE', addressOf(sent), code(receiptCode))).status, 204);
  }
  const [row] = await rowsOf(sent);
  assert.deepEqual([row?.title, row?.body, row?.name, row?.withdrawn], ['', '', null, true]);
  const left = await t.query(
    `select 1 from proposal_search where plain <> '' and proposal = $1
     union all select 1 from sent where contribution::text like '%reconnaissable%'`,
    [sent.id],
  );
  assert.deepEqual(left, []);
  assert.equal(await mine(sent, receiptCode), 'withdrawn');
});
