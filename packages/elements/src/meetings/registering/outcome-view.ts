import {
  leftFor,
  meetingStatus,
  registrationState,
  startOf,
  type Contribution,
  type ListedMeeting,
  type MeetingRules,
  type Receipt,
  type RegistrationDetails,
} from '@cnr-widgets/contract';
import type { Outbox, OutboxEntry, Outcome } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import type { DevicePolicy, Locale } from '../../context.js';
import { formatDateTime, readersZone } from '../../format.js';
import type { CnrRefusal } from '../../refusal/refusal.js';
import type { RefusalMessages } from '../../refusal/messages.fr.js';
import type { Site } from '../../site.js';
import { when } from '../when.js';
import type { RegistrationMessages } from './messages.fr.js';
import type { Reading } from './reading.js';

/** What became of a registration, and what can be done about it. */
export interface OutcomeView {
  readonly t: RegistrationMessages;
  readonly site: Site;
  readonly locale: Locale;
  readonly device: DevicePolicy;
  readonly rules: MeetingRules | undefined;
  /** As it is now, where that is known. */
  readonly meeting: ListedMeeting | undefined;
  readonly outbox: Outbox;
  readonly receipt: Receipt | undefined;
  /** This device holds the receipt. */
  readonly kept: boolean;
  /** Of the receipt, or as it was typed. */
  readonly code: string | undefined;
  /** It was to replace a registration that was received. */
  readonly correction: boolean;
  readonly reading: Reading;
  readonly fresh: boolean;
  /** It was sent just now in the place of another one. */
  readonly replaces: boolean;
  readonly step: (title: string) => TemplateResult;
  readonly onCorrect: (contribution: Contribution, code: string) => void;
  readonly onReopen: CnrRefusal['correct'];
  readonly onConclude: (sending: Promise<Outcome>) => unknown;
  readonly onReadAgain: () => void;
  readonly onAnother: () => void;
  readonly others: (() => void) | undefined;
}

export function renderConfirmed(view: OutcomeView): unknown {
  const { t, reading, meeting, step, site, device } = view;
  const { details, read } = reading;
  if (read.state === 'replaced' || read.state === 'unknown') {
    return html`<div class="note warning">${step(t[read.state])}</div>`;
  }
  if (!view.receipt && !details) {
    // Of a code that was typed nothing is known but what the service says.
    return read.state === 'unread'
      ? html`<div class="note warning">${step(t.codeUnread)} ${renderReadAgain(view)}</div>`
      : html`<div aria-busy="true">${step(t.reading)}</div>`;
  }
  const status = meeting && meetingStatus(meeting, new Date());
  const over = status === 'cancelled' || status === 'held';
  const contact = !over && view.rules?.contact === true && details !== undefined;
  return html`
    <div class="note ${status === 'cancelled' ? 'error' : 'success'}">
      ${step(over ? t[status] : t.confirmed(details?.registration.people))}
      ${details ? renderWho(view, details) : nothing}
      ${read.state === 'reading' ? html`<p>${t.reading}</p>` : nothing}
      ${read.state === 'unread' ? html`<p>${t.unread}</p>` : nothing}
    </div>
    ${read.state === 'unread' ? renderReadAgain(view) : nothing}
    ${details && !over ? renderWay(view, details) : nothing} ${renderReceipt(view, details)}
    ${
      contact
        ? html`<cnr-contact
            .backend=${site.backend}
            .locale=${view.locale}
            .consultation=${site.published.consultation.id}
            .code=${view.code}
            .left=${details.contact}
            .retentionDays=${view.rules.retentionDays}
          ></cnr-contact>`
        : nothing
    }
    ${
      device === 'shared'
        ? html`<div class="actions">
            <button type="button" class="quiet" @click=${view.onAnother}>${t.another}</button>
          </div>`
        : nothing
    }
  `;
}

function renderReadAgain({ t, onReadAgain }: OutcomeView): TemplateResult {
  return html`<div class="actions">
    <button type="button" @click=${onReadAgain}>${t.readAgain}</button>
  </div>`;
}

/** Who comes, when and where. */
function renderWho(
  { t, locale }: OutcomeView,
  { registration, meeting }: RegistrationDetails,
): TemplateResult {
  const { firstName, people, attendance } = registration;
  const { place } = meeting;
  const where = [place?.name, place?.address, [place?.postalCode, place?.city].filter(Boolean).join(' ')];
  const saying = { t: t.when, locale, now: new Date(), zone: readersZone() };
  return html`
    <p>${t.registered(firstName, people, attendance)}</p>
    <p class="when">${when(meeting, saying)}</p>
    ${attendance === 'on-site' ? html`<p>${where.filter(Boolean).join(', ')}</p>` : nothing}
  `;
}

/** How to get there from afar, and into a calendar. */
function renderWay({ t, site }: OutcomeView, details: RegistrationDetails): unknown {
  const { registration, remoteLink, meeting } = details;
  const calendar = site.backend.calendarUrl(site.published.consultation.id, { meeting: meeting.id });
  return html`
    ${
      registration.attendance !== 'remote'
        ? nothing
        : remoteLink === undefined
          ? html`<p class="note">${t.noLink}</p>`
          : html`<div class="note">
              <p class="strong">${t.link}</p>
              <p>
                <a href=${remoteLink} rel="noopener noreferrer" referrerpolicy="no-referrer">${remoteLink}</a>
              </p>
              <p class="small">${t.linkHint}</p>
            </div>`
    }
    ${
      calendar === undefined
        ? nothing
        : html`<div class="actions">
            <a class="button calendar" href=${calendar} download>${t.calendar}</a>
          </div>`
    }
  `;
}

function renderReceipt(view: OutcomeView, details: RegistrationDetails | undefined): unknown {
  const { t, site, locale, receipt, code, meeting } = view;
  const { id, title, timeZone } = site.published.consultation;
  const known = receipt ?? (details && code !== undefined ? { ...details.registration, code } : undefined);
  const state = meeting && registrationState(meeting, new Date());
  // Where it is full one may still come with fewer.
  const correctable = state === 'open' || state === 'full';
  return html`<details ?open=${view.fresh}>
    <summary>${t.receiptOf}</summary>
    <div class="stack">
      ${known ? html`<p>${t.confirmedOn(formatDateTime(known.receivedAt, locale, timeZone))}</p>` : nothing}
      <cnr-receipt
        .backend=${site.backend}
        .locale=${locale}
        .consultation=${id}
        .heading=${`${title}\n${meeting?.title ?? ''}`}
        .timeZone=${timeZone}
        .receipt=${known}
        .words=${t.receipt}
        .kept=${view.kept}
        .replaces=${view.replaces}
        .correctWith=${correctable ? view.onCorrect : undefined}
        >${code}</cnr-receipt
      >
    </div>
  </details>`;
}

export function renderWaiting(view: OutcomeView, entry: OutboxEntry): unknown {
  const { t, step, correction, locale, outbox } = view;
  return html`
    <div class="note ${entry.durable ? 'warning' : 'error'}">
      ${step(entry.durable ? t.queuedTitle : t.unsavedTitle)}
      <p>${correction ? t.unconfirmedCorrection : t.unconfirmed}</p>
    </div>
    <cnr-proof .locale=${locale} .outbox=${outbox} .only=${entry.id}></cnr-proof>
    ${renderKept(view, entry)}
  `;
}

export function renderRefused(view: OutcomeView, entry: OutboxEntry): unknown {
  const { t, step, correction, others } = view;
  const code = entry.lastError?.code ?? '';
  const elsewhere = others && ['meeting-full', 'registration-closed', 'unknown-subject'].includes(code);
  return html`
    ${step(correction ? t.refusedCorrection : t.refusedTitle)} ${renderKept(view, entry)}
    ${
      elsewhere
        ? html`<div class="actions">
            <button type="button" @click=${others}>${t.others}</button>
          </div>`
        : nothing
    }
  `;
}

/** What can be done about what was not received: to send it again, to correct, to save or to erase it. */
function renderKept(view: OutcomeView, entry: OutboxEntry): TemplateResult {
  const { t, locale, outbox } = view;
  const words: Partial<RefusalMessages> = {
    ...t.refusal,
    reasons: {
      ...t.reasons,
      'meeting-full': fullWords(view, entry),
      'registration-closed': closedWords(view),
    },
  };
  return html`<cnr-outbox
    .locale=${locale}
    .outbox=${outbox}
    .only=${entry.id}
    .words=${t.outbox}
    .refusalWords=${words}
    .correct=${view.onReopen}
    .conclude=${view.onConclude}
  ></cnr-outbox>`;
}

/** How many are left in the way that was asked for. */
function fullWords({ t, reading }: OutcomeView, { contribution }: OutboxEntry): string {
  const { meeting } = reading;
  if (!meeting || contribution?.kind !== 'registration') return t.full(undefined, 1);
  const { attendance, people } = contribution.payload;
  return t.full(meeting.status === 'full' ? 0 : leftFor(meeting, attendance), people);
}

function closedWords({ t, reading, locale }: OutcomeView): string {
  const { meeting } = reading;
  if (!meeting) return t.closed(undefined, undefined);
  const at = meeting.registration?.opensAt ?? startOf(meeting).toISOString();
  return t.closed(registrationState(meeting, new Date()), formatDateTime(at, locale, meeting.timeZone));
}
