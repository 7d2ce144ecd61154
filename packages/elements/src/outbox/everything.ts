import type { Remains } from '@cnr-widgets/client/forget';
import { html, type TemplateResult } from 'lit';
import { renderConfirmation } from '../confirmation.js';
import type { OutboxMessages } from './messages.fr.js';

/** Whether a device holds nothing at all besides entries. */
export function isNothing({ pseudonyms, drafts }: Remains): boolean {
  return !pseudonyms && !drafts;
}

/** What is said where no entry is left, and what is. */
export function renderRemains(t: OutboxMessages, remains: Remains): TemplateResult {
  return html`<div>
    <p>${isNothing(remains) ? t.empty : t.remains(remains.pseudonyms, remains.drafts)}</p>
    <p class="muted">${t.emptyHint}</p>
  </div>`;
}

/** What erasing all of it takes: one press, and another that was asked for. */
interface EraseAllView {
  readonly t: OutboxMessages;
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
  readonly onErase: () => void;
}

export function renderEraseAll({ t, asking, onAsk, onErase }: EraseAllView): TemplateResult {
  if (asking) {
    return renderConfirmation({
      question: t.eraseAllSure,
      yes: t.eraseAllConfirm,
      no: t.cancel,
      onYes: onErase,
      onNo: () => onAsk(false),
    });
  }
  return html`<div class="actions">
    <button type="button" class="quiet" id="erase-all" @click=${() => onAsk(true)}>${t.eraseAll}</button>
  </div>`;
}
