import { html, nothing, type TemplateResult } from 'lit';

/** Why an element cannot show what it should, for the citizen or, where it is badly installed, the webmaster. */
export interface FailureMessages {
  readonly offline: string;
  readonly unreachable: string;
  readonly unknownConsultation: string;
  readonly malformed: string;
  readonly notInstalled: string;
  readonly retry: string;
}

/** What is wrong on the page itself: trying again does not mend it. */
const NOT_INSTALLED = new Set(['no-backend', 'no-consultation']);

/** The failure with what stands in the element, a link to the consultation's own page, and a way to try again. */
export function renderFailure(
  t: FailureMessages,
  title: string,
  code: string,
  onRetry: () => void,
): TemplateResult {
  const sentences: Record<string, string> = {
    'unknown-consultation': t.unknownConsultation,
    'malformed-response': t.malformed,
  };
  const installed = !NOT_INSTALLED.has(code);
  const sentence = installed
    ? (sentences[code] ?? (navigator.onLine ? t.unreachable : t.offline))
    : `${t.notInstalled} (${code})`;
  return html`
    <div class="note error" role="alert">
      <p id="step" class="strong" tabindex="-1">${title}</p>
      <p>${sentence}</p>
    </div>
    <p><slot></slot></p>
    ${installed ? html`<p><button type="button" @click=${onRetry}>${t.retry}</button></p>` : nothing}
  `;
}
