import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import './define/all.js';
import { backendOf, eventually, part, publishedOf } from './testing/fixtures.js';
import { meetingMap } from './testing/meetings.js';

const ID = '00000000-0000-4000-8000-000000000001';

/** What asks for everything that an element can show. */
const everything = () =>
  backendOf(
    publishedOf({
      territory: { level: 'national' },
      proposals: { asks: 'proposals', moderation: 'after', comments: true, titleMaxLength: 90, perWeek: 9 },
    }),
    {
      proposals: { 'la-salle': [{ id: ID, title: 'Un bus', text: 'Aucun.', supports: 3 }] },
    },
  );

describe('the page’s focus', () => {
  it('stays where the page put it, whatever element comes', async () => {
    const moved: EventTarget[] = [];
    const page = await fixture(html`<div><input /></div>`);
    const input = page.querySelector('input');
    input?.focus();
    page.addEventListener('focusin', ({ target }) => target && moved.push(target));
    const elements = await fixture(
      html`<cnr-provider .backend=${everything()}>
        <cnr-consultation consultation="la-salle"></cnr-consultation>
        <cnr-consultation consultation="la-salle" expanded history="on"></cnr-consultation>
        <cnr-questionnaire consultation="la-salle" history="on"></cnr-questionnaire>
        <cnr-proposals consultation="la-salle"></cnr-proposals>
        <cnr-support consultation="la-salle" subject="proposal:${ID}"></cnr-support>
        <cnr-outbox></cnr-outbox>
        <cnr-receipt consultation="la-salle"></cnr-receipt>
      </cnr-provider>`,
    );
    const list = await meetingMap();
    const [card, opened] = elements.querySelectorAll('cnr-consultation');
    // What is far from the screen is not read yet.
    const shown = (element: Element, selector: string, words?: string) => {
      element.scrollIntoView();
      return part(element, selector, words);
    };
    await shown(card!, 'button', 'Participer');
    await shown(await shown(opened!, 'cnr-questionnaire'), 'button', 'Commencer');
    await shown(elements.querySelector('cnr-provider > cnr-questionnaire')!, 'button', 'Commencer');
    await shown(elements.querySelector('cnr-proposals')!, 'h3', 'Un bus');
    await shown(elements.querySelector('cnr-support')!, 'button');
    await shown(elements.querySelector('cnr-receipt')!, '#code');
    await shown(list, '#count', '3 réunions');
    expect(moved).to.deep.equal([]);
    expect(document.activeElement).to.equal(input);
  });

  it('leaves an element with many stops by one link, and nothing stays of it', async () => {
    const page = await fixture(
      html`<cnr-provider .backend=${everything()}>
        <cnr-questionnaire consultation="la-salle"></cnr-questionnaire>
        <cnr-proposals consultation="la-salle"></cnr-proposals>
      </cnr-provider>`,
    );
    for (const element of [
      ...page.querySelectorAll('cnr-questionnaire, cnr-proposals'),
      await meetingMap(),
    ]) {
      const root = element.shadowRoot!;
      // What is far from the screen is not read yet.
      element.scrollIntoView();
      const link = await part<HTMLAnchorElement>(element, 'a.skip', /^ ?Passer/);
      await part(element, 'button');
      const stops = root.querySelectorAll('a, button, input, select, summary');
      expect(stops[0]).to.equal(link);
      const { length } = root.children;
      expect(getComputedStyle(link).clipPath).to.equal('inset(50%)');
      link.focus();
      expect(getComputedStyle(link).clipPath).to.equal('none');
      const { href } = location;
      link.click();
      expect(location.href).to.equal(href);
      const end = root.activeElement!;
      expect(end).to.equal(root.lastElementChild);
      for (const stop of stops)
        expect(stop.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
      (end as HTMLElement).blur();
      await eventually(() => root.children.length === length, 'nothing left');
    }
  });
});
