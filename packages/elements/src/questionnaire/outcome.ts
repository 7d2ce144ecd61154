import type { Receipt } from '@cnr-widgets/contract';
import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import { renderStep, type Screen } from './screen.js';

/** What became of an answer: received, waiting on the device, or refused. Nothing here goes away by itself. */
export function renderEntry(screen: Screen, entry: OutboxEntry): TemplateResult {
  if (entry.receipt) return renderReceived(screen, entry.receipt);
  return entry.state === 'refused' ? renderRefused(screen, entry) : renderQueued(screen, entry);
}

function renderReceived(screen: Screen, receipt: Receipt): TemplateResult {
  const { t, participation, published } = screen;
  return html`
    ${renderNote(screen, 'success', t.receivedTitle, [
      `${t.receivedText(screen.dateTime(receipt.receivedAt))} ${t.thanks}`,
      ...(receipt.late ? [t.receivedLate] : []),
    ])}
    ${renderReceipt(screen, receipt)}
    ${
      published.phase === 'open'
        ? html`<div class="actions">
            <button type="button" class="quiet" @click=${() => participation.start()}>
              ${t.answerAgain}
            </button>
          </div>`
        : nothing
    }
  `;
}

/** The receipt's own element, or the bare code until it is loaded; without a receipt, the form for a code. */
export function renderReceipt(screen: Screen, receipt: Receipt | undefined): TemplateResult {
  const { participation, published } = screen;
  const { id, title, timeZone } = published.consultation;
  return html`<cnr-receipt
    .backend=${screen.backend}
    .locale=${screen.locale}
    .consultation=${id}
    .heading=${title}
    .timeZone=${timeZone}
    .receipt=${receipt}
    .correctWith=${published.phase === 'open' ? participation.correct : undefined}
    >${receipt?.code}</cnr-receipt
  >`;
}

function renderNote(
  screen: Screen,
  kind: string,
  title: string,
  sentences: readonly unknown[],
): TemplateResult {
  return html`
    <div class="note ${kind}">
      ${renderStep(screen, title)} ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    </div>
  `;
}

function renderQueued(screen: Screen, entry: OutboxEntry): TemplateResult {
  const { t, participation } = screen;
  return html`
    ${
      entry.durable
        ? renderNote(screen, 'warning', t.queuedTitle, [t.queuedText])
        : renderNote(screen, 'error', t.unsavedTitle, [t.unsavedText])
    }
    <cnr-proof .locale=${screen.locale} .outbox=${screen.outbox} .only=${entry.id}></cnr-proof>
    <div class="actions">
      <button type="button" class="primary" @click=${() => void participation.sendNow()}>${t.sendNow}</button>
    </div>
    ${renderKept(screen, entry)}
  `;
}

function renderRefused(screen: Screen, entry: OutboxEntry): TemplateResult {
  const { t, participation, outbox } = screen;
  return html`
    ${renderNote(screen, 'error', t.refusedTitle, [])}
    <cnr-refusal
      .locale=${screen.locale}
      .entry=${entry}
      .outbox=${outbox}
      .correct=${participation.correct}
      .conclude=${participation.conclude}
    ></cnr-refusal>
    ${renderKept(screen, entry)}
  `;
}

/** To save what waits in a file, or to erase it. */
function renderKept({ locale, outbox }: Screen, entry: OutboxEntry): TemplateResult {
  return html`<cnr-outbox .locale=${locale} .outbox=${outbox} .only=${entry.id}></cnr-outbox>`;
}

/** The end of a road: the answer was withdrawn, or erased from the device before it was sent. */
export function renderGone(screen: Screen, title: string): TemplateResult {
  const { t, participation, published } = screen;
  return html`
    ${renderNote(screen, 'success', title, [])}
    ${
      published.phase === 'open'
        ? html`<div class="actions">
            <button type="button" @click=${() => participation.goToIntro()}>${t.back}</button>
          </div>`
        : nothing
    }
  `;
}
