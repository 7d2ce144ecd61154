import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import './define/all.js';
import './define/meeting-map.js';
import './define/outbox.js';
import './define/proposals.js';
import type { CnrConsultation } from './consultation/consultation.js';
import { backendOf, part, publishedOf } from './testing/fixtures.js';

describe('an element on a host’s page', () => {
  const framed = ['consultation', 'questionnaire', 'proposals', 'meeting-map', 'outbox', 'receipt'];

  it('has a width where the host makes it as wide as its content, and no more than there is', async () => {
    for (const name of framed) {
      const row = await fixture<HTMLElement>(html`<div></div>`);
      row.append(document.createElement(`cnr-${name}`));
      const width = () => row.firstElementChild?.getBoundingClientRect().width;
      for (const how of ['display: flex', 'float: left', 'width: max-content']) {
        row.style.cssText = how;
        expect(width(), `${name}, ${how}`).to.equal(320);
      }
      row.style.cssText = 'display: flex; flex-direction: column; align-items: center; width: 240px';
      expect(width(), `${name}, in a narrow column`).to.equal(240);
    }
  });

  it('keeps a full stop at the end of its sentence where the page is written from right to left', async () => {
    const published = publishedOf({ summary: 'Donnez votre avis.' });
    const page = await fixture<HTMLElement>(
      html`<div dir="rtl">
        <cnr-consultation
          consultation=${published.consultation.id}
          .backend=${backendOf(published)}
        ></cnr-consultation>
      </div>`,
    );
    const card = page.querySelector<CnrConsultation>('cnr-consultation')!;
    const summary = await part(card, '.clamped[lang]');
    const range = document.createRange();
    range.selectNodeContents(summary);
    const right = range.getBoundingClientRect().right;
    const text = document.createTreeWalker(summary, NodeFilter.SHOW_TEXT).nextNode() as Text;
    range.setStart(text, text.data.indexOf('.'));
    range.setEnd(text, text.data.indexOf('.') + 1);
    expect(range.getBoundingClientRect().right, 'the full stop').to.be.closeTo(right, 1);
    expect(right, 'at the side at which the page begins its lines').to.be.closeTo(
      summary.getBoundingClientRect().right,
      1,
    );
  });

  it('tells what is wrong in one place: the words, then the way to try again', async () => {
    const card = await fixture<CnrConsultation>(
      html`<cnr-consultation consultation="inconnue" .backend=${backendOf()}></cnr-consultation>`,
    );
    const note = await part(card, '.note');
    const retry = await part(card, 'button', 'Réessayer');
    expect(retry.getBoundingClientRect().top - note.getBoundingClientRect().bottom).to.be.below(80);
  });
});
