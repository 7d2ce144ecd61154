import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../format.js';
import type { OutboxMessages } from './messages.fr.js';

/** What is known of one entry: which consultation, how it stands, since when, and its receipt code. */
export function renderFacts(
  t: OutboxMessages,
  { state, savedAt, attempts, lastError, receipt }: OutboxEntry,
  title: string,
  locale: string,
): TemplateResult {
  const date = (instant: string) =>
    formatDateTime(instant, locale, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return html`
    <p class="name">${title}</p>
    <p class="state ${state}">${t.states[state]}</p>
    <p class="muted small">
      ${receipt ? t.receivedOn(date(receipt.receivedAt)) : t.savedOn(date(savedAt))}${
        !receipt && attempts > 0 ? html` · ${t.tried(attempts)}` : nothing
      }${lastError && state === 'refused' ? html` · ${t.why(lastError.code)}` : nothing}
    </p>
    ${receipt ? html`<p>${t.code} : <span class="mono">${receipt.code}</span></p>` : nothing}
  `;
}
