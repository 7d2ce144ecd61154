import { html, nothing, type TemplateResult } from 'lit';
import type { CnrElement } from './element.js';
import { outboxOf } from './page-outbox.js';

/** How far a proof of work is while something is sent. @param meanwhile shown where none is asked for */
export function renderProof(
  { activeLocale, device }: CnrElement,
  meanwhile?: TemplateResult,
): TemplateResult {
  return html`<cnr-proof .locale=${activeLocale} .outbox=${outboxOf(device)}>${meanwhile}</cnr-proof>`;
}

/** That it was neither sent nor kept, where it was not. The live region stands before its text does. */
export function renderUnsaved(unsaved: boolean, words: string): TemplateResult {
  return html`<div role="alert" class="alert">
    ${unsaved ? html`<p class="note error" id="unsaved" tabindex="-1">${words}</p>` : nothing}
  </div>`;
}
