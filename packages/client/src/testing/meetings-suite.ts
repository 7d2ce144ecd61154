import { expect } from '@open-wc/testing';
import type { FoundPlace, RegistrationPayload } from '@cnr-widgets/contract';
import type { Backend } from '../backend.js';
import { memoryBackend, type MemoryBackend, type MemoryMeeting } from '../memory.js';
import { failureOf, type Adapt } from './backend-suite.js';
import { DURING, published } from './fixtures.js';
import { contributionFrom, registrationDraft } from './kinds.js';

const DOCUMENT = { title: 'Le plan', url: 'https://commune.example/plan.pdf' };
const LINK = 'https://visio.example/soir';

const planned: readonly MemoryMeeting[] = [
  {
    ...{ id: 'soir', title: 'Réunion du soir', timeZone: 'Europe/Paris' },
    sessions: [{ start: '2026-11-20T18:00:00+01:00', end: '2026-11-20T20:00:00+01:00' }],
    place: { city: 'Le Mans', departement: '72' },
    remote: { link: LINK },
    places: { onSite: 3, remote: 50 },
    registration: { opensAt: '2026-11-05T08:00:00+01:00', closesAt: '2026-11-19T12:00:00+01:00' },
    description: 'On y parle **du sol**.',
    documents: [DOCUMENT],
  },
  {
    ...{ id: 'libre', title: 'Porte ouverte', timeZone: 'Indian/Reunion', status: 'planned' },
    sessions: [{ start: '2026-11-12T09:00:00+04:00', end: '2026-11-12T12:00:00+04:00' }],
    place: { city: 'Saint-Denis', departement: '974' },
  },
];

const found: readonly FoundPlace[] = [
  { kind: 'department', code: '72', name: 'Sarthe' },
  { kind: 'commune', code: '72181', name: 'Le Mans', department: '72', postalCodes: ['72000', '72100'] },
];

/** What every adapter that serves meetings does alike; `registers`: what concerns who comes, too. */
export function describeMeetings(name: string, adapt: Adapt, { registers = true } = {}): void {
  describe(`meetings: ${name}`, () => {
    const { id } = published.consultation;
    let now: number;
    let memory: MemoryBackend;
    let backend: Backend;

    beforeEach(() => {
      now = DURING;
      const { meetings: _none, ...without } = published.consultation;
      memory = memoryBackend('meetings', {
        consultations: [published, { ...published, consultation: { ...without, id: 'sans-reunion' } }],
        meetings: { [id]: planned },
        places: found,
        contours: { '2018': 'contours 1' },
        now: () => now,
      });
      backend = adapt(memory, () => now);
    });

    const put = (changes: Partial<RegistrationPayload>, uuid?: string) =>
      backend.put(contributionFrom(registrationDraft('Ana', { meeting: 'soir', ...changes }), uuid));
    const refused = async (call: Promise<unknown>) => {
      const { code, status } = await failureOf(call);
      return [code, status];
    };
    const left = async () => (await backend.meeting(id, 'soir')).left;

    it('lists every meeting in the order of time, and no link', async () => {
      const list = await backend.meetings(id);
      expect(list.meetings.map(({ title }) => title)).to.deep.equal(['Porte ouverte', 'Réunion du soir']);
      expect(list.asOf).to.equal(new Date(DURING).toISOString());
      expect(list.meetings[1]).to.deep.include({
        remote: true,
        left: { onSite: 3, remote: 50 },
        reported: true,
      });
      expect(JSON.stringify(list)).not.to.include(LINK);
    });

    it('opens one with all that belongs to it', async () => {
      const meeting = await backend.meeting(id, 'soir');
      expect(meeting).to.deep.include({ description: 'On y parle **du sol**.', documents: [DOCUMENT] });
      expect(JSON.stringify(meeting)).not.to.include(LINK);
      expect(await refused(backend.meeting(id, 'absente'))).to.deep.equal(['unknown-subject', 404]);
    });

    it('says that a consultation has none', async () => {
      expect((await failureOf(backend.meetings('sans-reunion'))).code).to.equal('not-offered');
    });

    if (!registers) return;

    it('finds places, and the contours that the list names', async () => {
      expect((await backend.places('72100')).places.map(({ name: place }) => place)).to.deep.equal([
        'Le Mans',
      ]);
      expect((await backend.places('le m')).places).to.deep.equal([found[1]]);
      expect((await backend.places('Sar')).places).to.deep.equal([found[0]]);
      const { contours = '' } = await backend.meetings(id);
      expect(await backend.contours(contours)).to.equal('contours 1');
      expect(await refused(backend.contours('1789'))).to.deep.equal(['not-found', 404]);
    });

    it('gives a place, reads it back with what only those who come are told, and frees it again', async () => {
      const receipt = await put({ people: 2 });
      expect(await left()).to.deep.equal({ onSite: 1, remote: 50 });
      const read = await backend.registration(id, receipt.code);
      const { receivedAt } = receipt;
      expect(read.registration).to.deep.equal({
        ...{ id: receipt.id, attendance: 'on-site', firstName: 'Ana', people: 2, receivedAt },
      });
      expect([read.meeting.id, read.remoteLink]).to.deep.equal(['soir', undefined]);
      const far = await put({ attendance: 'remote' });
      expect((await backend.registration(id, far.code)).remoteLink).to.equal(LINK);
      await backend.withdraw(id, receipt.id, receipt.code);
      expect(await left()).to.deep.equal({ onSite: 3, remote: 49 });
      expect(await refused(backend.registration(id, receipt.code))).to.deep.equal(['withdrawn', 410]);
    });

    it('gives the last place once, and counts the places in the room apart from those from afar', async () => {
      await put({ people: 2 });
      expect(await refused(put({ people: 2 }))).to.deep.equal(['meeting-full', 409]);
      const last = await put({ people: 1 });
      expect(await refused(put({ people: 1 }))).to.deep.equal(['meeting-full', 409]);
      await put({ attendance: 'remote', people: 3 });
      await backend.withdraw(id, last.id, last.code);
      await put({ people: 1 });
    });

    it('takes one registration a person and meeting, and corrects it within the places it has', async () => {
      const pseudonym = crypto.randomUUID();
      const first = await put({ pseudonym, people: 1 });
      expect(await refused(put({ pseudonym }))).to.deep.equal(['already-registered', 409]);
      await backend.leaveContact(id, first.code, { needs: 'Un fauteuil roulant', consent: true });
      const second = await put({ pseudonym, people: 3, replaces: first.code });
      expect(await left()).to.deep.equal({ onSite: 0, remote: 50 });
      expect((await backend.registration(id, second.code)).contact.needs).to.equal(true);
      expect(await refused(put({ pseudonym, replaces: first.code }))).to.deep.equal([
        'already-replaced',
        409,
      ]);
      // Who takes fewer places needs no room; it stays with its meeting.
      const third = await put({ pseudonym, people: 2, replaces: second.code });
      expect(await left()).to.deep.equal({ onSite: 1, remote: 50 });
      const elsewhere = put({ pseudonym, meeting: 'libre', replaces: third.code });
      expect(await refused(elsewhere)).to.deep.equal(['unknown-subject', 404]);
    });

    it('takes what the meeting offers, in the meeting’s own time', async () => {
      expect(await refused(put({ meeting: 'absente' }))).to.deep.equal(['unknown-subject', 404]);
      expect(await refused(put({ meeting: 'libre' }))).to.deep.equal(['not-offered', 403]);
      const failure = await failureOf(put({ people: 4 }));
      expect([failure.code, failure.status]).to.deep.equal(['invalid-contribution', 422]);
      for (const at of ['2026-11-04T12:00:00Z', '2026-11-19T12:00:00Z', '2027-01-01T12:00:00Z']) {
        now = Date.parse(at);
        expect(await refused(put({})), at).to.deep.equal(['registration-closed', 403]);
      }
    });

    it('keeps an address and needs by a call of their own, and says only whether they are there', async () => {
      const { code } = await put({});
      const contact = async () => (await backend.registration(id, code)).contact;
      expect(await contact()).to.deep.equal({ email: false, needs: false });
      await backend.leaveContact(id, code, { email: 'ana@exemple.fr', needs: 'Une boucle', consent: true });
      expect(await contact()).to.deep.equal({ email: true, needs: true });
      await backend.leaveContact(id, code, { email: 'ana@exemple.fr', consent: true });
      expect(await contact()).to.deep.equal({ email: true, needs: false });
      expect(JSON.stringify(await backend.registration(id, code))).not.to.include('exemple');
      await backend.eraseContact(id, code);
      expect(await contact()).to.deep.equal({ email: false, needs: false });
      const wrong = 'ZZZZ-ZZZZ-ZZZZ-ZZZZ';
      expect(await refused(backend.eraseContact(id, wrong))).to.deep.equal(['unknown-receipt-code', 404]);
    });
  });
}
