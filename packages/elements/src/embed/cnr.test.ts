import { expect, fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { backendOf, heard, part, publishedOf } from '../testing/fixtures.js';

describe('the script tag', () => {
  it('brings the code of what stands in a host’s shadow root by an empty one that is hidden on the page', async () => {
    await import('./cnr.js');
    const events = heard();
    const backend = backendOf(publishedOf({ proposals: { asks: 'proposals', moderation: 'before' } }));
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    render(html`<cnr-proposals .backend=${backend} consultation="la-salle"></cnr-proposals>`, root);
    await fixture(html`<div hidden><cnr-proposals></cnr-proposals></div>`);
    await part(root.querySelector('cnr-proposals')!, 'button[part="action"]');
    expect(events.map(({ type }) => type)).to.deep.equal([]);
  });
});
