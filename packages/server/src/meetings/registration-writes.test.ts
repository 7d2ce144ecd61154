import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { RegistrationPayload } from '@cnr-widgets/contract';
import { testApp, type Reply, type TestApp } from '../app.fixture.js';
import { DURING } from '../definition.fixture.js';
import { asking } from '../proposal.fixture.js';
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

function refused(reply: Reply, status: number, code: string): void {
  assert.deepEqual([reply.status, reply.problem().code], [status, code]);
}

async function received(reply: Promise<Reply>): Promise<string> {
  const { status, text, receipt } = await reply;
  assert.equal(status, 201, text);
  return receipt().code;
}

const withdraw = (consultation: string, id: string, code: string) =>
  t.call('DELETE', `/v1/consultations/${consultation}/contributions/${id}`, { 'Cnr-Receipt-Code': code });

describe('a registration', () => {
  it('takes its places, and a replay of it takes no more', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 10, remote: 10 } })]);
    const sent = registration(id, { people: 3 });
    const first = await t.put(sent);
    assert.equal(first.status, 201);
    const again = await t.put(sent);
    assert.deepEqual([again.status, again.receipt()], [200, first.receipt()]);
    await received(t.put(registration(id, { people: 2, attendance: 'remote' })));
    assert.deepEqual(await taken(), { onSite: 3, remote: 2 });
  });

  it('is refused where there is not room for all who come, and recorded where there is', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 3 } })]);
    await received(t.put(registration(id, { people: 2 })));
    refused(await t.put(registration(id, { people: 2 })), 409, 'meeting-full');
    await received(t.put(registration(id, { people: 1 })));
    refused(await t.put(registration(id)), 409, 'meeting-full');
    await received(t.put(registration(id, { attendance: 'remote', people: 5 })));
    assert.deepEqual(await taken(), { onSite: 3, remote: 5 });
    const [counted] = await t.query<{ sent: number }>(
      `select count(*)::integer as sent from sent where consultation = $1`,
      [id],
    );
    assert.equal(counted?.sent, 3, 'what is refused leaves no row');
  });

  it('is full where the organiser says so, whatever is left', async () => {
    const { id } = await openMeetings(t, [meeting({ places: { onSite: 3 }, status: 'full' })]);
    refused(await t.put(registration(id)), 409, 'meeting-full');
  });

  it('is one a device and meeting', async () => {
    const { id, taken } = await openMeetings(t, [meeting(), meeting({ id: 'ailleurs' })]);
    const pseudonym = randomUUID();
    await received(t.put(registration(id, { pseudonym })));
    refused(await t.put(registration(id, { pseudonym: pseudonym.toUpperCase() })), 409, 'already-registered');
    await received(t.put(registration(id, { pseudonym, meeting: 'ailleurs' })));
    assert.deepEqual(await taken(), { onSite: 1, remote: 0 });
  });

  it('is offered by the meeting, in this way, for so many', async () => {
    const { id } = await openMeetings(
      t,
      [
        meeting({ remote: undefined }),
        meeting({ id: 'en-ligne', place: undefined }),
        meeting({ id: 'libre', registration: undefined }),
      ],
      { peopleMax: 2 },
    );
    refused(await t.put(registration(id, { attendance: 'remote' })), 403, 'not-offered');
    refused(await t.put(registration(id, { meeting: 'en-ligne' })), 403, 'not-offered');
    refused(await t.put(registration(id, { meeting: 'libre' })), 403, 'not-offered');
    refused(await t.put(registration(id, { meeting: 'inconnue' })), 404, 'unknown-subject');
    const many = await t.put(registration(id, { people: 3 }));
    refused(many, 422, 'invalid-contribution');
    assert.deepEqual(many.problem().errors, [{ path: 'people', code: 'too-many', message: '{"max":2}' }]);
    await importConsultation(t.db, asking('sans-reunions'), DURING);
    refused(await t.put(registration('sans-reunions')), 403, 'not-offered');
  });

  it('is taken in the meeting’s own window, whatever the phase of the consultation', async () => {
    const window = { opensAt: '2026-11-25T08:00:00+01:00', closesAt: '2026-12-02T12:00:00+01:00' };
    const { id } = await openMeetings(
      t,
      [meeting({ registration: window })],
      {},
      {
        opensAt: '2027-01-01T00:00:00+01:00',
        closesAt: '2027-02-01T00:00:00+01:00',
      },
    );
    for (const [now, open] of [
      ['2026-11-25T06:59:59Z', false],
      ['2026-11-25T07:00:00Z', true],
      ['2026-12-02T10:59:59Z', true],
      ['2026-12-02T11:00:00Z', false],
    ] as const) {
      t.clock.now = new Date(now);
      const reply = await t.put(registration(id));
      if (open) assert.equal(reply.status, 201, reply.text);
      else refused(reply, 403, 'registration-closed');
    }
  });

  it('closes when the first session begins, when it is cancelled and when it was held', async () => {
    const { id, save } = await openMeetings(t, [meeting(), meeting({ id: 'annulee', status: 'cancelled' })]);
    refused(await t.put(registration(id, { meeting: 'annulee' })), 403, 'registration-closed');
    t.clock.now = new Date('2026-12-03T17:30:00Z');
    refused(await t.put(registration(id)), 403, 'registration-closed');
    t.clock.now = DURING;
    await save(meeting({ status: 'held' }));
    refused(await t.put(registration(id)), 403, 'registration-closed');
  });

  it('is acknowledged again after it closed', async () => {
    const { id } = await openMeetings(t, [meeting()]);
    const sent = registration(id);
    await received(t.put(sent));
    t.clock.now = new Date('2027-06-01T00:00:00Z');
    assert.equal((await t.put(sent)).status, 200);
  });
});

describe('a correction', () => {
  const correcting = (
    id: string,
    replaces: string,
    changes: Partial<RegistrationPayload>,
  ): ReturnType<typeof registration> => registration(id, { ...changes, replaces });

  it('frees and takes in one go, and keeps the number', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 4, remote: 2 } })]);
    const first = await received(t.put(registration(id, { people: 4 })));
    await received(t.put(registration(id, { attendance: 'remote' })));
    const code = await received(t.put(correcting(id, first, { people: 2, firstName: 'Zoé' })));
    assert.deepEqual(await taken(), { onSite: 2, remote: 1 });
    refused(await t.put(correcting(id, code, { attendance: 'remote', people: 2 })), 409, 'meeting-full');
    assert.deepEqual(await taken(), { onSite: 2, remote: 1 });
    const moved = await received(t.put(correcting(id, code, { attendance: 'remote', people: 1 })));
    assert.deepEqual(await taken(), { onSite: 0, remote: 2 });
    const rows = await t.query(
      `select number, first_name, attendance, people from registrations where consultation = $1 order by number`,
      [id],
    );
    assert.deepEqual(rows, [
      { number: 1, first_name: 'Awa', attendance: 'remote', people: 1 },
      { number: 2, first_name: 'Awa', attendance: 'remote', people: 1 },
    ]);
    refused(await t.put(correcting(id, code, {})), 409, 'already-replaced');
    assert.equal((await t.put(correcting(id, moved, {}))).status, 201);
  });

  it('of one who takes no more places needs no room', async () => {
    const { id, save, taken } = await openMeetings(t, [meeting({ places: { onSite: 4 } })]);
    const code = await received(t.put(registration(id, { people: 4 })));
    await save(meeting({ places: { onSite: 2 }, status: 'full' }));
    const fewer = await received(t.put(correcting(id, code, { people: 3 })));
    assert.deepEqual(await taken(), { onSite: 3, remote: 0 });
    refused(await t.put(correcting(id, fewer, { people: 4 })), 409, 'meeting-full');
  });

  it('stays with its meeting, its window and its kind', async () => {
    const { id } = await openMeetings(t, [meeting(), meeting({ id: 'ailleurs' })]);
    const code = await received(t.put(registration(id)));
    refused(await t.put(correcting(id, code, { meeting: 'ailleurs' })), 404, 'unknown-subject');
    refused(await t.put(correcting(id, 'AAAA-AAAA-AAAA-AAAA', {})), 404, 'unknown-receipt-code');
    t.clock.now = new Date('2026-12-03T17:30:00Z');
    refused(await t.put(correcting(id, code, { people: 2 })), 403, 'registration-closed');
  });

  it('that arrives twice at once changes places once', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 10 } })]);
    const code = await received(t.put(registration(id)));
    const sent = correcting(id, code, { people: 5 });
    const replies = await Promise.all(Array.from({ length: 6 }, () => t.put(sent)));
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 201]);
    assert.deepEqual(await taken(), { onSite: 5, remote: 0 });
  });
});

describe('a withdrawal', () => {
  it('frees the place, which somebody else takes, and then the device may register again', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 1 } })]);
    const sent = registration(id);
    const code = await received(t.put(sent));
    refused(await t.put(registration(id)), 409, 'meeting-full');
    assert.equal((await withdraw(id, sent.id, code)).status, 204);
    assert.equal((await withdraw(id, sent.id, code)).status, 204);
    assert.deepEqual(await taken(), { onSite: 0, remote: 0 });
    refused(await t.put(sent), 410, 'withdrawn');
    const other = registration(id);
    const otherCode = await received(t.put(other));
    await withdraw(id, other.id, otherCode);
    const { pseudonym } = sent.payload;
    await received(t.put(registration(id, { pseudonym })));
    const [row] = await t.query(`select number from registrations where consultation = $1`, [id]);
    assert.deepEqual(row, { number: 3 });
  });

  it('is possible after the window closed', async () => {
    const { id, taken } = await openMeetings(t, [meeting()]);
    const sent = registration(id, { people: 2 });
    const code = await received(t.put(sent));
    t.clock.now = new Date('2026-12-03T17:30:00Z');
    assert.equal((await withdraw(id, sent.id, code)).status, 204);
    assert.deepEqual(await taken(), { onSite: 0, remote: 0 });
  });
});
