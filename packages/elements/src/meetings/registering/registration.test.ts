import { expect, fixture } from '@open-wc/testing';
import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { MemoryBackend, MemoryMeeting } from '@cnr-widgets/client/memory';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import { html, render } from 'lit';
import '../../define/meeting.js';
import '../../define/meeting-map.js';
import '../../define/provider.js';
import {
  backendOf,
  eventually,
  inDays,
  Network,
  part,
  partNow,
  press,
  publishedOf,
  type,
} from '../../testing/fixtures.js';

const ID = 'soir';
const CONSULTATION = 'la-salle';

function planned(changes: Partial<MemoryMeeting> = {}): MemoryMeeting {
  return {
    id: ID,
    title: 'Réunion du soir',
    timeZone: 'Europe/Paris',
    sessions: [{ start: inDays(5), end: inDays(5.1) }],
    place: { name: 'Salle des fêtes', city: 'Laval', departement: '53' },
    places: { onSite: 4 },
    registration: {},
    ...changes,
  };
}

function announced(): PublishedConsultation {
  return publishedOf({ questionnaire: undefined, meetings: { retentionDays: 12 } });
}

describe('<cnr-registration>', () => {
  let network: Network;
  let meetings: MemoryMeeting[];
  let backend: MemoryBackend;
  let opened: HTMLElement;

  beforeEach(() => {
    network = new Network();
  });

  async function open(changes: Partial<MemoryMeeting> = {}, published = announced()): Promise<void> {
    meetings = [planned(changes)];
    backend = backendOf(published, {
      meetings: { [CONSULTATION]: meetings },
      intercept: network.intercept,
    });
    await show(published);
  }

  /** Opens it, again on a page of its own where it is open already. */
  async function show(published = announced()): Promise<void> {
    const rules = { retentionDays: 12, peopleMax: 3, contact: true };
    opened = await fixture(
      html`<cnr-meeting
        .backend=${backend}
        .published=${published}
        .rules=${rules}
        .meeting=${ID}
      ></cnr-meeting>`,
    );
    await part(opened, '#step', 'Réunion du soir');
    await part(opened, 'article:not([aria-busy])');
  }

  const form = () => part(opened, 'cnr-registration');

  async function begin(): Promise<HTMLElement> {
    await press(opened, 'S’inscrire');
    const registration = await form();
    await part(registration, '#firstName');
    return registration;
  }

  async function come(people = 1, firstName = 'Ana'): Promise<HTMLElement> {
    const registration = await begin();
    await type(registration, '#firstName', firstName);
    await pick(registration, people);
    await press(registration, 'Je m’inscris');
    return registration;
  }

  async function pick(registration: Element, people: number): Promise<void> {
    const select = await part<HTMLSelectElement>(registration, '#people');
    select.value = String(people);
    select.dispatchEvent(new Event('change'));
  }

  /** Somebody else comes. */
  function taken(people: number): void {
    const [meeting] = meetings;
    if (meeting) meeting.taken = { 'on-site': people };
  }

  const focused = (element: Element) => element.shadowRoot?.activeElement?.id;
  const people = () => backend.rows('registration').map(({ payload }) => payload.people);

  /** What a screen reader is told without being asked, as often as it is told it. */
  function announcements(registration: Element): string[] {
    const said: string[] = [];
    const region = registration.shadowRoot?.querySelector('[role=status]');
    if (!region) throw new Error('no live region before there is anything to say');
    new MutationObserver(() => {
      if (region.textContent.trim() !== '') said.push(region.textContent.trim());
    }).observe(region, { childList: true, characterData: true, subtree: true });
    return said;
  }

  it('goes from the button by the form to a confirmed place, by the keyboard’s road', async () => {
    await open();
    const sent: string[] = [];
    opened.addEventListener('cnr-registered', ({ meeting, state }) => sent.push(`${meeting} ${state}`));
    const registration = await begin();
    await eventually(() => focused(registration) === 'step', 'the focus on the form’s heading');
    await part(registration, '.privacy', /organisateur seul et effacées 12 jours après la réunion/);
    await expect(opened).to.be.accessible();
    await type(registration, '#firstName', ' Ana ');
    await pick(registration, 2);
    (await part(registration, 'form')).dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await part(registration, '.note.success', 'Vos 2 places sont confirmées');
    await part(registration, '.note.success', 'Ana, 2 personnes, sur place.');
    await part(registration, '.note.success', 'Salle des fêtes, Laval');
    await eventually(() => focused(registration) === 'step', 'the focus on what became of it');
    await expect(opened).to.be.accessible();
    expect(sent).to.deep.equal(['soir received']);
    const [row] = backend.rows('registration');
    const { pseudonym, ...payload } = row?.payload ?? {};
    expect(payload).to.deep.equal({ meeting: ID, attendance: 'on-site', firstName: 'Ana', people: 2 });
    expect(pseudonym).to.match(/^[\da-f-]{36}$/);
    await part(opened, '.known', 'Sur place : 2 places');
  });

  it('names each field that is not as it should be, goes there, and sends nothing', async () => {
    await open({ remote: {}, places: { onSite: 1 } });
    const registration = await begin();
    await pick(registration, 2);
    await press(registration, 'Je m’inscris');
    const summary = await part(registration, '#errors', '2 champs à revoir');
    await eventually(() => registration.shadowRoot?.activeElement === summary, 'the focus on the summary');
    await expect(opened).to.be.accessible();
    (await part(registration, '#errors a', 'Prénom')).click();
    await eventually(() => focused(registration) === 'firstName', 'the focus on the name');
    await type(registration, '#firstName', 'Ana');
    (await part(registration, '.choice input')).click();
    await press(registration, 'Je m’inscris');
    await part(registration, '#errors', 'il reste 1 place. Choisissez 1 au plus.');
    expect(backend.rows('registration')).to.have.length(0);
  });

  it('says that what waits gives no place yet, and says once that it was confirmed meanwhile', async () => {
    await open();
    network.cut();
    const registration = await come();
    await part(registration, '.note.warning', 'pas encore envoyée');
    await part(registration, '.note.warning', 'Votre place n’est pas encore confirmée.');
    await expect(opened).to.be.accessible();
    network.mend();
    const said = announcements(registration);
    (document.activeElement as HTMLElement | null)?.blur();
    await sharedOutbox().flush({ force: true });
    await part(registration, '.note.success', 'Votre place est confirmée');
    await part(registration, '.note.success', 'Ana, 1 personne');
    expect(said).to.deep.equal(['Votre place est confirmée']);
    expect(document.activeElement).to.equal(document.body);
  });

  it('says when the last place went to somebody else meanwhile, and takes fewer people', async () => {
    await open();
    network.cut();
    const registration = await come(3);
    await part(registration, '.note.warning', 'pas encore envoyée');
    taken(3);
    network.mend();
    const said = announcements(registration);
    (document.activeElement as HTMLElement | null)?.blur();
    await sharedOutbox().flush({ force: true });
    await part(registration, '#step', 'vous n’avez pas de place');
    const outbox = await part(registration, 'cnr-outbox');
    const refusal = await part(outbox, 'cnr-refusal');
    await part(refusal, '.note', 'Il reste 1 place, moins que ce que vous demandez.');
    await expect(opened).to.be.accessible();
    expect(said).to.deep.equal(['Votre inscription n’est pas acceptée\u00a0: vous n’avez pas de place']);
    await press(refusal, 'Changer, puis renvoyer');
    expect((await part<HTMLInputElement>(registration, '#firstName')).value).to.equal('Ana');
    await pick(registration, 1);
    await press(registration, 'Envoyer la correction');
    await part(registration, '.note.success', 'Votre place est confirmée');
    expect(people()).to.deep.equal([1]);
  });

  it('says that places are free again, where they are since it was refused', async () => {
    await open();
    const [meeting] = meetings;
    const registration = await begin();
    taken(4);
    await type(registration, '#firstName', 'Ana');
    // What the form knows of places is what was read before.
    network.refuse('meeting-full', 409);
    if (meeting) meeting.taken = {};
    await press(registration, 'Je m’inscris');
    const refusal = await part(await part(registration, 'cnr-outbox'), 'cnr-refusal');
    await part(refusal, '.note', 'Des places se sont libérées depuis');
    network.mend();
    await press(refusal, 'Réessayer');
    await part(registration, '.note.success', 'Ana, 1 personne');
  });

  it('says why when registration closed, or the meeting was cancelled, before it arrived', async () => {
    await open();
    network.cut();
    const registration = await come();
    await part(registration, '.note.warning', 'pas encore envoyée');
    const [meeting] = meetings;
    if (meeting) meeting.status = 'cancelled';
    network.mend();
    await press(await part(registration, 'cnr-outbox'), 'Envoyer maintenant');
    await part(registration, '#step', 'vous n’avez pas de place');
    const refusal = await part(await part(registration, 'cnr-outbox'), 'cnr-refusal');
    await part(refusal, '.note', 'La réunion est annulée.');
    await eventually(() => focused(registration) === 'step', 'the focus on what became of it');
  });

  it('corrects and withdraws with the receipt; the place is free again', async () => {
    await open();
    const registration = await come(2);
    const receipt = await part(registration, 'cnr-receipt');
    await press(receipt, 'Corriger mon inscription');
    await part(registration, '#step', 'Corriger mon inscription');
    await pick(registration, 3);
    await press(registration, 'Envoyer la correction');
    await part(registration, '.note.success', 'Vos 3 places sont confirmées');
    expect(people()).to.deep.equal([3]);
    const corrected = await part(registration, 'cnr-receipt');
    await press(corrected, 'Annuler mon inscription');
    await press(corrected, 'Oui, annuler mon inscription');
    await part(registration, '.note.success', 'la place redevient libre');
    expect(people()).to.deep.equal([]);
    await part(opened, '.known', 'Sur place : 4 places');
    await show();
    await part(opened, 'button', 'S’inscrire');
    expect(partNow(opened, 'cnr-registration')).to.equal(undefined);
  });

  it('keeps the first registration where its correction is refused', async () => {
    await open();
    const registration = await come(1);
    await part(registration, '.note.success', 'Ana, 1 personne');
    await press(await part(registration, 'cnr-receipt'), 'Corriger mon inscription');
    await part(registration, '#step', 'Corriger mon inscription');
    await pick(registration, 3);
    taken(3);
    await press(registration, 'Envoyer la correction');
    await part(registration, '#step', 'votre première inscription tient toujours');
    const outbox = await part(registration, 'cnr-outbox');
    await press(outbox, 'Effacer');
    await press(outbox, 'Oui, effacer');
    await part(registration, '.note.success', 'Ana, 1 personne');
    expect(people()).to.deep.equal([1]);
  });

  it('shows what this device holds when one comes back, and what came of the meeting', async () => {
    await open({ remote: { link: 'https://visio.exemple/soir' }, place: undefined, places: {} });
    await come();
    await part(await form(), '.note a', 'https://visio.exemple/soir');
    const [meeting] = meetings;
    if (meeting) meeting.status = 'cancelled';
    await show();
    const registration = await form();
    await part(registration, '.note.error', 'Cette réunion est annulée');
    expect(partNow(registration, 'a', 'https://visio.exemple/soir')).to.equal(undefined);
    await expect(opened).to.be.accessible();
  });

  it('follows the outbox again when it left the page and came back', async () => {
    await open();
    network.cut();
    const registration = await come();
    await part(registration, '.note.warning', 'pas encore envoyée');
    const { parentNode } = opened;
    opened.remove();
    network.mend();
    await sharedOutbox().flush({ force: true });
    parentNode?.append(opened);
    await part(registration, '.note.success', 'Ana, 1 personne');
  });

  it('without the service, shows the receipt and says what it cannot', async () => {
    await open();
    const registration = await come();
    await part(registration, '.note.success', 'Ana, 1 personne');
    network.cut('registration');
    await show();
    const again = await form();
    await part(again, '.note.success', 'Votre place est confirmée');
    await part(again, '.note.success', 'Sans réponse du service');
    network.mend();
    await press(again, 'Réessayer');
    await part(again, '.note.success', 'Ana, 1 personne');
  });

  it('keeps nothing on a shared device, and takes the next person', async () => {
    meetings = [planned()];
    backend = backendOf(announced(), { meetings: { [CONSULTATION]: meetings } });
    const before = (await sharedOutbox().entries()).length;
    const provider = await fixture<HTMLElement>(html`<cnr-provider device="shared"></cnr-provider>`);
    const draw = () =>
      render(
        html`<cnr-meeting
          .backend=${backend}
          .published=${announced()}
          .rules=${{ retentionDays: 12, peopleMax: 3, contact: true }}
          .meeting=${ID}
        ></cnr-meeting>`,
        provider,
      );
    draw();
    opened = await eventually(() => provider.querySelector<HTMLElement>('cnr-meeting'), 'the meeting');
    const registration = await begin();
    await part(registration, '.note', 'Cet appareil est partagé');
    await type(registration, '#firstName', 'Ana');
    await press(registration, 'Je m’inscris');
    await part(registration, '.note.success', 'Ana, 1 personne');
    await press(registration, 'Inscrire une autre personne');
    expect((await part<HTMLInputElement>(registration, '#firstName')).value).to.equal('');
    await type(registration, '#firstName', 'Bilal');
    await press(registration, 'Je m’inscris');
    await part(registration, '.note.success', 'Bilal, 1 personne');
    expect(people()).to.deep.equal([1, 1]);
    expect(await sharedOutbox().entries()).to.have.length(before);
    render(html``, provider);
    draw();
    opened = await eventually(() => provider.querySelector<HTMLElement>('cnr-meeting'), 'the meeting again');
    await part(opened, 'button', 'S’inscrire');
    expect(partNow(opened, 'cnr-registration')).to.equal(undefined);
  });

  it('reads by its code, on a device that knows nothing of it, and corrects and withdraws from there', async () => {
    await open();
    const { code } = await elsewhere();
    const list = await fixture<HTMLElement>(
      html`<cnr-meeting-map .backend=${backend} consultation=${CONSULTATION}></cnr-meeting-map>`,
    );
    (await part(list, '.code summary')).click();
    const typed = await part(list, '.code cnr-receipt');
    await type(typed, '#code', code);
    await press(typed, 'Lire mon inscription');
    opened = await part(list, 'cnr-meeting');
    const registration = await form();
    await part(registration, '.note.success', 'Élise, 2 personnes');
    await expect(list).to.be.accessible();
    (await part(registration, 'summary', 'Code de reçu')).click();
    const receipt = await part(registration, 'cnr-receipt');
    expect(partNow(receipt, '#erase')).to.equal(undefined);
    await press(receipt, 'Corriger mon inscription');
    await pick(registration, 1);
    await press(registration, 'Envoyer la correction');
    await part(registration, '.note.success', 'Élise, 1 personne');
    expect(people()).to.deep.equal([1]);
    await press(list, 'Retour à la liste');
    await part(list, '.mark', 'Inscription faite sur cet appareil');
    await expect(list).to.be.accessible();
  });

  it('says in the list what waits, and nothing of it once it is withdrawn', async () => {
    await open();
    network.cut();
    const registration = await come();
    await part(registration, '.note.warning', 'pas encore envoyée');
    const list = await fixture<HTMLElement>(
      html`<cnr-meeting-map .backend=${backend} consultation=${CONSULTATION}></cnr-meeting-map>`,
    );
    await part(list, '.mark', 'Inscription en attente sur cet appareil, pas encore confirmée');
    network.mend();
    (await part(list, '#open-soir')).click();
    opened = await part(list, 'cnr-meeting');
    const again = await form();
    await press(await part(again, 'cnr-outbox'), 'Envoyer maintenant');
    await part(again, '.note.success', 'Ana, 1 personne');
    (await part(again, 'summary', 'Code de reçu')).click();
    const receipt = await part(again, 'cnr-receipt');
    await press(receipt, 'Annuler mon inscription');
    await press(receipt, 'Oui, annuler mon inscription');
    await part(again, '.note.success', 'la place redevient libre');
    await press(list, 'Retour à la liste');
    await eventually(() => !partNow(list, '.mark'), 'the end of the mark');
  });

  /** A registration of another device. */
  async function elsewhere(): Promise<{ code: string }> {
    const payload = {
      ...{ pseudonym: crypto.randomUUID(), meeting: ID, attendance: 'on-site' as const },
      ...{ firstName: 'Élise', people: 2 },
    };
    return backend.put({
      ...{ id: crypto.randomUUID(), kind: 'registration', consultation: CONSULTATION, definitionVersion: 1 },
      createdAt: new Date().toISOString(),
      payload,
    });
  }
});
