import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime, formatDay } from '../format.js';
import { renderHeading } from '../heading.js';
import type { OnDevice } from './device.js';
import type { ConsultationMessages } from './messages.fr.js';

/** What the card renders from. */
export interface Card {
  readonly t: ConsultationMessages;
  readonly locale: string;
  readonly published: PublishedConsultation;
  readonly backend: Backend | undefined;
  readonly headingLevel: number;
  readonly participants: number | null | undefined;
  readonly onDevice: OnDevice;
  readonly expanded: boolean;
  readonly summaryOpen: boolean;
  readonly summaryClipped: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onToggleSummary: () => void;
  readonly onMore: () => void;
}

export function renderCard(card: Card): TemplateResult {
  const { t, published, expanded } = card;
  const { consultation, phase } = published;
  const { territory } = consultation;
  return html`
    <header>
      <p class="tags">
        <span class="theme">${consultation.theme}</span>
        <span class="phase ${phase}">${t.phases[phase]}</span>
      </p>
      ${renderHeading(card.headingLevel, consultation.title)}
      <p class="muted small">
        ${t.organiser} ${consultation.organiser} ·
        ${territory.level === 'national' ? t.nationwide : territory.name}
      </p>
    </header>
    ${expanded ? renderQuestionnaire(card) : renderPresentation(card)}
  `;
}

function renderQuestionnaire({ t, published, backend, locale, onClose }: Card): TemplateResult {
  return html`
    <div class="questionnaire">
      <p><button type="button" class="quiet" @click=${onClose}>${t.back}</button></p>
      <cnr-questionnaire
        embedded
        .backend=${backend}
        .locale=${locale}
        .published=${published}
      ></cnr-questionnaire>
    </div>
  `;
}

function renderPresentation(card: Card): TemplateResult {
  const { t } = card;
  const { consultation } = card.published;
  const clipped = card.summaryClipped && !card.summaryOpen;
  return html`
    <div class="summary ${card.summaryOpen ? 'all' : ''} ${clipped ? 'clipped' : ''}">
      <p id="summary">${consultation.summary}</p>
      ${
        card.summaryClipped
          ? html`<button
              type="button"
              class="quiet small"
              aria-expanded=${card.summaryOpen ? 'true' : 'false'}
              @click=${card.onToggleSummary}
            >
              ${card.summaryOpen ? t.readLess : t.readMore}
            </button>`
          : nothing
      }
    </div>
    <dl class="facts">
      ${renderPeriod(card)}
      <div>
        <dt>${t.duration}</dt>
        <dd>${t.minutes(consultation.estimatedMinutes)}</dd>
      </div>
      ${renderParticipants(card)}
    </dl>
    <div class="action">${renderDevice(card) ?? renderAction(card)}</div>
    <details @toggle=${card.onMore}>
      <summary>${t.more}</summary>
      <cnr-about .locale=${card.locale} .about=${consultation}></cnr-about>
    </details>
  `;
}

function renderPeriod({ t, locale, published: { consultation, phase } }: Card): TemplateResult {
  const { opensAt, closesAt, timeZone } = consultation;
  const left = Math.ceil((new Date(closesAt).getTime() - Date.now()) / 86_400_000);
  const near = phase === 'open' && left <= 7 ? (left <= 1 ? t.lastDay : t.daysLeft(left)) : undefined;
  return html`<div>
    <dt>${t.period}</dt>
    <dd>
      ${t.from(formatDay(opensAt, locale, timeZone), formatDay(closesAt, locale, timeZone))}
      ${near === undefined ? nothing : html`<strong class="near">${near}</strong>`}
    </dd>
  </div>`;
}

function renderParticipants({ t, participants, published }: Card): TemplateResult {
  const { goal } = published.consultation;
  const count =
    participants === undefined
      ? '…'
      : participants === null
        ? t.countUnknown
        : t.participantCount(participants);
  return html`<div>
    <dt>${t.participants}</dt>
    <dd>
      ${count}${goal === undefined ? nothing : html`, <span class="muted">${t.goal(goal)}</span>`}
      ${
        goal === undefined
          ? nothing
          : html`<progress
              max=${goal}
              value=${Math.min(participants ?? 0, goal)}
              aria-label=${t.participants}
            ></progress>`
      }
    </dd>
  </div>`;
}

/** What this device has of the consultation comes before the invitation to answer it. */
function renderDevice({ t, locale, onDevice, published, onOpen }: Card): TemplateResult | undefined {
  const { entry, hasDraft } = onDevice;
  const tell = (kind: string, sentence: string, action: string) => html`
    <p class="note ${kind}">${sentence}</p>
    <button type="button" part="action" @click=${onOpen}>${action}</button>
  `;
  if (entry?.state === 'received') {
    const date = formatDay(
      entry.receipt?.receivedAt ?? entry.savedAt,
      locale,
      published.consultation.timeZone,
    );
    return tell('success', t.answered(date), t.answeredOpen);
  }
  if (entry?.state === 'refused') return tell('error', t.refused, t.refusedOpen);
  if (entry !== undefined) return tell('warning', t.waiting, t.waitingOpen);
  if (hasDraft !== true || published.phase !== 'open') return undefined;
  return html`
    <p class="note warning">${t.draft}</p>
    <button type="button" class="primary" part="action" @click=${onOpen}>${t.participate}</button>
  `;
}

function renderAction(card: Card): TemplateResult {
  const { t, locale, backend, onOpen } = card;
  const { consultation, phase } = card.published;
  const { timeZone } = consultation;
  const out = (sentence: string, label: string) => {
    const href = consultation.resultsUrl ?? ownPage(backend, consultation.id);
    return html`
      <p>${sentence}</p>
      ${
        href === undefined
          ? nothing
          : html`<a class="button primary" part="action" href=${href} rel="noopener">${label}</a>`
      }
    `;
  };
  const haveCode = html`<button type="button" class="quiet" @click=${onOpen}>${t.haveCode}</button>`;
  switch (phase) {
    case 'upcoming':
      return html`<p>${t.opensOn(formatDateTime(consultation.opensAt, locale, timeZone))}</p>`;
    case 'open':
      return html`<button type="button" class="primary" part="action" @click=${onOpen}>
        ${t.participate}
      </button>`;
    case 'analysis':
      return html`<p>${t.closedOn(formatDay(consultation.closesAt, locale, timeZone))}</p>
        ${haveCode}`;
    case 'results':
      return out(t.resultsOut, t.resultsLink);
    case 'followed-up':
      return out(latestStep(card) ?? t.followedUp, t.followedUpLink);
  }
}

/** The backend's own page of a consultation, where there is one. */
function ownPage(backend: Backend | undefined, id: string): string | undefined {
  const descriptor = backend?.descriptor;
  return descriptor?.adapter === 'http' ? `${descriptor.url}/c/${id}` : undefined;
}

function latestStep({ t, locale, published: { consultation } }: Card): string | undefined {
  const today = new Date().toISOString().slice(0, 10);
  const step = consultation.followUp
    .filter(({ date }) => date <= today)
    .sort((a, b) => a.date.localeCompare(b.date))
    .at(-1);
  return step === undefined ? undefined : t.latestStep(formatDay(step.date, locale, 'UTC'), step.title);
}
