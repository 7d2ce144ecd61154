import { html, type TemplateResult } from 'lit';

/** The card's title at the level that the host's outline asks for. Not `unsafeStatic`: five templates are plainer. */
export function renderHeading(level: number, title: unknown): TemplateResult {
  switch (level) {
    case 3:
      return html`<h3 id="title" class="title clamped" part="title" tabindex="-1">${title}</h3>`;
    case 4:
      return html`<h4 id="title" class="title clamped" part="title" tabindex="-1">${title}</h4>`;
    case 5:
      return html`<h5 id="title" class="title clamped" part="title" tabindex="-1">${title}</h5>`;
    case 6:
      return html`<h6 id="title" class="title clamped" part="title" tabindex="-1">${title}</h6>`;
    default:
      return html`<h2 id="title" class="title clamped" part="title" tabindex="-1">${title}</h2>`;
  }
}
