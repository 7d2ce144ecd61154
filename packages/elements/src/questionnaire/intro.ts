import { html, nothing, type TemplateResult } from 'lit';
import { renderReceipt } from './outcome.js';
import type { View } from './participation.js';
import { renderStep, type Screen } from './screen.js';

type Intro = Extract<View, { name: 'intro' }>;

/**
 * Before the first question: how long it takes, what becomes of the answers, what this device has already. `gone` is
 * what became of the answer that was on the screen: withdrawn, or erased from the device before it was sent.
 */
export function renderIntro(screen: Screen, questions: number, { gone }: Intro): TemplateResult {
  const { t, participation, published, backend } = screen;
  const { consultation, phase } = published;
  const { entry } = participation;
  const { receipt } = entry ?? {};
  const { id, notice } = consultation;
  const open = phase === 'open';
  const start = () => participation.start();
  const title = gone
    ? t[gone]
    : receipt
      ? t.answeredTitle
      : open
        ? t.introTitle
        : phase === 'upcoming'
          ? t.notOpenYet
          : t.closed;
  return html`
    ${renderStep(screen, title)}
    ${
      receipt
        ? html`<p>${t.receivedText(screen.dateTime(receipt.receivedAt))}</p>
            ${renderReceipt(screen, entry)}`
        : open
          ? html`<ul class="stack">
              <li>${t.introLength(questions, consultation.estimatedMinutes)}</li>
              <li>${t.introOptional}</li>
              <li>${screen.shared ? t.introShared : t.introOffline}</li>
              <li>${t.noticeShort(notice.controller, notice.purpose)}</li>
            </ul>`
          : nothing
    }
    ${
      open
        ? html`<cnr-draft
            .locale=${screen.locale}
            .place=${{ descriptor: backend.descriptor, consultation: id }}
            .resume=${participation.resumeDraft}
            .restart=${receipt ? undefined : () => participation.startAnew()}
            .erased=${() => screen.focus('#step')}
            ><div class="actions">
              <button type="button" class=${receipt ? '' : 'primary'} @click=${start}>
                ${receipt ? t.answerAgain : t.start}
              </button>
            </div></cnr-draft
          >`
        : nothing
    }
    <details>
      <summary>${t.noticeTitle}</summary>
      <cnr-about notice-only .locale=${screen.locale} .about=${consultation}
        >${notice.rightsContact}</cnr-about
      >
    </details>
    ${
      receipt || phase === 'upcoming'
        ? nothing
        : html`<details>
            <summary>${t.codeTitle}</summary>
            ${renderReceipt(screen)}
          </details>`
    }
  `;
}
