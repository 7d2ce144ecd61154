import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import type { Correcting } from './forum.js';
import type { ForumPart } from './forum-part.js';
import { outboxOf } from './sending.js';

/**
 * What became of what was sent just now, in place of its form.
 * @param reopen opens it again in the form; what cannot be corrected has no standing either, so its receipt stays folded
 */
export function renderSent(
  { activeLocale, device, forum, headingLevel }: ForumPart,
  entry: OutboxEntry,
  reopen?: (correcting: Correcting) => void,
): TemplateResult {
  return html`<cnr-entry
    id="done"
    .locale=${activeLocale}
    .headingLevel=${headingLevel}
    .forum=${forum}
    .entry=${entry}
    .outbox=${outboxOf(device)}
    .fresh=${reopen !== undefined}
    .reopen=${reopen}
  ></cnr-entry>`;
}

/** How far a proof of work is while something is sent. @param meanwhile shown where none is asked for */
export function renderProof({ activeLocale, device }: ForumPart, meanwhile?: TemplateResult): TemplateResult {
  return html`<cnr-proof .locale=${activeLocale} .outbox=${outboxOf(device)}>${meanwhile}</cnr-proof>`;
}

/** That it was neither sent nor kept, where it was not. The live region stands before its text does. */
export function renderUnsaved(unsaved: boolean, words: string): TemplateResult {
  return html`<div role="alert" class="alert">
    ${unsaved ? html`<p class="note error" id="unsaved" tabindex="-1">${words}</p>` : nothing}
  </div>`;
}
