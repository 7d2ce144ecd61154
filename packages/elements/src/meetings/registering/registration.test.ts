import { expect } from '@open-wc/testing';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import '../../define/meeting-map.js';
import '../../define/provider.js';
import { eventually, leaveFocus, part, partNow, press, type } from '../../testing/fixtures.js';
import { announcements, focused, ID, Registering } from '../../testing/registering.js';

describe('<cnr-registration>', () => {
  let device: Registering;

  beforeEach(() => {
    device = new Registering();
  });

  it('goes from the button by the form to a confirmed place, by the keyboard’s road', async () => {
    await device.open();
    const sent: string[] = [];
    device.opened.addEventListener('cnr-registered', ({ meeting, state }) =>
      sent.push(`${meeting} ${state}`),
    );
    const registration = await device.begin();
    await eventually(() => focused(registration) === 'step', 'the focus on the form’s heading');
    await part(registration, '.privacy', /Elles sont effacées 12 jours après la réunion/);
    await expect(device.opened).to.be.accessible();
    await type(registration, '#firstName', ' Ana ');
    await device.pick(registration, 2);
    (await part(registration, 'form')).dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await part(registration, '.note.success', 'Vos 2 places sont confirmées');
    await part(registration, '.note.success', 'Ana, 2 personnes, sur place.');
    await part(registration, '.note.success', 'Salle des fêtes, Laval');
    await eventually(() => focused(registration) === 'step', 'the focus on what became of it');
    await expect(device.opened).to.be.accessible();
    expect(sent).to.deep.equal(['soir received']);
    const [row] = device.backend.rows('registration');
    const { pseudonym, ...payload } = row?.payload ?? {};
    expect(payload).to.deep.equal({ meeting: ID, attendance: 'on-site', firstName: 'Ana', people: 2 });
    expect(pseudonym).to.match(/^[\da-f-]{36}$/);
    await part(device.opened, '.known', 'Sur place : 2 places');
  });

  it('names each field that is not as it should be, goes there, and sends nothing', async () => {
    await device.open({ remote: {}, places: { onSite: 1 } });
    const registration = await device.begin();
    await part(registration, 'label', 'Prénom (obligatoire)');
    await part(registration, 'legend', '(obligatoire)');
    await device.pick(registration, 2);
    await press(registration, 'Je m’inscris');
    const summary = await part(registration, '#errors', '2 champs à revoir');
    await eventually(() => registration.shadowRoot?.activeElement === summary, 'the focus on the summary');
    await expect(device.opened).to.be.accessible();
    (await part(registration, '#errors a', 'Prénom')).click();
    await eventually(() => focused(registration) === 'firstName', 'the focus on the name');
    await type(registration, '#firstName', 'Ana');
    (await part(registration, '.choice input')).click();
    await press(registration, 'Je m’inscris');
    await part(registration, '#errors', 'il reste 1 place. Choisissez 1 au plus.');
    expect(device.backend.rows('registration')).to.have.length(0);
  });

  it('says that what waits gives no place yet, and says once that it was confirmed meanwhile', async () => {
    await device.open();
    device.network.cut();
    const registration = await device.come();
    await part(registration, '.note.warning', 'pas encore envoyée');
    await part(registration, '.note.warning', 'Votre place n’est pas encore confirmée.');
    await expect(device.opened).to.be.accessible();
    device.network.mend();
    const said = announcements(registration);
    leaveFocus();
    await sharedOutbox().flush({ force: true });
    await part(registration, '.note.success', 'Votre place est confirmée');
    await part(registration, '.note.success', 'Ana, 1 personne');
    expect(said).to.deep.equal(['Votre place est confirmée']);
    expect(document.activeElement).to.equal(document.body);
  });

  it('says when the last place went to somebody else meanwhile, and takes fewer people', async () => {
    await device.open();
    device.network.cut();
    const registration = await device.come(3);
    await part(registration, '.note.warning', 'pas encore envoyée');
    device.taken(3);
    device.network.mend();
    const said = announcements(registration);
    leaveFocus();
    await sharedOutbox().flush({ force: true });
    await part(registration, '#step', 'vous n’avez pas de place');
    const outbox = await part(registration, 'cnr-outbox');
    const refusal = await part(outbox, 'cnr-refusal');
    await part(refusal, '.note', 'Il reste 1 place, moins que ce que vous demandez.');
    await expect(device.opened).to.be.accessible();
    expect(said).to.deep.equal(['Votre inscription n’est pas acceptée\u00a0: vous n’avez pas de place']);
    await press(refusal, 'Changer, puis renvoyer');
    expect((await part<HTMLInputElement>(registration, '#firstName')).value).to.equal('Ana');
    await device.pick(registration, 1);
    await press(registration, 'Envoyer la correction');
    await part(registration, '.note.success', 'Votre place est confirmée');
    expect(device.people()).to.deep.equal([1]);
  });

  it('says that places are free again, where they are since it was refused', async () => {
    await device.open();
    const [meeting] = device.meetings;
    const registration = await device.begin();
    device.taken(4);
    await type(registration, '#firstName', 'Ana');
    // What the form knows of places is what was read before.
    device.network.refuse('meeting-full', 409);
    if (meeting) meeting.taken = {};
    await press(registration, 'Je m’inscris');
    const refusal = await part(await part(registration, 'cnr-outbox'), 'cnr-refusal');
    await part(refusal, '.note', 'Des places se sont libérées depuis');
    device.network.mend();
    await press(refusal, 'Réessayer');
    await part(registration, '.note.success', 'Ana, 1 personne');
  });

  it('says why when registration closed, or the meeting was cancelled, before it arrived', async () => {
    await device.open();
    device.network.cut();
    const registration = await device.come();
    await part(registration, '.note.warning', 'pas encore envoyée');
    const [meeting] = device.meetings;
    if (meeting) meeting.status = 'cancelled';
    device.network.mend();
    await press(await part(registration, 'cnr-outbox'), 'Envoyer maintenant');
    await part(registration, '#step', 'vous n’avez pas de place');
    const refusal = await part(await part(registration, 'cnr-outbox'), 'cnr-refusal');
    await part(refusal, '.note', 'La réunion est annulée.');
    await eventually(() => focused(registration) === 'step', 'the focus on what became of it');
  });

  it('corrects and withdraws with the receipt; the place is free again', async () => {
    await device.open();
    const registration = await device.come(2);
    const receipt = await part(registration, 'cnr-receipt');
    await press(receipt, 'Corriger mon inscription');
    await part(registration, '#step', 'Corriger mon inscription');
    await device.pick(registration, 3);
    await press(registration, 'Envoyer la correction');
    await part(registration, '.note.success', 'Vos 3 places sont confirmées');
    expect(device.people()).to.deep.equal([3]);
    const corrected = await part(registration, 'cnr-receipt');
    await part(corrected, '.stub', 'Cette inscription remplace la précédente');
    const [sent] = device.backend.rows('registration');
    await press(corrected, 'Annuler mon inscription');
    await press(corrected, 'Oui, annuler mon inscription');
    await part(registration, '.note.success', 'la place redevient libre');
    expect(device.people()).to.deep.equal([]);
    await part(device.opened, '.known', 'Sur place : 4 places');
    // The receipt goes from the device once it was told: who comes again meanwhile would still be shown it.
    await eventually(
      async () => (await sharedOutbox().entries()).every(({ id }) => id !== sent?.id),
      'the receipt to go from the device',
    );
    await device.show();
    await part(device.opened, 'button', 'S’inscrire');
    expect(partNow(device.opened, 'cnr-registration')).to.equal(undefined);
  });

  it('keeps the first registration where its correction is refused', async () => {
    await device.open();
    const registration = await device.come(1);
    await part(registration, '.note.success', 'Ana, 1 personne');
    await press(await part(registration, 'cnr-receipt'), 'Corriger mon inscription');
    await part(registration, '#step', 'Corriger mon inscription');
    await device.pick(registration, 3);
    device.taken(3);
    await press(registration, 'Envoyer la correction');
    await part(registration, '#step', 'votre première inscription tient toujours');
    const outbox = await part(registration, 'cnr-outbox');
    await press(outbox, 'Effacer');
    await press(outbox, 'Oui, effacer');
    await part(registration, '.note.success', 'Ana, 1 personne');
    expect(device.people()).to.deep.equal([1]);
  });
});
