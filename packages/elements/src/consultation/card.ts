import type { PublishedConsultation } from '@cnr-widgets/contract';
import { calendarDay } from '@cnr-widgets/contract/read';
import type { Backend } from '@cnr-widgets/client/backend';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../format.js';
import { renderHeading } from '../heading.js';
import type { OnDevice } from './device.js';
import type { ConsultationMessages } from './messages.fr.js';

/** What a consultation may ask for or announce; each opens in the card's place. */
export type Part = 'questionnaire' | 'proposals' | 'meetings';

/** What the card renders from. */
export interface Card {
  readonly t: ConsultationMessages;
  readonly locale: string;
  readonly published: PublishedConsultation;
  readonly backend: Backend | undefined;
  readonly headingLevel: number;
  readonly participants: number | null | undefined;
  readonly onDevice: OnDevice;
  readonly openFailed: boolean;
  readonly expanded: boolean;
  /** What stands open, once something does. */
  readonly shows: Part;
  /** Opens what is asked first: the questionnaire, or what there is in its place. */
  readonly onOpen: () => void;
  readonly onOpenProposals: () => void;
  readonly onOpenMeetings: () => void;
  readonly onClose: () => void;
  readonly onMore: (event: Event) => void;
}

export function renderCard(card: Card): TemplateResult {
  const { t, published, expanded } = card;
  const { consultation, phase } = published;
  const { territory } = consultation;
  return html`
    <header>
      <p class="tags">
        <span class="theme" lang=${consultation.locale}>${consultation.theme}</span>
        <span class="phase ${phase}">${t.phases[phase]}</span>
      </p>
      ${renderHeading(card.headingLevel, html`<span lang=${consultation.locale}>${consultation.title}</span>`)}
      <p class="muted small clamped">
        ${t.organiser} ${consultation.organiser} ·
        ${territory.level === 'national' ? t.nationwide : territory.name}
      </p>
    </header>
    ${expanded ? renderOpened(card) : renderPresentation(card)}
  `;
}

function renderOpened({ t, published, backend, locale, onClose, headingLevel, shows }: Card): TemplateResult {
  const level = Math.min(headingLevel + 1, 6);
  return html`
    <div class="questionnaire">
      <p><button type="button" class="quiet" @click=${onClose}>${t.back}</button></p>
      <p class="muted wait">${t.loading}</p>
      ${
        shows === 'proposals'
          ? html`<cnr-proposals
              embedded
              .backend=${backend}
              .locale=${locale}
              .published=${published}
              .headingLevel=${level}
            ></cnr-proposals>`
          : shows === 'meetings'
            ? html`<cnr-meeting-map
                embedded
                .backend=${backend}
                .locale=${locale}
                .published=${published}
                .headingLevel=${level}
              ></cnr-meeting-map>`
            : html`<cnr-questionnaire
                embedded
                .backend=${backend}
                .locale=${locale}
                .published=${published}
                .headingLevel=${level}
              ></cnr-questionnaire>`
      }
    </div>
  `;
}

/** The way to what citizens propose or ask; beside the questionnaire where there is one. */
function renderProposalsLink({ t, published, onOpenProposals }: Card): TemplateResult | typeof nothing {
  const { proposals, questionnaire } = published.consultation;
  if (proposals === undefined) return nothing;
  // The rules stay unread on the card but for this word.
  const { asks } = (proposals ?? {}) as { asks?: unknown };
  return html`<p>
    <button
      type="button"
      class=${questionnaire === undefined ? 'primary' : ''}
      part="action"
      @click=${onOpenProposals}
    >
      ${asks === 'questions' ? t.seeQuestions : t.seeProposals}
    </button>
  </p>`;
}

/** The way to the meetings; the main one where citizens are asked for nothing else. */
function renderMeetingsLink({ t, published, onOpenMeetings }: Card): TemplateResult | typeof nothing {
  const { meetings, proposals, questionnaire } = published.consultation;
  if (meetings === undefined) return nothing;
  const alone = questionnaire === undefined && proposals === undefined;
  return html`<p>
    <button type="button" class=${alone ? 'primary' : ''} part="action" @click=${onOpenMeetings}>
      ${t.seeMeetings}
    </button>
  </p>`;
}

function renderPresentation(card: Card): TemplateResult {
  const { t, published, locale, onDevice } = card;
  const { consultation, phase } = published;
  const asksNothing = consultation.questionnaire === undefined;
  const plain = phase === 'open' && !onDevice.entry && !onDevice.hasDraft;
  return html`
    <p class="clamped" lang=${consultation.locale}>${consultation.summary}</p>
    <dl class="facts">
      ${renderPeriod(card)}
      <div>
        <dt>${t.duration}</dt>
        <dd>${t.minutes(consultation.estimatedMinutes)}</dd>
      </div>
      ${renderParticipants(card)}
    </dl>
    ${
      plain && asksNothing
        ? nothing
        : plain
          ? html`<p>
              <button type="button" class="primary" part="action" @click=${card.onOpen}>
                ${t.participate}
              </button>
            </p>`
          : html`<cnr-standing
              exportparts="action"
              .backend=${card.backend}
              .locale=${locale}
              .published=${published}
              .onDevice=${onDevice}
              .open=${card.onOpen}
            ></cnr-standing>`
    }
    ${renderProposalsLink(card)} ${renderMeetingsLink(card)}
    <div role="alert" class="alert">
      ${card.openFailed ? html`<p class="note error">${t.openFailed}</p>` : nothing}
    </div>
    <details @toggle=${card.onMore}>
      <summary>${t.more}</summary>
      <cnr-about .locale=${locale} .about=${consultation} .headingLevel=${card.headingLevel + 1}></cnr-about>
    </details>
  `;
}

function renderPeriod({ t, locale, published: { consultation, phase } }: Card): TemplateResult {
  const { opensAt, closesAt, timeZone } = consultation;
  const dayOf = (at: Date) => Date.parse(calendarDay(at, timeZone));
  const left = (dayOf(new Date(closesAt)) - dayOf(new Date())) / 86_400_000;
  const near = phase === 'open' && left <= 7 ? (left < 1 ? t.lastDay : t.daysLeft(left)) : undefined;
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
      ${
        goal === undefined
          ? nothing
          : html`<progress
              max=${goal}
              value=${Math.min(participants ?? 0, goal)}
              aria-label=${t.participants}
            ></progress>`
      }
      ${count} ${goal === undefined ? nothing : html`<span class="muted goal">${t.goal(goal)}</span>`}
    </dd>
  </div>`;
}
