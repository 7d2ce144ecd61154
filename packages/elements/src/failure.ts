import { html, nothing, type TemplateResult } from 'lit';

/** Why an element cannot show what it should, for the citizen or, where it is badly installed, the webmaster. */
export interface FailureMessages {
  readonly offline: string;
  readonly unreachable: string;
  readonly unknownConsultation: string;
  readonly malformed: string;
  /** Stands below a title that names what the consultation has none of. */
  readonly notOffered: string;
  readonly notInstalled: string;
  readonly retry: string;
}

/** What is wrong on the page itself (`no-backend`, `not-offered`, `insecure-context`): trying again does not mend it. */
const NOT_INSTALLED = /^(no|ins)/;

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
    'not-offered': t.notOffered,
  };
  const stays = NOT_INSTALLED.test(code);
  const reason = stays ? `${t.notInstalled} (${code})` : navigator.onLine ? t.unreachable : t.offline;
  return html`
    <div class="note error" role="alert">
      <p id="step" class="strong" tabindex="-1">${title}</p>
      <p>${sentences[code] ?? reason}</p>
    </div>
    <p><slot></slot></p>
    ${stays ? nothing : html`<p><button type="button" @click=${onRetry}>${t.retry}</button></p>`}
  `;
}
