import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptMessages } from './messages.fr.js';

interface Ticket {
  readonly t: ReceiptMessages;
  readonly code: string;
  /** It came for a correction: the code before it is of no use any more. */
  readonly replaces: boolean;
  /** This device holds it. */
  readonly isHere: boolean;
  readonly onCopy: () => void;
  readonly onSave: () => void;
}

/** The code on its face, and on the stub what it is good for and the ways to keep it. */
export function renderTicket({ t, code, replaces, isHere, onCopy, onSave }: Ticket): TemplateResult {
  return html`<div class="ticket">
    <div class="face">
      <p class="strong">${t.title}</p>
      <p class="code" part="code">${code}</p>
    </div>
    <div class="stub">
      ${replaces ? html`<p class="strong">${t.replaces}</p>` : nothing}
      <p>${isHere ? t.hint : t.hintUnkept}</p>
      <div class="actions">
        <button type="button" @click=${onCopy}>${t.copy}</button>
        <button type="button" @click=${onSave}>${t.save}</button>
        <button type="button" @click=${() => window.print()}>${t.print}</button>
      </div>
    </div>
  </div>`;
}
