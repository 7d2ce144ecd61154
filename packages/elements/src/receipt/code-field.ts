import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptMessages } from './messages.fr.js';

/** Where a receipt code is typed. @param fault what is wrong with the one that stands there */
export function renderCodeField(t: ReceiptMessages, fault: string | undefined): TemplateResult {
  return html`<div class="line">
    <label for="code">${t.codeLabel}</label>
    <p class="muted small" id="code-hint">${t.codeHint}</p>
    <div role="status" class="alert" id="fault">
      ${fault === undefined ? nothing : html`<p class="fault">${fault}</p>`}
    </div>
    <input
      type="text"
      id="code"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      aria-describedby="code-hint fault"
      aria-invalid=${fault === undefined ? nothing : 'true'}
    />
  </div>`;
}

/** `XXXX-XXXX-XXXX-XXXX`, or undefined of what cannot be a code. */
export function readCode(typed: string): string | undefined {
  // Spaces and dashes are how people note a code, not part of it; the backend reads the letters leniently.
  const characters = typed.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();
  return characters.length === 16 ? (characters.match(/.{4}/g) ?? []).join('-') : undefined;
}
