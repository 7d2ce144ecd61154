import { html, type TemplateResult } from 'lit';
import { submitted, type Screen } from './screen.js';

/** A receipt code, for who answered on another device or at another time. */
export function renderCodeForm(screen: Screen): TemplateResult {
  const { t, participation } = screen;
  const withCode = (event: Event, act: (code: string) => Promise<void>) => {
    const form = (event.currentTarget as Element).closest('form');
    const typed = form?.querySelector<HTMLInputElement>('#code')?.value ?? '';
    // Spaces and dashes are how people read a code out, not part of it; the backend reads the letters leniently.
    const characters = typed.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();
    if (characters.length === 16) void act((characters.match(/.{4}/g) ?? []).join('-'));
    else participation.tell('codeMissing');
  };
  return html`
    <details class="code">
      <summary>${t.codeTitle}</summary>
      <form
        class="stack"
        novalidate
        @submit=${submitted((event) => withCode(event, (code) => participation.correct(code)))}
      >
        <div class="line">
          <label for="code">${t.codeLabel}</label>
          <p class="hint" id="code-hint">${t.codeHint}</p>
          <input
            type="text"
            id="code"
            class="mono"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="code-hint"
          />
        </div>
        <div class="actions">
          <button type="submit">${t.correct}</button>
          <button
            type="button"
            @click=${(event: Event) => withCode(event, (code) => participation.withdraw(code))}
          >
            ${t.withdraw}
          </button>
        </div>
      </form>
    </details>
  `;
}
