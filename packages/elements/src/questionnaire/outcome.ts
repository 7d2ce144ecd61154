import type { Receipt } from '@cnr-widgets/contract';
import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import { renderStep, type Screen } from './screen.js';

/** What became of an answer: received, waiting on the device, or refused. Nothing here goes away by itself. */
export function renderEntry(screen: Screen, entry: OutboxEntry): TemplateResult {
  const { t, participation } = screen;
  if (entry.receipt) return renderReceived(screen, entry, entry.receipt);
  const refused = entry.state === 'refused';
  const title = refused ? t.refusedTitle : entry.durable ? t.queuedTitle : t.unsavedTitle;
  // Where the answer is stands here; what can be done about it is loaded behind the first question.
  return html`
    <div class="note ${entry.durable && !refused ? 'warning' : 'error'}">${renderStep(screen, title)}</div>
    <cnr-proof .locale=${screen.locale} .outbox=${screen.outbox} .only=${entry.id}></cnr-proof>
    <cnr-outbox
      .locale=${screen.locale}
      .outbox=${screen.outbox}
      .only=${entry.id}
      .correct=${participation.correct}
      .conclude=${participation.conclude}
    ></cnr-outbox>
  `;
}

function renderReceived(screen: Screen, entry: OutboxEntry, receipt: Receipt): TemplateResult {
  const { t, participation, published } = screen;
  return html`
    <div class="note success">
      ${renderStep(screen, t.receivedTitle)}
      <p>${t.receivedText(screen.dateTime(receipt.receivedAt))} ${t.thanks}</p>
      ${receipt.late ? html`<p>${t.receivedLate}</p>` : nothing}
    </div>
    ${renderReceipt(screen, entry)}
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
export function renderReceipt(screen: Screen, entry?: OutboxEntry): TemplateResult {
  const { participation, published } = screen;
  const { id, title, timeZone } = published.consultation;
  const { receipt, durable } = entry ?? {};
  return html`<cnr-receipt
    .backend=${screen.backend}
    .locale=${screen.locale}
    .consultation=${id}
    .heading=${title}
    .timeZone=${timeZone}
    .receipt=${receipt}
    .kept=${durable}
    .replaces=${participation.session?.replaces !== undefined}
    .published=${published}
    .correctWith=${published.phase === 'open' ? participation.correct : undefined}
    >${receipt?.code}</cnr-receipt
  >`;
}
