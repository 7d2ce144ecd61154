import { expect, fixture } from '@open-wc/testing';
import type { Backend } from '@cnr-widgets/client/backend';
import { Outbox } from '@cnr-widgets/client/outbox';
import { pseudonymFor } from '@cnr-widgets/client/pseudonyms';
import { memoryStore, type Store } from '@cnr-widgets/client/store';
import { toggleSupport } from '@cnr-widgets/client/supports';
import { html } from 'lit';
import '../define/outbox.js';
import '../define/refusal.js';
import { backendOf, eventually, Network, part, partNow, press, publishedOf } from '../testing/fixtures.js';
import type { CnrOutbox } from './outbox.js';

/** A device's store, but one of this test's own. */
function store(): Store {
  return { ...memoryStore(), durable: true };
}

async function submit(outbox: Outbox, backend: Backend, title = 'Quelle salle ?'): Promise<void> {
  await outbox.submit(backend, {
    kind: 'answer',
    consultation: 'la-salle',
    consultationTitle: title,
    definitionVersion: 1,
    payload: {
      answers: [
        { question: 'couleur', value: { kind: 'single', choice: 'bleu' } },
        { question: 'raison', value: null },
      ],
    },
  });
}

describe('<cnr-outbox>', () => {
  let outbox: Outbox;
  let kept: Store;
  /** Of pseudonyms. */
  let people: Store;
  let network: Network;
  let backend: Backend;
  const element = () => fixture<CnrOutbox>(html`<cnr-outbox .outbox=${outbox}></cnr-outbox>`);

  beforeEach(() => {
    kept = store();
    people = store();
    outbox = new Outbox({ store: kept, pseudonyms: people });
    network = new Network();
    backend = backendOf(publishedOf(), network);
  });

  it('says that nothing is kept', async () => {
    const empty = await element();
    await part(empty, 'p', 'Rien n’est gardé sur cet appareil.');
    await expect(empty).to.be.accessible();
  });

  it('lists what was received, refused and waits, the latest first', async () => {
    await submit(outbox, backend, 'Reçue');
    network.refuse('closed', 403);
    await submit(outbox, backend, 'Refusée');
    network.cut();
    await submit(outbox, backend, 'En attente');
    const list = await element();
    await part(list, 'p', '1 participation attend d’être envoyée.');
    expect(
      [...list.shadowRoot!.querySelectorAll('.state')].map(({ textContent }) => textContent),
    ).to.have.members(['Reçue', 'Non acceptée', 'Enregistrée ici, pas encore envoyée']);
    await part(list, '.mono', /^ [0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await expect(list).to.be.accessible();
  });

  it('says of each in the words of its kind why it was refused, and where what was received can be changed', async () => {
    const pseudonym = '018f6b1e-4c2a-7d3e-9b5f-2a1c3d4e5f60';
    const subject = `proposal:${pseudonym}`;
    const frame = { consultation: 'la-salle', consultationTitle: 'Quelle salle ?', definitionVersion: 1 };
    const about = { ...frame, keep: { subject, title: 'Un marché' } };
    network.refuse('limit-reached', 403);
    await outbox.submit(backend, {
      ...about,
      kind: 'comment',
      payload: { pseudonym, subject, text: 'Oui.' },
    });
    network.refuse('subject-closed', 403);
    const support = { pseudonym, subject, on: true, revision: 1 };
    await outbox.submit(backend, { ...about, kind: 'support', payload: support });
    network.refuse('closed', 403);
    await submit(outbox, backend);
    network.mend();
    await submit(outbox, backend);
    const sent = (await outbox.entries()).find(({ receipt }) => receipt)!;
    const descriptor = { adapter: 'http', url: 'https://participation.example' };
    const report = { ...sent, ...about, kind: 'report', descriptor };
    await kept.change(sent.id, () => ({ put: [[sent.id, report]] }));
    const list = await element();
    await part(
      list,
      'li',
      /Commentaire : Un marché\s*Non accepté\s.*Vous avez atteint la limite.*relire et le renvoyer/s,
    );
    await part(list, 'li', /Soutien : Un marché\s*Non accepté\s.*Les soutiens sont fermés/s);
    await part(list, 'li', /Quelle salle \?\s*Non acceptée\s.*arrivée trop tard.*écrite/s);
    const received = await part(
      list,
      'li',
      /Signalement : Un marché\s*Reçu\s*Reçu le .*vous pouvez le retirer/s,
    );
    expect(received.querySelector('a')?.href).to.equal('https://participation.example/c/la-salle');
    await expect(list).to.be.accessible();
  });

  it('begins its file with what it is and what is in it', async () => {
    await submit(outbox, backend);
    const list = await element();
    const made: Blob[] = [];
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return '#file';
    };
    try {
      await press(list, 'Tout enregistrer dans un fichier');
      await eventually(() => made.length === 1, 'the file');
    } finally {
      URL.createObjectURL = create;
    }
    const { about, format } = JSON.parse(await made[0]!.text()) as { about: string[]; format: string };
    expect(format).to.equal('cnr-widgets-outbox');
    expect(about[0]).to.match(/^Vos participations gardées sur cet appareil, le .*vos codes de reçu\.$/);
    expect(about[1]).to.match(/^Quelle salle \? · Reçue le .* · Code de reçu : [0-9A-Z]{4}-/);
  });

  it('follows the outbox, also after it was taken away and put back', async () => {
    const list = await element();
    await part(list, 'p', 'Rien n’est gardé');
    const { parentElement } = list;
    list.remove();
    network.cut();
    await submit(outbox, backend);
    parentElement?.append(list);
    await part(list, '.state', 'pas encore envoyée');
    network.mend();
    await outbox.flush({ force: true });
    await part(list, '.state', 'Reçue');
  });

  it('leaves the focus on what it was on when something comes above it', async () => {
    await submit(outbox, backend, 'La première');
    const list = await element();
    const erase = await part(list, 'li button', 'La première');
    erase.focus();
    await submit(outbox, backend, 'La deuxième');
    const [above, below] = await eventually(() => {
      const items = [...(list.shadowRoot?.querySelectorAll('li') ?? [])];
      return items.length === 2 && items;
    }, 'both');
    expect(above?.textContent).to.include('La deuxième');
    expect(below?.contains(erase)).to.equal(true);
    expect(list.shadowRoot?.activeElement).to.equal(erase);
    expect(erase.getAttribute('aria-label')).to.include('La première');
  });

  it('sends all that waits, and says what came of it', async () => {
    network.cut();
    await submit(outbox, backend);
    const list = await element();
    await press(list, 'Tout envoyer maintenant');
    await part(list, '[role="status"]', 'Toujours pas de réponse du service');
    network.mend();
    await press(list, 'Tout envoyer maintenant');
    await part(list, '[role="status"]', 'Tout est envoyé.');
    await part(list, '.state', 'Reçue');
  });

  it('says of one that is sent what came of it, and of a refusal not that nobody answered', async () => {
    network.cut();
    await submit(outbox, backend);
    const list = await element();
    await press(list, 'Envoyer : Quelle salle ?');
    const notice = await part(list, '[role="status"]', 'Toujours pas de réponse du service');
    network.mend();
    network.refuse('closed', 403);
    const resend = outbox.resend.bind(outbox);
    let sent: ReturnType<typeof resend> | undefined;
    outbox.resend = (id) => (sent = resend(id));
    await press(list, 'Envoyer : Quelle salle ?');
    await part(list, '.state', 'Non acceptée');
    expect((await sent)?.state).to.equal('refused');
    await list.updateComplete;
    expect(notice.textContent.trim()).to.equal('');
  });

  it('erases after a confirmation only, and keeps the focus near', async () => {
    network.cut();
    await submit(outbox, backend);
    const list = await element();
    await press(list, 'Effacer de cet appareil');
    await eventually(
      () => list.shadowRoot?.activeElement?.id === 'confirmation',
      'the focus on the question',
    );
    await expect(list).to.be.accessible();
    await press(list, 'Annuler');
    await eventually(
      () => list.shadowRoot?.activeElement?.id.startsWith('erase-'),
      'the focus back on the button',
    );
    expect(await outbox.entries()).to.have.length(1);
    await press(list, 'Effacer de cet appareil');
    await press(list, 'Oui, effacer');
    await part(list, '[role="status"]', 'Effacé de cet appareil.');
    expect(await outbox.entries()).to.deep.equal([]);
  });

  it('says that it could not erase', async () => {
    const broken = store();
    outbox = new Outbox({ store: broken });
    network.cut();
    await submit(outbox, backend);
    broken.change = () => Promise.reject(new DOMException('quota', 'QuotaExceededError'));
    const list = await element();
    await press(list, 'Effacer de cet appareil');
    await press(list, 'Oui, effacer');
    await part(list, '[role="status"]', 'toujours sur cet appareil');
    await part(list, '.state', 'pas encore envoyée');
  });

  it('does not call a store empty that it cannot read', async () => {
    const blocked = store();
    blocked.entries = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
    outbox = new Outbox({ store: blocked });
    const list = await element();
    await part(list, '.error', 'ne permet pas de lire');
    await expect(list).to.be.accessible();
  });

  it('shows what it cannot read, to be erased', async () => {
    const foreign = store();
    await foreign.change('ancien', () => ({ put: [['ancien', { schema: 0 }]] }));
    outbox = new Outbox({ store: foreign, pseudonyms: people });
    const list = await element();
    await part(list, 'p', 'Élément illisible');
    await expect(list).to.be.accessible();
    await press(list, 'Effacer de cet appareil');
    await press(list, 'Oui, effacer');
    await part(list, 'p', 'Rien n’est gardé');
  });

  it('says what is left once receipts are erased, and erases everything when asked twice', async () => {
    const subject = `proposal:${crypto.randomUUID()}`;
    network.cut();
    await toggleSupport(outbox, backend, { consultation: 'la-salle', definitionVersion: 1, subject });
    const list = await element();
    await press(list, /^Effacer/);
    await press(list, 'Oui, effacer');
    await part(
      list,
      'p',
      'Il y reste un identifiant tiré au hasard, qui évite de vous compter deux fois jusqu’à la fin de la consultation.',
    );
    expect(partNow(list, 'p', 'Rien n’est gardé')).to.equal(undefined);
    await expect(list).to.be.accessible();
    await submit(outbox, backend);
    await part(list, '.state', 'pas encore envoyée');
    await press(list, 'Tout effacer de cet appareil');
    await press(list, 'Annuler');
    await eventually(() => list.shadowRoot?.activeElement?.id === 'erase-all', 'the focus back');
    await press(list, 'Tout effacer de cet appareil');
    await press(list, 'Oui, tout effacer');
    await part(list, 'p', 'Rien n’est gardé sur cet appareil.');
    await part(list, '[role=status]', 'Tout est effacé de cet appareil.');
    expect(partNow(list, 'button')).to.equal(undefined);
    expect([await kept.entries(), await people.entries()]).to.deep.equal([[], []]);
  });

  it('forgets with a registration who made it', async () => {
    const pseudonym = await pseudonymFor(
      { descriptor: backend.descriptor, consultation: 'la-salle' },
      'registration',
      { store: people },
    );
    network.cut();
    await outbox.submit(backend, {
      kind: 'registration',
      consultation: 'la-salle',
      definitionVersion: 1,
      payload: { pseudonym, meeting: 'soir', attendance: 'on-site', firstName: 'Ana', people: 1 },
    });
    const list = await element();
    await press(list, /^Effacer/);
    await press(list, 'Oui, effacer');
    await part(list, 'p', 'Rien n’est gardé sur cet appareil.');
    expect(await people.entries()).to.deep.equal([]);
  });

  it('says that what waits in memory is lost with the page', async () => {
    outbox = new Outbox({ store: memoryStore() });
    network.cut();
    await submit(outbox, backend);
    await part(await element(), 'p', 'perdu si vous fermez cette page');
  });

  it('shows one entry’s own actions as part of another element', async () => {
    network.cut();
    await submit(outbox, backend, 'La première');
    await submit(outbox, backend, 'La seconde');
    const [first] = await outbox.entries();
    const list = await fixture<CnrOutbox>(
      html`<cnr-outbox .outbox=${outbox} .only=${first!.id}></cnr-outbox>`,
    );
    await part(list, 'button', 'Enregistrer dans un fichier');
    expect(partNow(list, 'button', 'La seconde')).to.equal(undefined);
    expect(partNow(list, 'h2')).to.equal(undefined);
  });

  describe('with one entry, in another element', () => {
    const only = async (conclude?: CnrOutbox['conclude']) => {
      const [entry] = await outbox.entries();
      return fixture<CnrOutbox>(
        html`<cnr-outbox .outbox=${outbox} .only=${entry?.id} .conclude=${conclude}></cnr-outbox>`,
      );
    };
    const broken = () => Promise.reject(new DOMException('gone', 'UnknownError'));
    const breakStore = () => Object.assign(kept, { get: broken, entries: broken, change: broken });

    it('says that a press came to nothing where the store is out of reach', async () => {
      network.cut();
      await submit(outbox, backend);
      const waiting = await only();
      const working = { ...kept };
      await part(waiting, 'button', 'Envoyer maintenant');
      breakStore();
      await press(waiting, 'Envoyer maintenant');
      await part(waiting, '[role="status"]', 'L’envoi n’a pas abouti');
      Object.assign(kept, working);
      network.mend();
      await press(waiting, 'Envoyer maintenant');
      await eventually(async () => (await outbox.entries())[0]?.state === 'received', 'the receipt');
    });

    it('says so of what was refused and is sent anew, too, and lets whoever shows it know', async () => {
      network.refuse('content-conflict', 422);
      await submit(outbox, backend);
      const told: string[] = [];
      const refused = await only((sending) =>
        sending.then(
          ({ state }) => told.push(state),
          () => told.push('failed'),
        ),
      );
      const refusal = await part(refused, 'cnr-refusal');
      await part(refusal, 'button', 'nouvelle réponse');
      breakStore();
      await press(refusal, 'nouvelle réponse');
      await part(refused, '[role="status"]', 'L’envoi n’a pas abouti');
      expect(told).to.deep.equal(['failed']);
      await expect(refused).to.be.accessible();
    });

    it('asks the device again where it could not be read', async () => {
      network.cut();
      await submit(outbox, backend);
      const [entry] = await outbox.entries();
      const working = { ...kept };
      breakStore();
      const unread = await fixture<CnrOutbox>(
        html`<cnr-outbox .outbox=${new Outbox({ store: kept })} .only=${entry?.id}></cnr-outbox>`,
      );
      await part(unread, 'p', 'ne permet pas de lire');
      Object.assign(kept, working);
      await press(unread, 'Réessayer');
      await part(unread, 'button', 'Envoyer maintenant');
    });
  });
});
