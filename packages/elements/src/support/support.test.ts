import { expect, fixture } from '@open-wc/testing';
import type { MemoryCall } from '@cnr-widgets/client/memory';
import { peekEntries } from '@cnr-widgets/client/peek';
import { html } from 'lit';
import '../define/support.js';
import { define } from '../define/define.js';
import { CnrErrorEvent } from '../events.js';
import { hushed } from '../testing/console.js';
import { eventually, heard, inDays, Network, part, partNow } from '../testing/fixtures.js';
import { BENCHES, button, counted, FOUNTAIN, subjectOf, supportable } from '../testing/supports.js';

/** The calls for counts that reach a backend. */
function counting(): { calls: number; intercept: (call: MemoryCall) => void } {
  const seen = {
    calls: 0,
    intercept: ({ name, moment }: MemoryCall) => {
      if (name === 'supports' && moment === 'before') seen.calls += 1;
    },
  };
  return seen;
}

const text = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim();

describe('<cnr-support>', () => {
  it('says what is supported, and by how many, with nothing for axe to say', async () => {
    const element = await button(supportable());
    const inner = await counted(element, 12);
    expect(inner.getAttribute('aria-pressed')).to.equal('false');
    const name = [...inner.querySelectorAll(':not([aria-hidden]):is(span)')].map((one) => one.textContent);
    expect(name.join('')).to.equal('Soutenir\u00a0: Des bancs à l’ombre,12\u00a0soutiens');
    await expect(element).to.be.accessible();
  });

  it('takes the host’s own words for what is supported', async () => {
    const element = await button(supportable(), { label: 'Les bancs' });
    expect(text(await counted(element, 12)))
      .to.include('Les bancs')
      .and.not.include('ombre');
  });

  it('writes nothing on the device', async () => {
    const backend = supportable();
    await counted(await button(backend), 12);
    expect(await peekEntries({ descriptor: backend.descriptor })).to.deep.equal([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include('cnr-widgets');
    expect(localStorage.length + sessionStorage.length + document.cookie.length).to.equal(0);
  });

  it('asks once for all the buttons of a page', async () => {
    const seen = counting();
    const backend = supportable(seen);
    const page = await fixture(
      html`<div>
        ${[BENCHES, FOUNTAIN, BENCHES].map(
          (one) =>
            html`<cnr-support
              .backend=${backend}
              consultation="la-salle"
              subject=${subjectOf(one)}
            ></cnr-support>`,
        )}
      </div>`,
    );
    const [first, second] = page.querySelectorAll('cnr-support');
    await counted(first!, 12);
    await counted(second!, 3);
    expect(seen.calls).to.equal(1);
  });

  it('asks nothing before it comes near the screen', async () => {
    const seen = counting();
    const near = await button(supportable());
    const page = await fixture<HTMLElement>(html`<div><p class="far"></p></div>`);
    const far = page.querySelector<HTMLElement>('.far')!;
    far.style.height = '5000px';
    const element = document.createElement('cnr-support');
    const place = { consultation: 'la-salle', subject: subjectOf(BENCHES) };
    page.append(Object.assign(element, { backend: supportable(seen), ...place }));
    // Whatever is in sight is told in the same frame: when that one has its count, the other was passed over.
    near.subject = subjectOf(FOUNTAIN);
    await counted(near, 3);
    expect(seen.calls).to.equal(0);
    // Who lists it has read on the device that it was pressed; once it is asked for, it says so itself.
    element.knownOn = true;
    await part(element, '[aria-pressed=true]');
    far.style.height = '0';
    expect((await counted(element, 12)).getAttribute('aria-pressed')).to.equal('false');
  });

  it('leads to the notice where it stands alone: not in a list of compact ones, nor in another element of ours', async () => {
    const url = 'https://participation.example';
    const backend = { ...supportable(), descriptor: { adapter: 'http' as const, url } };
    const alone = await button(backend);
    await counted(alone, 12);
    const link = await part<HTMLAnchorElement>(alone, 'a', 'Vos données');
    expect(link.getAttribute('href')).to.equal(`${url}/c/la-salle/donnees`);
    expect(link.getBoundingClientRect().height).to.be.at.least(24);
    await expect(alone).to.be.accessible();
    const compact = await button(backend, { compact: true });
    await counted(compact, 12);
    expect(partNow(compact, 'a')).to.equal(undefined);
    const ours = document.createElement('cnr-example');
    alone.parentElement?.append(ours);
    ours.attachShadow({ mode: 'open' }).append(alone);
    alone.requestUpdate();
    await alone.updateComplete;
    expect(partNow(alone, 'a')).to.equal(undefined);
    // From files, or in the page, there is no such page.
    const elsewhere = await button(supportable());
    await counted(elsewhere, 12);
    expect(partNow(elsewhere, 'a')).to.equal(undefined);
  });

  it('shortens a great count where it is seen, and not in the name', async () => {
    const element = await button(supportable({ seeds: [{ ...BENCHES, supports: 12_345 }] }), {
      compact: true,
    });
    const inner = await counted(element, /12\sk/);
    expect(text(inner)).to.match(/12 345 soutiens/);
    expect(inner.querySelector('.visually-hidden')?.textContent).to.equal('Soutenir');
    await expect(element).to.be.accessible();
  });

  it('is 44 px at least, in both variants, and as high before it has content', async () => {
    const waiting = new Promise<void>(() => undefined);
    const backend = supportable({ intercept: ({ name }) => (name === 'supports' ? waiting : undefined) });
    const loading = await button(backend, { compact: true });
    await part(loading, '.count', '…');
    const ready = await button(supportable(), { compact: true });
    const inner = await counted(ready, 12);
    const { width, height } = inner.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
    expect(loading.getBoundingClientRect().height).to.equal(ready.getBoundingClientRect().height);
  });

  for (const [name, published, words] of [
    ['upcoming', { opensAt: inDays(3), closesAt: inDays(9) }, 'pas encore ouverts'],
    ['closed', { closesAt: inDays(-2) }, 'Les soutiens sont fermés.'],
  ] as const) {
    it(`keeps the count and says why it cannot be pressed: ${name}`, async () => {
      const element = await button(supportable({ published }));
      await part(element, '#hint', words);
      await part(element, '.closed', '12');
      expect(partNow(element, 'button')).to.equal(undefined);
      await expect(element).to.be.accessible();
    });
  }

  it('says so where the proposal alone is closed, or is not to be seen any more', async () => {
    const backend = supportable();
    backend.moderate(BENCHES.id, 'archived');
    await part(await button(backend), '#hint', 'Les soutiens sont fermés.');
    backend.moderate(FOUNTAIN.id, 'refused', 'Hors sujet');
    const events = heard();
    const gone = await button(backend, { of: FOUNTAIN });
    await part(gone, '#hint', 'Ce texte n’est plus publié.');
    expect(partNow(gone, 'button')).to.equal(undefined);
    expect(gone.shadowRoot?.querySelector('slot')?.assignedElements()).to.have.length(1);
    expect(events.map((event) => event instanceof CnrErrorEvent && event.code)).to.include('unknown-subject');
    await expect(gone).to.be.accessible();
  });

  it('shows its link when the count cannot be read, and the count once the network is back', async () => {
    const network = new Network();
    network.cut('supports');
    const element = await button(supportable(network));
    await part(element, '#hint', 'Nombre de soutiens indisponible.');
    expect(element.shadowRoot?.querySelector('slot')?.assignedElements()).to.have.length(1);
    await expect(element).to.be.accessible();
    network.mend();
    dispatchEvent(new Event('online'));
    await counted(element, 12);
    expect(element.shadowRoot?.querySelector('slot')).to.equal(null);
  });

  it('tells a malformed answer from a consultation that is not there, and from what will never be answered', async () => {
    const lying = {
      ...supportable(),
      supports: () => Promise.reject(new TypeError('not what was promised')),
    };
    await part(await button(lying), '#hint', 'indisponible');
    const network = new Network();
    for (const [code, status] of [
      ['unknown-consultation', 404],
      ['invalid-request', 400],
    ] as const) {
      network.refuse(code, status, 'supports');
      const element = await button(supportable(network));
      await part(element, '#hint', code);
      expect(partNow(element, 'button')).to.equal(undefined);
    }
  });

  it('tells the webmaster what is missing on the page', async () => {
    const element = await button(null);
    await part(element, '#hint', 'no-backend');
    element.backend = supportable();
    await counted(element, 12);
    element.subject = ' ';
    await part(element, '#hint', 'no-subject');
    element.consultation = '';
    await part(element, '#hint', 'no-consultation');
  });

  it('is wrongly installed where its subject is none, and spoils no count of the others', async () => {
    const seen = counting();
    const backend = supportable(seen);
    const events = heard();
    const told = await hushed(async () => {
      const page = await fixture(
        html`<div>
          ${[subjectOf(BENCHES), ' proposal:abc', BENCHES.id, `Proposal:${FOUNTAIN.id.toUpperCase()} `].map(
            (subject) =>
              html`<cnr-support .backend=${backend} consultation="la-salle" subject=${subject}
                ><a href="#p">La proposition</a></cnr-support
              >`,
          )}
        </div>`,
      );
      const [good, short, bare, upper] = page.querySelectorAll('cnr-support');
      await counted(good!, 12);
      await counted(upper!, 3);
      for (const wrong of [short!, bare!]) {
        await part(wrong, '#hint', 'mal installé sur cette page (no-subject)');
        expect(partNow(wrong, 'button')).to.equal(undefined);
        expect(wrong.shadowRoot?.querySelector('slot')?.assignedElements()).to.have.length(1);
        await expect(wrong).to.be.accessible();
      }
    });
    expect(seen.calls).to.equal(1);
    expect(events.map((event) => event instanceof CnrErrorEvent && event.code)).to.deep.equal([
      'no-subject',
      'no-subject',
    ]);
    expect(told.map((line) => line.split(' : ')[0])).to.deep.equal([
      '<cnr-support> no-subject',
      '<cnr-support> no-subject',
    ]);
  });

  it('shows another proposal when it is told to', async () => {
    const element = await button(supportable());
    await counted(element, 12);
    element.subject = subjectOf(FOUNTAIN);
    const inner = await counted(element, 3);
    expect(text(inner)).to.include('Une fontaine');
  });

  it('takes up again what it let go of when it left the page', async () => {
    const seen = counting();
    const element = await button(supportable(seen));
    await counted(element, 12);
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await eventually(() => seen.calls === 2, 'the second question');
    await counted(element, 12);
  });

  it('speaks English', async () => {
    const element = await button(supportable({ perPerson: 2 }), { locale: 'en' });
    expect(text(await counted(element, 12))).to.include('Support: Des bancs');
    await part(element, '#hint', 'You have 2 supports left.');
  });

  it('keeps the first definition of its name', () => {
    const first = customElements.get('cnr-support');
    define('cnr-support', class extends HTMLElement {});
    expect(customElements.get('cnr-support')).to.equal(first);
  });
});
