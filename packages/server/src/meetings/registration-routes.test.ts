import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { parseRegistrationDetails, type MeetingRules, type RegistrationContact } from '@cnr-widgets/contract';
import { reply, testApp, type Reply, type TestApp } from '../app.fixture.js';
import { DURING, HOST } from '../definition.fixture.js';
import { addOperator } from '../moderation/operators.js';
import { MODERATION, type Scope } from '../moderation/scope.js';
import { readJournal } from '../moderation/queue.js';
import { proposal, asking } from '../proposal.fixture.js';
import { importConsultation } from '../publishing.js';
import { meeting, openMeetings, registration } from './meeting.fixture.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
beforeEach(() => {
  t.clock.now = DURING;
});
after(() => t.drop());

/** Reads who registered, everywhere. */
const READER: Scope = { ...MODERATION, moderates: false, readsNames: true };

const LEFT: RegistrationContact = {
  email: 'awa@courriel.example',
  needs: 'Une place pour un fauteuil',
  consent: true,
};

/** A consultation of its own, and one who registers there. */
async function registered(
  payload: Parameters<typeof registration>[1] = {},
  rules: Partial<MeetingRules> = {},
) {
  const { id, ...more } = await openMeetings(t, [meeting({ programme: '- Accueil' })], rules);
  const sent = registration(id, payload);
  const { receipt } = await t.put(sent);
  const { code } = receipt();
  const mine = `/v1/consultations/${id}/registrations/mine`;
  return {
    ...more,
    id,
    sent,
    code,
    read: (typed = code) => t.call('GET', mine, { 'Cnr-Receipt-Code': typed }),
    leave: async (body: unknown, headers: Record<string, string> = {}) =>
      reply(
        await t.app.request(`${mine}/contact`, {
          method: 'PUT',
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', 'Cnr-Receipt-Code': code, ...headers },
        }),
      ),
    erase: () => t.call('DELETE', `${mine}/contact`, { 'Cnr-Receipt-Code': code }),
    withdraw: () =>
      t.call('DELETE', `/v1/consultations/${id}/contributions/${sent.id}`, { 'Cnr-Receipt-Code': code }),
  };
}

function refused({ status, headers, problem }: Reply, expected: number, code: string): void {
  assert.deepEqual([status, problem().code], [expected, code]);
  assert.equal(headers.get('cache-control'), 'no-store');
}

describe('what a registrant reads back', () => {
  it('is the registration, the meeting and, of who takes part from afar, the link', async () => {
    const { sent, code, read } = await registered({ attendance: 'remote', people: 2 });
    const reply = await read(code.toLowerCase().replaceAll('-', ' '));
    assert.equal(reply.headers.get('cache-control'), 'no-store');
    const {
      registration: own,
      meeting: there,
      remoteLink,
      contact,
    } = parseRegistrationDetails(JSON.parse(reply.text));
    assert.deepEqual(own, {
      id: sent.id,
      attendance: 'remote',
      firstName: 'Awa',
      people: 2,
      receivedAt: DURING.toISOString(),
    });
    assert.equal(there.programme, '- Accueil');
    assert.equal(remoteLink, 'https://visio.example/laval-soir');
    assert.deepEqual(contact, { email: false, needs: false });
  });

  it('has no link for who comes to the place', async () => {
    const { read } = await registered();
    const { text } = await read();
    assert.equal(parseRegistrationDetails(JSON.parse(text)).remoteLink, undefined);
    assert.doesNotMatch(text, /visio\.example/);
  });

  it('is nobody else’s: not another kind’s, nor another consultation’s, nor what is gone', async () => {
    const { id, sent, code, read, withdraw } = await registered();
    await importConsultation(t.db, asking('idees-ailleurs'), DURING);
    const { code: other } = (await t.put(proposal({}, { consultation: 'idees-ailleurs' }))).receipt();
    const elsewhere = '/v1/consultations/idees-ailleurs/registrations/mine';
    for (const typed of [code, other]) {
      refused(await t.call('GET', elsewhere, { 'Cnr-Receipt-Code': typed }), 404, 'unknown-receipt-code');
    }
    refused(await t.call('GET', elsewhere), 400, 'invalid-request');
    const corrected = (
      await t.put(registration(id, { ...sent.payload, people: 2, replaces: code }))
    ).receipt();
    refused(await read(), 409, 'already-replaced');
    assert.equal((await read(corrected.code)).status, 200);
    assert.equal((await withdraw()).problem().code, 'already-replaced');
    const gone = await registered();
    await gone.withdraw();
    refused(await gone.read(), 410, 'withdrawn');
    refused(await gone.leave(LEFT), 410, 'withdrawn');
    refused(await gone.erase(), 410, 'withdrawn');
  });

  it('follows an import: what the organiser changed is what registrants read', async () => {
    const { save, read } = await registered();
    await save(meeting({ title: 'Une autre salle', status: 'cancelled' }));
    const { meeting: there } = parseRegistrationDetails(JSON.parse((await read()).text));
    assert.deepEqual([there.title, there.status], ['Une autre salle', 'cancelled']);
  });
});

describe('an address and needs', () => {
  const rows = (id: string) =>
    t.query(
      `select email, needs from registration_contacts
       join registrations on registrations.id = registration where consultation = $1`,
      [id],
    );

  it('are left, replaced and erased, and never read back', async () => {
    const { id, code, read, leave, erase } = await registered();
    const left = await leave(LEFT, { Origin: HOST });
    assert.deepEqual([left.status, left.headers.get('cache-control')], [204, 'no-store']);
    const { text } = await read();
    assert.deepEqual(parseRegistrationDetails(JSON.parse(text)).contact, { email: true, needs: true });
    assert.doesNotMatch(text, /courriel|fauteuil/);
    await leave({ needs: 'Une boucle magnétique', consent: true });
    assert.deepEqual(await rows(id), [{ email: null, needs: 'Une boucle magnétique' }]);
    // A correction is the same registration.
    const next = (await t.put(registration(id, { people: 2, replaces: code }))).receipt().code;
    assert.deepEqual(parseRegistrationDetails(JSON.parse((await read(next)).text)).contact, {
      email: false,
      needs: true,
    });
    refused(await erase(), 409, 'already-replaced');
    const mine = `/v1/consultations/${id}/registrations/mine/contact`;
    for (let times = 0; times < 2; times += 1) {
      assert.equal((await t.call('DELETE', mine, { 'Cnr-Receipt-Code': next })).status, 204);
    }
    assert.deepEqual(await rows(id), []);
  });

  it('go with the registration', async () => {
    const { id, leave, withdraw } = await registered();
    await leave(LEFT);
    await withdraw();
    assert.deepEqual(await rows(id), []);
  });

  it('need the consent that goes with them, and the form of an address', async () => {
    const { leave, id } = await registered();
    for (const [body, path] of [
      [{ email: LEFT.email }, 'consent'],
      [{ ...LEFT, consent: false }, 'consent'],
      [{ email: 'awa(at)courriel', consent: true }, 'email'],
      [{ needs: 'x'.repeat(1001), consent: true }, 'needs'],
    ] as const) {
      const reply = await leave(body);
      refused(reply, 422, 'invalid-contribution');
      assert.deepEqual(reply.problem().errors, [{ path, code: 'malformed' }]);
    }
    refused(await leave(LEFT, { 'Content-Type': 'text/plain' }), 415, 'unsupported-media-type');
    refused(await leave({ needs: 'x'.repeat(20_000), consent: true }), 413, 'too-large');
    refused(await leave(LEFT, { Origin: 'https://ailleurs.example' }), 403, 'origin-not-allowed');
    refused(await leave(LEFT, { 'Cnr-Receipt-Code': 'AAAA-AAAA-AAAA-AAAA' }), 404, 'unknown-receipt-code');
    assert.deepEqual(await rows(id), []);
  });

  it('are taken where the consultation asks for them alone', async () => {
    const { leave } = await registered({}, { contact: false });
    refused(await leave(LEFT), 403, 'not-offered');
  });
});

describe('the organiser’s list', () => {
  const csv = (id: string, headers: Record<string, string> = {}, one = 'laval-soir') =>
    t.call('GET', `/v1/consultations/${id}/meetings/${one}/registrations.csv`, headers);

  it('is for a bearer of an operator’s token, in the order of places, safe for a spreadsheet', async () => {
    const { id, leave, sent } = await registered({ firstName: '=1+1' });
    await leave(LEFT);
    await t.put(registration(id, { firstName: 'Zoé ; "la 2e"', people: 3, attendance: 'remote' }));
    const token = await addOperator(t.db, 'camille', READER, DURING);
    const { status, text, headers } = await csv(id, { Authorization: `Bearer ${token}` });
    assert.equal(status, 200);
    assert.deepEqual(
      [headers.get('content-type'), headers.get('cache-control'), headers.get('content-disposition')],
      ['text/csv; charset=utf-8', 'no-store', `attachment; filename="${id}-laval-soir.csv"`],
    );
    const at = DURING.toISOString();
    assert.deepEqual(text.split('\r\n'), [
      '"numéro";"prénom";"personnes";"participation";"reçue le (UTC)";"adresse électronique (non vérifiée)";"besoins"',
      `"1";"'=1+1";"1";"sur place";"${at}";"awa@courriel.example";"Une place pour un fauteuil"`,
      `"2";"Zoé ; ""la 2e""";"3";"à distance";"${at}";"";""`,
      '',
    ]);
    // Reading as text drops the mark by which a spreadsheet knows UTF-8.
    const file = await t.app.request(`/v1/consultations/${id}/meetings/laval-soir/registrations.csv`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    assert.equal(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 3)
        .toString('hex'),
      'efbbbf',
    );
    for (const secret of [sent.id, sent.payload.pseudonym]) assert.ok(!text.includes(secret));
    const [line, ...more] = await readJournal(t.db, { consultation: id, limit: 5 });
    assert.equal(more.length, 1, 'each reading has its line');
    assert.deepEqual(
      [line?.actor, line?.act, line?.subject, line?.at, line?.before],
      ['camille', 'read-names', 'meeting:laval-soir', DURING, null],
    );
  });

  it('is nobody else’s', async () => {
    const { id } = await registered();
    const wrong = `cnr_${'0'.repeat(8)}_${'0'.repeat(40)}`;
    for (const headers of [{}, { Authorization: 'Basic eDp5' }, { Authorization: `Bearer ${wrong}` }]) {
      for (const one of ['laval-soir', 'inconnue']) {
        const reply = await csv(id, headers, one);
        refused(reply, 401, 'token-required');
        assert.equal(reply.headers.get('www-authenticate'), 'Bearer');
      }
    }
    const token = await addOperator(t.db, 'dominique', READER, DURING);
    const forged = token.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (let tries = 0; tries < 10; tries += 1) await csv(id, { Authorization: `Bearer ${forged}` });
    const stopped = await csv(id, { Authorization: `Bearer ${token}` });
    refused(stopped, 429, 'rate-limited');
    assert.ok(Number(stopped.headers.get('retry-after')) > 0);
    assert.deepEqual(await readJournal(t.db, { consultation: id, limit: 5 }), []);
  });

  it('is not for a token of moderation, of another consultation, or whose end has passed', async () => {
    const { id } = await registered();
    const others: [Partial<Scope>, number, string][] = [
      [{}, 403, 'insufficient-scope'],
      [{ readsNames: true, consultations: ['ailleurs'] }, 403, 'insufficient-scope'],
      [{ readsNames: true, endsAt: DURING }, 401, 'token-required'],
    ];
    for (const [place, [scope, status, code]] of others.entries()) {
      const token = await addOperator(t.db, `autre-${place}`, { ...MODERATION, ...scope }, DURING);
      // Whether the meeting is there makes no difference.
      for (const one of ['laval-soir', 'inconnue']) {
        refused(await csv(id, { Authorization: `Bearer ${token}` }, one), status, code);
      }
    }
    assert.deepEqual(await readJournal(t.db, { consultation: id, limit: 5 }), []);
    const own = { ...MODERATION, readsNames: true, consultations: ['ailleurs', id] };
    const token = await addOperator(t.db, 'ici', own, DURING);
    assert.equal((await csv(id, { Authorization: `Bearer ${token}` })).status, 200);
  });

  it('of a meeting that is not there is said, and leaves no line', async () => {
    const { id } = await registered();
    const token = await addOperator(t.db, 'sacha', READER, DURING);
    refused(await csv(id, { Authorization: `Bearer ${token}` }, 'inconnue'), 404, 'unknown-subject');
    assert.deepEqual(await readJournal(t.db, { consultation: id, limit: 5 }), []);
  });
});

it('no log holds a name, an address, needs, a code or a token', async () => {
  const { id, code, leave, read } = await registered({ firstName: 'Prénom-secret' });
  await leave(LEFT);
  await leave({ ...LEFT, email: 'faute@@courriel.example' });
  await read();
  const token = await addOperator(t.db, 'claude', READER, DURING);
  await t.call('GET', `/v1/consultations/${id}/meetings/laval-soir/registrations.csv`, {
    Authorization: `Bearer ${token}`,
  });
  await t.query('alter table registration_contacts rename to away');
  assert.equal((await leave(LEFT)).status, 500);
  await t.query('alter table away rename to registration_contacts');
  const all = t.logged.join('');
  assert.ok(all.length > 0);
  for (const word of ['Prénom-secret', 'courriel', 'fauteuil', code, token]) {
    assert.ok(!all.includes(word), `${word} was logged`);
  }
});
