import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ContributionOf, Receipt } from '@cnr-widgets/contract';
import fc from 'fast-check';
import { testApp, type TestApp } from '../app.fixture.js';
import { meeting, openMeetings, registration } from './meeting.fixture.js';

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.drop());

type Sent = ContributionOf<'registration'>;
interface Given {
  id: string;
  number: number;
  people: number;
}

const HUNDRED = 100;

/** The rows as they are, in the order in which places were given. */
const given = (consultation: string) =>
  t.query<Given>(`select id, number, people from registrations where consultation = $1 order by number`, [
    consultation,
  ]);

/** What a device does: it sends again until it hears that it was received, or refused. */
async function device(sent: Sent, onReply?: () => Promise<void>): Promise<Receipt | 'meeting-full'> {
  for (;;) {
    const { status, receipt, problem, text } = await t.put(sent);
    await onReply?.();
    if (status === 200 || status === 201) return receipt();
    if (status === 503) continue;
    assert.deepEqual([status, problem().code], [409, 'meeting-full'], text);
    return 'meeting-full';
  }
}

/** Who heard that there is a place has a row, nobody else has, and the counts are those of the rows. */
async function holds(
  consultation: string,
  devices: readonly { sent: Sent; heard: Receipt | 'meeting-full' }[],
  taken: number,
): Promise<Given[]> {
  const rows = await given(consultation);
  const confirmed = devices.filter(({ heard }) => heard !== 'meeting-full');
  assert.deepEqual(rows.map(({ id }) => id).sort(), confirmed.map(({ sent }) => sent.id).sort());
  assert.equal(
    rows.reduce((sum, { people }) => sum + people, 0),
    taken,
  );
  const [kept] = await t.query<{ live: number; all: number }>(
    `select count(*) filter (where state = 'live')::integer as live, count(*)::integer as all
     from sent where consultation = $1`,
    [consultation],
  );
  assert.deepEqual(kept, { live: confirmed.length, all: confirmed.length }, 'no row of a refused one');
  for (const { sent, heard } of confirmed) {
    const again = await t.put(sent);
    assert.deepEqual([again.status, again.receipt()], [200, heard]);
  }
  return rows;
}

describe('the last places', () => {
  it('are given once: of a hundred at the same time ten are confirmed, in the order of the rows', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 10 } })]);
    const all = Array.from({ length: HUNDRED }, () => registration(id));
    const devices = await Promise.all(all.map(async (sent) => ({ sent, heard: await device(sent) })));
    assert.deepEqual(await taken(), { onSite: 10, remote: 0 });
    const rows = await holds(id, devices, 10);
    assert.deepEqual(
      rows.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
  });

  it('are given once to devices that send twice and again', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 10 } })]);
    const all = Array.from({ length: HUNDRED }, () => registration(id));
    const rounds = await Promise.all(
      [...all, ...all.toReversed()].map(async (sent) => ({ sent, heard: await device(sent) })),
    );
    const confirmed = rounds.filter(({ heard }) => heard !== 'meeting-full');
    // A copy that came while the other was on its way hears the same receipt; one that came first and was refused
    // may hear a refusal twice, and never a refusal and a receipt, as no place comes free.
    assert.equal(confirmed.length, 20);
    assert.deepEqual(await taken(), { onSite: 10, remote: 0 });
    const devices = rounds.slice(0, HUNDRED);
    assert.equal((await holds(id, devices, 10)).length, 10);
  });

  it('are given once while connections are cut under the transactions', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 10 } })]);
    const all = Array.from({ length: HUNDRED }, () => registration(id));
    let replies = 0;
    let cut = 0;
    let cutting = Promise.resolve();
    // With every third reply, a transaction that is under way loses its connection.
    const cutOne = async () => {
      const [row] = await t.query<{ cut: number }>(
        `select count(*) filter (where pg_terminate_backend(pid))::integer as cut from (
           select pid from pg_stat_activity
           where datname = current_database() and application_name = 'cnr' and xact_start is not null
           order by random() limit 1) victim`,
      );
      cut += row?.cut ?? 0;
    };
    const onReply = () => {
      replies += 1;
      if (replies % 3 === 0) cutting = cutting.then(cutOne);
      return cutting;
    };
    const devices = await Promise.all(
      all.map(async (sent) => ({ sent, heard: await device(sent, onReply) })),
    );
    assert.ok(cut > 10, `${cut} were cut`);
    assert.deepEqual(await taken(), { onSite: 10, remote: 0 });
    const rows = await holds(id, devices, 10);
    assert.deepEqual(
      rows.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
  });

  it('are never more than there are when several come with one registration', async () => {
    const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 23 } })]);
    const all = Array.from({ length: 60 }, (_, place) => registration(id, { people: 1 + (place % 5) }));
    const devices = await Promise.all(all.map(async (sent) => ({ sent, heard: await device(sent) })));
    const { onSite } = await taken();
    await holds(id, devices, onSite);
    assert.ok(onSite <= 23);
    // Whoever was refused could not have come with what is left now: places do not come free here.
    const refused = devices.filter(({ heard }) => heard === 'meeting-full');
    assert.ok(refused.length > 0);
    assert.ok(refused.every(({ sent }) => onSite + sent.payload.people > 23));
  });
});

describe('whatever is registered, corrected and withdrawn', () => {
  const act = fc.record({
    what: fc.constantFrom('register', 'correct', 'withdraw'),
    whom: fc.nat(7),
    attendance: fc.constantFrom('on-site', 'remote'),
    people: fc.integer({ min: 1, max: 4 }),
  });

  it('what is taken is the sum of the live rows, within the places, and each ends as it heard', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { maxLength: 5 }), { maxLength: 6 }), async (rounds) => {
        const { id, taken } = await openMeetings(t, [meeting({ places: { onSite: 6, remote: 4 } })]);
        /** What each device holds: the last receipt, and what it sent. */
        const held = new Map<number, { sent: Sent; code: string }>();
        for (const round of rounds) {
          // One act a device at a time, as a device does; the devices all at once.
          const acts = [...new Map(round.map((one) => [one.whom, one])).values()];
          await Promise.all(
            acts.map(async ({ what, whom, attendance, people }) => {
              const mine = held.get(whom);
              if (what === 'withdraw') {
                if (!mine) return;
                const path = `/v1/consultations/${id}/contributions/${mine.sent.id}`;
                const { status } = await t.call('DELETE', path, { 'Cnr-Receipt-Code': mine.code });
                assert.equal(status, 204);
                held.delete(whom);
                return;
              }
              if ((what === 'correct') !== (mine !== undefined)) return;
              const replaces = mine && { replaces: mine.code };
              const sent = registration(id, { attendance, people, ...replaces });
              const { status, receipt, problem } = await t.put(sent);
              if (status === 201) held.set(whom, { sent, code: receipt().code });
              else assert.equal(problem().code, 'meeting-full');
            }),
          );
          const of = (attendance: string) =>
            [...held.values()]
              .filter(({ sent }) => sent.payload.attendance === attendance)
              .reduce((sum, { sent }) => sum + sent.payload.people, 0);
          const now = await taken();
          assert.deepEqual(now, { onSite: of('on-site'), remote: of('remote') });
          assert.ok(now.onSite <= 6 && now.remote <= 4);
          const [rows] = await t.query<{ onSite: number; remote: number }>(
            `select coalesce(sum(people) filter (where attendance = 'on-site'), 0)::integer as "onSite",
               coalesce(sum(people) filter (where attendance = 'remote'), 0)::integer as remote
             from registrations where consultation = $1`,
            [id],
          );
          assert.deepEqual(rows, now);
        }
      }),
      { numRuns: 40 },
    );
  });
});
