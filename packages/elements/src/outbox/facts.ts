import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime, readersZone } from '../format.js';
import type { OutboxMessages } from './messages.fr.js';

/** A date and time where this device is: what it holds may be of consultations in several zones. */
export function hereAt(instant: string, locale: string): string {
  return formatDateTime(instant, locale, readersZone());
}

/** Answers are what most devices hold: of anything else it is said what it is. */
export function nameOf(t: OutboxMessages, entry: OutboxEntry): string {
  const { kind, keep } = entry;
  const title = titleOf(entry);
  if (kind === 'answer') return title;
  return t.named(kind === 'support' && keep?.on === false ? t.unsupported : t.kinds[kind], title);
}

export function titleOf({ keep, consultation, consultationTitle }: OutboxEntry): string {
  return keep?.title ?? consultationTitle ?? consultation;
}

/**
 * What is known of one entry: which consultation, how it stands, since when, its receipt code and where that is of use.
 * @param reason why it was refused
 */
export function renderFacts(
  t: OutboxMessages,
  entry: OutboxEntry,
  locale: string,
  reason: string,
): TemplateResult {
  const { kind, state, attempts, receipt } = entry;
  return html`
    <p class="name">${nameOf(t, entry)}</p>
    <p class="state ${state}">${t.states(kind)[state]}</p>
    <p class="muted small">
      ${since(t, entry, locale)}${!receipt && attempts > 0 ? html` · ${t.tried(attempts)}` : nothing}
    </p>
    ${receipt ? html`<p>${t.code} : <span class="mono">${receipt.code}</span></p>` : nothing}
    ${state === 'refused' ? html`<p>${reason} ${t.refusedWhere(kind)}</p>` : nothing}
    ${receipt ? renderWhere(t, entry) : nothing}
  `;
}

/** Its own page is the backend's: the one that shows this may be about another consultation, or about none. */
function renderWhere(t: OutboxMessages, entry: OutboxEntry): TemplateResult | typeof nothing {
  const { kind, keep, descriptor, consultation, consultationTitle } = entry;
  if (kind === 'support') return keep?.on === false ? nothing : html`<p>${t.where.support}</p>`;
  const label = t.pageNamed(consultationTitle ?? consultation);
  return html`<p>
    ${t.where[kind]}
    ${
      descriptor.adapter === 'http'
        ? html`<a href="${descriptor.url}/c/${consultation}" aria-label=${label}>${t.page}</a>`
        : nothing
    }
  </p>`;
}

function since(t: OutboxMessages, { kind, savedAt, receipt }: OutboxEntry, locale: string): string {
  return receipt
    ? t.receivedOn(hereAt(receipt.receivedAt, locale), kind)
    : t.savedOn(hereAt(savedAt, locale), kind);
}

/** The same in one line, for the file. */
export function lineOf(t: OutboxMessages, entry: OutboxEntry, locale: string): string {
  const { kind, state, receipt } = entry;
  const code = receipt && `${t.code} : ${receipt.code}`;
  const stands = receipt ? undefined : t.states(kind)[state];
  return [nameOf(t, entry), stands, since(t, entry, locale), code].filter(Boolean).join(' · ');
}
