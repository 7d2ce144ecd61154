import { expect, fixture } from '@open-wc/testing';
import type { MemoryMeeting, MemoryOptions } from '@cnr-widgets/client/memory';
import { html } from 'lit';
import '../../define/meeting.js';
import {
  backendOf,
  eventually,
  inDays,
  Network,
  part,
  partNow,
  press,
  publishedOf,
} from '../../testing/fixtures.js';
import type { CnrMeeting } from './meeting.js';

const whole: MemoryMeeting = {
  ...{ id: 'soir', title: 'Réunion du soir', timeZone: 'Europe/Paris', theme: 'Santé' },
  organiser: 'Préfecture fictive',
  sessions: [{ start: inDays(5), end: inDays(5.1) }],
  place: {
    ...{ name: 'Salle des fêtes', address: '3 place de Hercé', postalCode: '53000', city: 'Laval' },
    ...{ departement: '53', point: { latitude: 48.0733, longitude: -0.7689 }, located: 'exact' },
  },
  remote: { link: 'https://visio.example/soir' },
  accessibility: { stepFree: true, hearingLoop: false },
  places: { onSite: 12, remote: 300 },
  registration: {},
  description: 'On y parle **des soins**.',
  programme: '- Accueil\n- Ateliers',
  documents: [{ title: 'Le dossier', url: 'https://prefecture.example/dossier.pdf' }],
};

describe('<cnr-meeting>', () => {
  let network: Network;

  beforeEach(() => {
    network = new Network();
  });

  async function element(
    changes: Partial<MemoryMeeting> = {},
    options: Partial<MemoryOptions> = {},
  ): Promise<CnrMeeting> {
    const published = publishedOf({ meetings: {} });
    const backend = backendOf(published, {
      meetings: { 'la-salle': [{ ...whole, ...changes }] },
      calendars: 'https://participation.example/v1',
      intercept: network.intercept,
      ...options,
    });
    return fixture(
      html`<cnr-meeting .backend=${backend} .published=${published} .meeting=${'soir'}></cnr-meeting>`,
    );
  }

  const link = async (meeting: Element, words: string) =>
    (await part<HTMLAnchorElement>(meeting, 'a', words)).getAttribute('href');

  it('says all that is known, and what is not, and passes axe', async () => {
    const meeting = await element();
    await part(meeting, '#step', 'Réunion du soir');
    await part(meeting, 'dd', '3 place de Hercé');
    await part(meeting, 'dd', '53000 Laval, Mayenne (53)');
    await part(meeting, 'dd', 'Aussi à distance : inscrivez-vous pour avoir le lien.');
    await part(meeting, 'dd', 'Inscriptions ouvertes jusqu’au');
    await part(meeting, 'dd', 'Sur place : 12 places');
    await part(meeting, 'dd', 'À distance : 300 places');
    await part(meeting, 'li', 'Accès de plain-pied : oui');
    await part(meeting, 'li', 'Boucle magnétique : non');
    await part(meeting, 'li', 'Langue des signes : non précisé');
    await part(meeting, 'strong', 'des soins');
    await part(meeting, 'li', 'Ateliers');
    expect(await link(meeting, 'Le dossier')).to.equal('https://prefecture.example/dossier.pdf');
    expect(meeting.shadowRoot?.textContent).not.to.include('visio');
    await expect(meeting).to.be.accessible();
  });

  it('leads into a calendar, to the place and to the feed of the département', async () => {
    const meeting = await element();
    expect(await link(meeting, 'Ajouter à mon agenda')).to.equal(
      'https://participation.example/v1/la-salle/soir.ics',
    );
    expect(await link(meeting, 'Itinéraire (OpenStreetMap, nouvel onglet)')).to.equal(
      'https://www.openstreetmap.org/directions?to=48.0733%2C-0.7689',
    );
    expect(await link(meeting, 'Ouvrir dans mon agenda')).to.equal(
      'webcal://participation.example/v1/la-salle/53.ics',
    );
    expect((await part<HTMLInputElement>(meeting, '.follow input')).value).to.equal(
      'https://participation.example/v1/la-salle/53.ics',
    );
  });

  it('leads to the address where the point is the commune’s, and says so; offers no calendar where there is none', async () => {
    const place = { ...(whole.place ?? { city: '', departement: '' }), located: 'commune' as const };
    const meeting = await element({ place }, { calendars: undefined });
    await part(meeting, 'dd', 'le point est celui de la commune');
    expect(await link(meeting, 'Itinéraire')).to.include(encodeURIComponent('3 place de Hercé, 53000 Laval'));
    expect(partNow(meeting, 'a', 'agenda')).to.equal(undefined);
    expect(partNow(meeting, '.follow')).to.equal(undefined);
  });

  it('copies an address that opens the meeting, or shows it where that is not allowed', async () => {
    const meeting = await element();
    const { clipboard } = navigator;
    const own = Object.getPrototypeOf(clipboard) as Clipboard;
    const original = Object.getOwnPropertyDescriptor(own, 'writeText');
    const hands =
      'share' in navigator ? Object.getOwnPropertyDescriptor(Navigator.prototype, 'share') : undefined;
    if (hands) delete (Navigator.prototype as Partial<Navigator>).share;
    const copied: string[] = [];
    try {
      own.writeText = async (text) => void copied.push(text);
      await press(meeting, 'Partager');
      await part(meeting, '[role=status]', 'est copiée');
      expect(copied[0]).to.match(/#cnr-meeting=soir$/);
      own.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      await press(meeting, 'Partager');
      const field = await part<HTMLInputElement>(meeting, 'label input');
      expect(field.value).to.equal(copied[0]);
      await expect(meeting).to.be.accessible();
    } finally {
      if (original) Object.defineProperty(own, 'writeText', original);
      if (hands) Object.defineProperty(Navigator.prototype, 'share', hands);
    }
  });

  for (const [words, changes] of [
    ['Entrée libre', { registration: undefined }],
    ['Les inscriptions ouvrent le', { registration: { opensAt: inDays(1) } }],
    ['Les inscriptions sont fermées', { registration: { closesAt: inDays(-1) } }],
    ['Il n’y a plus de place', { status: 'full' }],
    ['Réunion annulée', { status: 'cancelled' }],
    ['La réunion a eu lieu', { sessions: [{ start: inDays(-5), end: inDays(-4.9) }] }],
  ] as const satisfies readonly (readonly [string, Partial<MemoryMeeting>])[]) {
    it(`says how it stands with registering: ${words}`, async () => {
      const meeting = await element(changes);
      await part(meeting, 'dd', words);
      await expect(meeting).to.be.accessible();
    });
  }

  it('shows what was said afterwards, or that it is still to come', async () => {
    const sessions = [{ start: inDays(-5), end: inDays(-4.9) }];
    await part(await element({ sessions, report: 'Beaucoup de **monde**.' }), 'strong', 'monde');
    await part(await element({ sessions }), 'p', 'n’est pas encore publié');
  });

  it('names the zone of a meeting elsewhere, and each of several sittings', async () => {
    const meeting = await element({
      timeZone: 'Indian/Reunion',
      sessions: [
        { start: inDays(5), end: inDays(5.1) },
        { start: inDays(6), end: inDays(6.1) },
      ],
    });
    await part(meeting, 'dd', 'heure de La Réunion');
    expect(meeting.shadowRoot?.querySelectorAll('li.when')).to.have.length(2);
  });

  it('says that it is gone, and tries again where the network fails', async () => {
    network.refuse('unknown-subject', 404, 'meeting');
    await part(await element(), '#step', 'n’est plus annoncée');
    network.cut('meeting');
    const meeting = await element();
    await part(meeting, '[role=alert]', 'La réunion ne peut pas s’afficher');
    network.mend();
    await press(meeting, 'Réessayer');
    await part(meeting, 'strong', 'des soins');
    await eventually(() => meeting.shadowRoot?.activeElement?.id === 'step', 'the focus');
  });
});
