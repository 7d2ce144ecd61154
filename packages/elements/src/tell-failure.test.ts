import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import './define/consultation.js';
import './define/proposals.js';
import './define/questionnaire.js';
import { hushed } from './testing/console.js';
import { backendOf, heard, Network, part, partNow, press, publishedOf } from './testing/fixtures.js';

const codes = (events: readonly Event[]) => events.map((event) => (event as Event & { code: string }).code);

describe('what an element cannot show', () => {
  it('is told to the webmaster once in French and English, however often it is tried again', async () => {
    const network = new Network();
    network.cut('consultation');
    const events = heard();
    const told = await hushed(async () => {
      const card = await fixture(
        html`<cnr-consultation .backend=${backendOf(publishedOf(), network)} consultation="la-salle">
        </cnr-consultation>`,
      );
      for (const times of [1, 2, 3]) {
        await part(card, '[role="alert"]', 'ne répond pas');
        expect(codes(events)).to.have.length(times);
        await press(card, 'Réessayer');
      }
      network.refuse('internal', 500, 'consultation');
      await press(card, 'Réessayer');
      await part(card, '[role="alert"]', 'ne répond pas');
    });
    expect(told).to.deep.equal([
      '<cnr-consultation> network : voir le tableau / see the table « cnr-error », README',
      '<cnr-consultation> internal : voir le tableau / see the table « cnr-error », README',
    ]);
  });

  it('is a wrong address where it is no origin of http or https: nobody is asked', async () => {
    const events = heard();
    const { fetch } = globalThis;
    const asked: unknown[] = [];
    globalThis.fetch = (...call) => {
      asked.push(call[0]);
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const card = (backend: string) =>
      fixture(html`<cnr-consultation backend=${backend} consultation="la-salle"></cnr-consultation>`);
    try {
      await hushed(async () => {
        for (const backend of [
          'participation.example',
          'https:/participation.example',
          'https://',
          'https://participation.example/v1',
          'https://participation.example/c/la-salle',
          'https://participation.example?x',
          'ftp://participation.example',
          'https://partici pation.example',
          ' ',
        ]) {
          const wrong = await card(backend);
          await part(wrong, '[role="alert"]', 'mal installée sur cette page. (no-backend)');
          expect(partNow(wrong, 'button'), backend).to.equal(undefined);
          wrong.remove();
        }
        expect(asked).to.deep.equal([]);
        for (const backend of [' https://Participation.example/ ', 'http://localhost:8080', '/']) {
          const right = await card(backend);
          await part(right, '[role="alert"]', 'ne répond pas');
          right.remove();
        }
      });
    } finally {
      globalThis.fetch = fetch;
    }
    // A card that leaves may have asked once more.
    const read = new Set(asked.map(String).filter((url) => url.endsWith('/la-salle')));
    expect([...read]).to.deep.equal([
      'https://participation.example/v1/consultations/la-salle',
      'http://localhost:8080/v1/consultations/la-salle',
      `${location.origin}/v1/consultations/la-salle`,
    ]);
    expect(new Set(codes(events))).to.deep.equal(new Set(['no-backend', 'network']));
  });

  it('is said where the consultation has none of it, in every element alike', async () => {
    const events = heard();
    const without = backendOf(publishedOf({ questionnaire: undefined }));
    await hushed(async () => {
      const page = await fixture(
        html`<div>
          <cnr-proposals .backend=${without} consultation="la-salle"></cnr-proposals>
          <cnr-questionnaire .backend=${without} consultation="la-salle"></cnr-questionnaire>
        </div>`,
      );
      for (const element of page.children) {
        await part(element, '[role="alert"]', 'Cette consultation n’en a pas.');
        expect(partNow(element, 'button')).to.equal(undefined);
        await expect(element).to.be.accessible();
      }
    });
    expect(codes(events)).to.deep.equal(['not-offered', 'not-offered']);
  });

  it('is shown again once what was missing came back as it was', async () => {
    const backend = backendOf(publishedOf({ proposals: { asks: 'proposals', moderation: 'before' } }));
    const page = await fixture(html`
      <div>
        <cnr-consultation .backend=${backend} consultation="la-salle"></cnr-consultation>
        <cnr-proposals .backend=${backend} consultation="la-salle"></cnr-proposals>
      </div>
    `);
    await hushed(async () => {
      for (const element of page.children) {
        await part(element, 'h2, h3, button', /./);
        for (const [missing, code] of [
          [{ consultation: '' }, 'no-consultation'],
          [{ backend: undefined }, 'no-backend'],
        ] as const) {
          Object.assign(element, missing);
          await part(element, '[role="alert"]', code);
          Object.assign(element, { consultation: 'la-salle', backend });
          await part(element, 'button[part="action"]');
        }
      }
    });
  });

  it('names the consultation, where the element was given all of it', async () => {
    const events = heard();
    const published = publishedOf();
    await hushed(async () => {
      const list = await fixture(
        html`<cnr-proposals .backend=${backendOf(published)} .published=${published}></cnr-proposals>`,
      );
      await part(list, '[role="alert"]', 'Cette consultation n’en a pas.');
    });
    expect(events.map((event) => (event as Event & { consultation: string }).consultation)).to.deep.equal([
      'la-salle',
    ]);
  });
});
