import { html, type TemplateResult } from 'lit';

/** Asks once more, in the page: a dialog of the browser cannot be styled, translated or opened in every embedding. */
export function renderConfirmation(asked: {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): TemplateResult {
  return html`
    <div class="note warning" id="confirmation" role="group" aria-labelledby="sure" tabindex="-1">
      <p class="strong" id="sure">${asked.question}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${asked.onYes}>${asked.yes}</button>
        <button type="button" @click=${asked.onNo}>${asked.no}</button>
      </div>
    </div>
  `;
}
