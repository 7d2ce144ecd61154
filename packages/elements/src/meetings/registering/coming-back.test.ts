import { expect, fixture } from '@open-wc/testing';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import { isAt } from '@cnr-widgets/client/place';
import { html, render } from 'lit';
import '../../define/meeting-map.js';
import '../../define/provider.js';
import { backendOf, eventually, part, partNow, press, type } from '../../testing/fixtures.js';
import { announced, CONSULTATION, ID, planned, Registering } from '../../testing/registering.js';

describe('<cnr-registration>, when one comes back', () => {
  let device: Registering;

  beforeEach(() => {
    device = new Registering();
  });

  it('shows what this device holds when one comes back, and what came of the meeting', async () => {
    await device.open({ remote: { link: 'https://visio.exemple/soir' }, place: undefined, places: {} });
    await device.come();
    await part(await device.form(), '.note a', 'https://visio.exemple/soir');
    const [meeting] = device.meetings;
    if (meeting) meeting.status = 'cancelled';
    await device.show();
    const registration = await device.form();
    await part(registration, '.note.error', 'Cette réunion est annulée');
    expect(partNow(registration, 'a', 'https://visio.exemple/soir')).to.equal(undefined);
    await expect(device.opened).to.be.accessible();
  });

  it('follows the outbox again when it left the page and came back', async () => {
    await device.open();
    device.network.cut();
    const registration = await device.come();
    await part(registration, '.note.warning', 'pas encore envoyée');
    const { parentNode } = device.opened;
    device.opened.remove();
    device.network.mend();
    await sharedOutbox().flush({ force: true });
    parentNode?.append(device.opened);
    await part(registration, '.note.success', 'Ana, 1 personne');
  });

  it('without the service, shows the receipt and says what it cannot', async () => {
    await device.open();
    const registration = await device.come();
    await part(registration, '.note.success', 'Ana, 1 personne');
    device.network.cut('registration');
    await device.show();
    const again = await device.form();
    await part(again, '.note.success', 'Votre place est confirmée');
    await part(again, '.note.success', 'Le service ne répond pas');
    device.network.mend();
    await press(again, 'Réessayer');
    await part(again, '.note.success', 'Ana, 1 personne');
  });

  it('keeps nothing on a shared device, and takes the next person', async () => {
    device.meetings = [planned()];
    device.backend = backendOf(announced(), { meetings: { [CONSULTATION]: device.meetings } });
    const before = (await sharedOutbox().entries()).length;
    const provider = await fixture<HTMLElement>(html`<cnr-provider device="shared"></cnr-provider>`);
    const draw = () =>
      render(
        html`<cnr-meeting
          .backend=${device.backend}
          .published=${announced()}
          .rules=${{ retentionDays: 12, peopleMax: 3, contact: true }}
          .meeting=${ID}
        ></cnr-meeting>`,
        provider,
      );
    draw();
    device.opened = await eventually(() => provider.querySelector<HTMLElement>('cnr-meeting'), 'the meeting');
    const registration = await device.begin();
    await part(registration, '.note', 'Cet appareil est partagé');
    await type(registration, '#firstName', 'Ana');
    await press(registration, 'Je m’inscris');
    await part(registration, '.note.success', 'Ana, 1 personne');
    await press(registration, 'Inscrire une autre personne');
    expect((await part<HTMLInputElement>(registration, '#firstName')).value).to.equal('');
    await type(registration, '#firstName', 'Bilal');
    await press(registration, 'Je m’inscris');
    await part(registration, '.note.success', 'Bilal, 1 personne');
    expect(device.people()).to.deep.equal([1, 1]);
    expect(await sharedOutbox().entries()).to.have.length(before);
    render(html``, provider);
    draw();
    device.opened = await eventually(
      () => provider.querySelector<HTMLElement>('cnr-meeting'),
      'the meeting again',
    );
    await part(device.opened, 'button', 'S’inscrire');
    expect(partNow(device.opened, 'cnr-registration')).to.equal(undefined);
  });

  it('reads by its code, on a device that knows nothing of it, and corrects and withdraws from there', async () => {
    await device.open();
    const { code } = await device.elsewhere();
    const list = await fixture<HTMLElement>(
      html`<cnr-meeting-map .backend=${device.backend} consultation=${CONSULTATION}></cnr-meeting-map>`,
    );
    (await part(list, '.code summary')).click();
    const typed = await part(list, '.code cnr-receipt');
    await type(typed, '#code', code);
    await press(typed, 'Lire mon inscription');
    device.opened = await part(list, 'cnr-meeting');
    const registration = await device.form();
    await part(registration, '.note.success', 'Élise, 2 personnes');
    await expect(list).to.be.accessible();
    (await part(registration, 'summary', 'Code de reçu')).click();
    const receipt = await part(registration, 'cnr-receipt');
    expect(partNow(receipt, '#erase')).to.equal(undefined);
    await press(receipt, 'Corriger mon inscription');
    await device.pick(registration, 1);
    await press(registration, 'Envoyer la correction');
    await part(registration, '.note.success', 'Élise, 1 personne');
    expect(device.people()).to.deep.equal([1]);
    await press(list, 'Retour à la liste');
    await part(list, '.mark', 'Inscription faite sur cet appareil');
    await expect(list).to.be.accessible();
  });

  it('says in the list what came of a form that was left before its answer came', async () => {
    await device.open();
    let letGo: () => void = () => expect.fail('nothing was held');
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const backend = backendOf(announced(), {
      meetings: { [CONSULTATION]: device.meetings },
      intercept: ({ name, moment }) => (name === 'put' && moment === 'before' ? held : undefined),
    });
    const list = await fixture<HTMLElement>(
      html`<cnr-meeting-map .backend=${backend} consultation=${CONSULTATION}></cnr-meeting-map>`,
    );
    (await part(list, '#open-soir')).click();
    device.opened = await part(list, 'cnr-meeting');
    await device.come();
    await press(list, 'Retour à la liste');
    await part(list, '.mark', 'Inscription en cours d’envoi');
    letGo();
    await part(list, '.mark', 'Inscription faite sur cet appareil');
    // Erased in another tab, too, while the list stands.
    const entries = await sharedOutbox().entries();
    const [own] = entries.filter((entry) => isAt(entry, { descriptor: backend.descriptor }));
    await sharedOutbox().erase(own!.id);
    await eventually(() => !partNow(list, '.mark'), 'the end of the mark');
  });

  it('says in the list what waits, and nothing of it once it is withdrawn', async () => {
    await device.open();
    device.network.cut();
    const registration = await device.come();
    await part(registration, '.note.warning', 'pas encore envoyée');
    const list = await fixture<HTMLElement>(
      html`<cnr-meeting-map .backend=${device.backend} consultation=${CONSULTATION}></cnr-meeting-map>`,
    );
    await part(list, '.mark', 'Inscription en attente sur cet appareil, pas encore confirmée');
    device.network.mend();
    (await part(list, '#open-soir')).click();
    device.opened = await part(list, 'cnr-meeting');
    const again = await device.form();
    // By the outbox's own timer it may be sent already: no button is waited for.
    dispatchEvent(new Event('online'));
    await part(again, '.note.success', 'Ana, 1 personne');
    (await part(again, 'summary', 'Code de reçu')).click();
    const receipt = await part(again, 'cnr-receipt');
    await press(receipt, 'Annuler mon inscription');
    await press(receipt, 'Oui, annuler mon inscription');
    await part(again, '.note.success', 'la place redevient libre');
    await press(list, 'Retour à la liste');
    await eventually(() => !partNow(list, '.mark'), 'the end of the mark');
  });
});
