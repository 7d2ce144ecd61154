import { html, type TemplateResult } from 'lit';

/** The title of a card or of the outbox, at the level that the host's outline asks for. */
export function renderHeading(level: number, title: unknown): TemplateResult {
  return html`<h2 id="title" class="title clamped" part="title" tabindex="-1" aria-level=${level}>
    ${title}
  </h2>`;
}
