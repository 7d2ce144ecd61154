import { html, nothing, type TemplateResult } from 'lit';
import { renderReceipt } from './outcome.js';
import type { Screen } from './screen.js';

/** Before the first question: how long it takes, what becomes of the answers, what this device has already. */
export function renderIntro(screen: Screen): TemplateResult {
  const { t, participation, published, shared } = screen;
  const { consultation, phase } = published;
  const { entry } = participation;
  const open = phase === 'open';
  const title = !open ? (phase === 'upcoming' ? t.notOpenYet : t.closed) : entry ? t.answeredTitle : t.introTitle;
  const { receipt } = entry ?? {};
  return html`
    <h3 tabindex="-1" id="step">${title}</h3>
    ${receipt === undefined
      ? nothing
      : html`<p>${t.receivedText(screen.dateTime(receipt.receivedAt))}</p>
          ${renderReceipt(screen, receipt)}`}
    ${!open || entry !== undefined
      ? nothing
      : html`<ul class="stack">
          <li>${t.introLength(participation.questionCount, consultation.estimatedMinutes)}</li>
          <li>${t.introOptional}</li>
          <li>${shared ? t.introShared : t.introOffline}</li>
        </ul>`}
    ${open ? renderStart(screen) : nothing}
    <p>${t.noticeShort(consultation.notice.controller, consultation.notice.purpose)}</p>
    <details @toggle=${screen.loadRest}>
      <summary>${t.noticeTitle}</summary>
      <cnr-about notice-only .locale=${screen.locale} .about=${consultation}
        >${consultation.notice.rightsContact}</cnr-about
      >
    </details>
    ${entry === undefined && phase !== 'upcoming'
      ? html`<details @toggle=${screen.loadRest}>
          <summary>${t.codeTitle}</summary>
          ${renderReceipt(screen, undefined)}
        </details>`
      : nothing}
  `;
}

function renderStart({ t, participation, dateTime }: Screen): TemplateResult {
  const { entry, draft } = participation;
  return html`
    ${draft === undefined
      ? nothing
      : html`
          <div class="note">
            <p>${t.draftFound(dateTime(draft.savedAt))}</p>
            <div class="actions">
              <button type="button" class="primary" @click=${() => participation.resumeDraft()}>
                ${t.draftResume}
              </button>
              <button type="button" @click=${() => void participation.eraseDraft()}>${t.draftErase}</button>
            </div>
          </div>
        `}
    <div class="actions">
      <button
        type="button"
        class=${entry === undefined && draft === undefined ? 'primary' : ''}
        @click=${() => participation.start()}
      >
        ${entry === undefined ? t.start : t.answerAgain}
      </button>
    </div>
  `;
}
