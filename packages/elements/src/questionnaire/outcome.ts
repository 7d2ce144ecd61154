import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import { download } from '../download.js';
import type { Screen } from './screen.js';

/** What became of an answer: received, waiting on the device, or refused. Nothing here goes away by itself. */
export function renderEntry(screen: Screen, entry: OutboxEntry): TemplateResult {
  switch (entry.state) {
    case 'received':
      return renderReceived(screen, entry);
    case 'refused':
      return renderRefused(screen, entry);
    default:
      return renderQueued(screen, entry);
  }
}

function renderReceived(screen: Screen, entry: OutboxEntry): TemplateResult {
  const { t, participation, published, shared, asking } = screen;
  const { receipt } = entry;
  if (receipt === undefined) throw new Error(`entry ${entry.id} is received and has no receipt`);
  const received = screen.dateTime(receipt.receivedAt);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(receipt.code);
      participation.tell('copied');
    } catch {
      // No permission, or no clipboard on this page: the code is on the screen, and the citizen is told to note it.
      participation.tell('copyFailed');
    }
  };
  const save = () =>
    download(
      t.receiptFile(published.consultation.title, receipt.code, received),
      'text/plain',
      `${t.receiptFileName}-${entry.consultation}.txt`,
    );
  return html`
    <div class="note success">
      <h3 tabindex="-1" id="step">${t.receivedTitle}</h3>
      <p>${t.receivedText(received)}</p>
      ${receipt.late ? html`<p>${t.receivedLate}</p>` : nothing}
    </div>
    <div class="receipt">
      <h4>${t.receiptTitle}</h4>
      <p class="mono receipt-code">${receipt.code}</p>
      <p class="muted">${t.receiptHint}</p>
      <div class="actions">
        <button type="button" @click=${() => void copy()}>${t.copy}</button>
        <button type="button" @click=${save}>${t.saveReceipt}</button>
      </div>
    </div>
    ${
      asking === 'withdraw'
        ? renderConfirmation(screen, t.withdrawSure, t.withdrawConfirm, () =>
            participation.withdraw(receipt.code),
          )
        : html`<div class="actions">
            <button type="button" class="quiet" @click=${() => void participation.correct(receipt.code)}>
              ${t.correct}
            </button>
            <button type="button" class="quiet" @click=${() => screen.ask('withdraw')}>${t.withdraw}</button>
            <button type="button" class="quiet" @click=${() => participation.start()}>
              ${t.answerAgain}
            </button>
          </div>`
    }
    ${
      shared
        ? nothing
        : html`<div>
            <p class="muted small">${t.eraseReceiptHint}</p>
            <button type="button" class="quiet" @click=${() => void participation.erase(entry)}>
              ${t.eraseReceipt}
            </button>
          </div>`
    }
  `;
}

function renderQueued(screen: Screen, entry: OutboxEntry): TemplateResult {
  const { t, participation } = screen;
  return html`
    <div class="note warning">
      <h3 tabindex="-1" id="step">${entry.durable ? t.queuedTitle : t.queuedMemoryTitle}</h3>
      <p>${entry.durable ? t.queuedText : t.queuedMemoryText}</p>
    </div>
    <div class="actions">
      <button type="button" class="primary" @click=${() => void participation.sendNow()}>${t.sendNow}</button>
      <button type="button" @click=${() => exportEntry(entry)}>${t.exportAnswer}</button>
    </div>
    ${renderErase(screen, entry)}
  `;
}

function renderRefused(screen: Screen, entry: OutboxEntry): TemplateResult {
  const { t, participation } = screen;
  const code = entry.lastError?.code ?? '';
  const { contribution } = entry;
  return html`
    <div class="note error">
      <h3 tabindex="-1" id="step">${t.refusedTitle}</h3>
      <p>${t.refused[code] ?? t.refusedOther(code)}</p>
      <p>${t.refusedKept}</p>
    </div>
    <div class="actions">
      ${
        contribution === null
          ? nothing
          : html`<button
              type="button"
              class="primary"
              @click=${() => participation.reopen(contribution, entry)}
            >
              ${t.correctAndResend}
            </button>`
      }
      <button type="button" @click=${() => void participation.resendAsNew(entry)}>${t.resendNew}</button>
      <button type="button" @click=${() => exportEntry(entry)}>${t.exportAnswer}</button>
    </div>
    ${renderErase(screen, entry)}
  `;
}

function renderErase(screen: Screen, entry: OutboxEntry): TemplateResult {
  const { t, asking, participation } = screen;
  return asking === 'erase'
    ? renderConfirmation(screen, t.eraseSure, t.eraseConfirm, () => participation.erase(entry))
    : html`<div class="actions">
        <button type="button" class="quiet" @click=${() => screen.ask('erase')}>${t.eraseAnswer}</button>
      </div>`;
}

/** Asks once more, in the page: a dialog of the browser cannot be styled, translated or opened in every embedding. */
export function renderConfirmation(
  screen: Screen,
  question: string,
  yes: string,
  act: () => Promise<void>,
): TemplateResult {
  return html`
    <div class="note warning" id="confirmation" role="group" aria-labelledby="sure" tabindex="-1">
      <p class="strong" id="sure">${question}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${() => void act()}>${yes}</button>
        <button type="button" @click=${() => screen.ask(undefined)}>${screen.t.cancel}</button>
      </div>
    </div>
  `;
}

/** Neither stored nor sent: the answer is in this page alone, and in the file that the citizen may take. */
export function renderUnsaved(screen: Screen, contribution: unknown): TemplateResult {
  const { t, participation } = screen;
  return html`
    <div class="note error">
      <h3 tabindex="-1" id="step">${t.unsavedTitle}</h3>
      <p>${t.unsavedText}</p>
    </div>
    <div class="actions">
      <button type="button" class="primary" @click=${() => void participation.submit()}>${t.retry}</button>
      <button type="button" @click=${() => downloadJson(contribution, 'participation')}>
        ${t.exportAnswer}
      </button>
    </div>
  `;
}

function exportEntry(entry: OutboxEntry): void {
  downloadJson(entry.contribution, entry.consultation);
}

function downloadJson(content: unknown, name: string): void {
  download(JSON.stringify(content, null, 2), 'application/json', `${name}.json`);
}

/** The end of a road: the answer was withdrawn, or erased from the device. */
export function renderGone(screen: Screen, view: 'withdrawn' | 'erased'): TemplateResult {
  const { t, participation, published } = screen;
  return html`
    <div class="note success">
      <h3 tabindex="-1" id="step">${view === 'withdrawn' ? t.withdrawnTitle : t.erasedTitle}</h3>
      <p>${view === 'withdrawn' ? t.withdrawnText : t.erasedText}</p>
    </div>
    ${
      published.phase === 'open'
        ? html`<div class="actions">
            <button type="button" @click=${() => participation.goToIntro()}>${t.back}</button>
          </div>`
        : nothing
    }
  `;
}
