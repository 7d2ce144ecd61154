import { html, nothing, type TemplateResult } from 'lit';
import { renderNotice } from '../notice.js';
import { renderCodeForm } from './code-form.js';
import { renderConfirmation } from './outcome.js';
import type { Screen } from './screen.js';

/** Before the first question: how long it takes, what becomes of the answers, what this device has already. */
export function renderIntro(screen: Screen): TemplateResult {
  const { t, participation, published, shared } = screen;
  const { consultation, phase } = published;
  if (phase !== 'open') {
    return html`
      <h3 tabindex="-1" id="step">${phase === 'upcoming' ? t.notOpenYet : t.closed}</h3>
      ${participation.entry === undefined ? nothing : renderAnswered(screen)} ${renderCodeForm(screen)}
    `;
  }
  const { entry, draft } = participation;
  return html`
    <h3 tabindex="-1" id="step">${entry === undefined ? t.introTitle : t.answeredTitle}</h3>
    ${
      entry === undefined
        ? html`
            <ul class="plain">
              <li>${t.introLength(participation.questionCount, consultation.estimatedMinutes)}</li>
              <li>${t.introOptional}</li>
              <li>${shared ? t.introShared : t.introOffline}</li>
            </ul>
          `
        : renderAnswered(screen)
    }
    ${
      draft === undefined
        ? nothing
        : html`
            <div class="note">
              <p>${t.draftFound(screen.dateTime(draft.savedAt))}</p>
              <div class="actions">
                <button type="button" class="primary" @click=${() => participation.resumeDraft()}>
                  ${t.draftResume}
                </button>
                <button type="button" @click=${() => void participation.eraseDraft()}>${t.draftErase}</button>
              </div>
            </div>
          `
    }
    <div class="actions">
      <button
        type="button"
        class=${entry === undefined && draft === undefined ? 'primary' : ''}
        @click=${() => participation.start()}
      >
        ${entry === undefined ? t.start : t.answerAgain}
      </button>
    </div>
    <details>
      <summary>${t.noticeTitle}</summary>
      ${renderNotice(consultation.notice, t.notice)}
    </details>
    ${entry === undefined ? renderCodeForm(screen) : nothing}
  `;
}

/** The receipt that this device keeps of an earlier answer. */
function renderAnswered(screen: Screen): TemplateResult | typeof nothing {
  const { t, participation, asking } = screen;
  const { entry } = participation;
  const receipt = entry?.receipt;
  if (entry === undefined || receipt === undefined) return nothing;
  return html`
    <div class="note success">
      <p>${t.answeredOn(screen.dateTime(receipt.receivedAt))}</p>
      <p>${t.receiptTitle} : <strong class="mono">${receipt.code}</strong></p>
    </div>
    ${
      asking === 'withdraw'
        ? renderConfirmation(screen, t.withdrawSure, t.withdrawConfirm, () =>
            participation.withdraw(receipt.code),
          )
        : html`<div class="actions">
            <button type="button" @click=${() => void participation.correct(receipt.code)}>
              ${t.correct}
            </button>
            <button type="button" @click=${() => screen.ask('withdraw')}>${t.withdraw}</button>
            <button type="button" class="quiet" @click=${() => void participation.erase(entry)}>
              ${t.eraseReceipt}
            </button>
          </div>`
    }
  `;
}
