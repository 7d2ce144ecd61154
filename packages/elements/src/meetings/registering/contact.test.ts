import { expect, fixture } from '@open-wc/testing';
import type { MemoryBackend } from '@cnr-widgets/client/memory';
import { html } from 'lit';
import '../../define/meeting.js';
import {
  backendOf,
  eventually,
  inDays,
  Network,
  part,
  press,
  publishedOf,
  type,
} from '../../testing/fixtures.js';

const ADDRESS = 'ana.contact@exemple.fr';
const NEEDS = 'Une place pour un fauteuil';

describe('<cnr-contact>', () => {
  let network: Network;
  let backend: MemoryBackend;
  let code: string;

  beforeEach(() => {
    network = new Network();
  });

  async function begin(contact = true): Promise<HTMLElement> {
    const published = publishedOf({ questionnaire: undefined, meetings: { contact } });
    const meeting = {
      id: 'soir',
      title: 'Réunion du soir',
      timeZone: 'Europe/Paris',
      sessions: [{ start: inDays(5), end: inDays(5.1) }],
      place: { city: 'Laval', departement: '53' },
      registration: {},
    };
    backend = backendOf(published, { meetings: { 'la-salle': [meeting] }, intercept: network.intercept });
    const opened = await fixture<HTMLElement>(
      html`<cnr-meeting
        .backend=${backend}
        .published=${published}
        .rules=${{ retentionDays: 30, peopleMax: 1, contact }}
        .meeting=${'soir'}
      ></cnr-meeting>`,
    );
    await press(opened, 'S’inscrire');
    const registration = await part(opened, 'cnr-registration');
    await type(registration, '#firstName', 'Ana');
    await press(registration, 'Je m’inscris');
    await part(registration, '.note.success', 'Ana, 1 personne');
    code = (await part(await part(registration, 'cnr-receipt'), '.code')).textContent;
    return registration;
  }

  async function openForm(): Promise<HTMLElement> {
    const form = await part(await begin(), 'cnr-contact');
    (await part(form, 'summary')).click();
    return form;
  }

  const left = async () => (await backend.registration('la-salle', code)).contact;

  async function write(form: Element): Promise<void> {
    await type(form, '#email', ADDRESS);
    await type(form, '#needs', NEEDS);
  }

  /** All that pages can keep on a device, as text. */
  async function everythingStored(): Promise<string> {
    const kept: unknown[] = [document.cookie, location.href];
    for (const storage of [localStorage, sessionStorage]) {
      kept.push(Object.entries(storage));
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        kept.push(await asked(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
    }
    return JSON.stringify(kept);
  }

  function asked<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not read', { cause: request.error }));
    });
  }

  it('sends an address and needs, with their own consent, and keeps nothing of them on the device', async () => {
    const form = await openForm();
    const consent = await part<HTMLInputElement>(form, '#consent');
    expect(consent.checked).to.equal(false);
    await expect(form).to.be.accessible();
    await write(form);
    await press(form, 'Envoyer à l’organisateur');
    const summary = await part(form, '#errors', 'cochez la case');
    await eventually(() => form.shadowRoot?.activeElement === summary, 'the focus on the summary');
    await expect(form).to.be.accessible();
    expect(await left()).to.deep.equal({ email: false, needs: false });
    consent.click();
    await press(form, 'Envoyer à l’organisateur');
    await part(form, '#notice', 'Envoyé à l’organisateur');
    expect(await left()).to.deep.equal({ email: true, needs: true });
    expect((await part<HTMLInputElement>(form, '#email')).value).to.equal('');
    const kept = await everythingStored();
    expect(kept).to.include(code);
    expect(kept).not.to.include('ana.contact');
    expect(kept).not.to.include('fauteuil');
    await expect(form).to.be.accessible();
  });

  it('erases what was left', async () => {
    const form = await openForm();
    await write(form);
    (await part(form, '#consent')).click();
    await press(form, 'Envoyer à l’organisateur');
    await part(form, '#notice', 'Envoyé');
    await press(form, 'Effacer ce que j’ai laissé');
    await press(form, 'Oui, effacer');
    await part(form, '#notice', 'Effacé chez l’organisateur');
    expect(await left()).to.deep.equal({ email: false, needs: false });
  });

  it('needs the network: what was typed stays in its field, and nowhere else', async () => {
    const form = await openForm();
    await write(form);
    (await part(form, '#consent')).click();
    network.cut('leaveContact');
    await press(form, 'Envoyer à l’organisateur');
    await part(form, '#notice', 'rien n’est envoyé');
    await eventually(() => form.shadowRoot?.activeElement?.id === 'notice', 'the focus on what was said');
    expect((await part<HTMLInputElement>(form, '#email')).value).to.equal(ADDRESS);
    expect(await everythingStored()).not.to.include('ana.contact');
    network.mend();
    await press(form, 'Envoyer à l’organisateur');
    await part(form, '#notice', 'Envoyé');
  });

  it('names what is no address, and what is empty', async () => {
    const form = await openForm();
    (await part(form, '#consent')).click();
    await press(form, 'Envoyer à l’organisateur');
    await part(form, '#errors', 'remplissez au moins un des deux');
    for (const wrong of ['ana', 'ana@exemple', 'ana@exemple.', 'ana exemple@exemple.fr']) {
      await type(form, '#email', wrong);
      await press(form, 'Envoyer à l’organisateur');
      await part(form, '#email-fault', 'écrivez une adresse complète');
    }
    expect(await left()).to.deep.equal({ email: false, needs: false });
  });

  it('is not there where the organiser asks for neither', async () => {
    const registration = await begin(false);
    expect(registration.shadowRoot?.querySelector('cnr-contact')).to.equal(null);
  });
});
