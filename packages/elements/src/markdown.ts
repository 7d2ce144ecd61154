import { parseMarkdown, type Inline } from '@cnr-widgets/contract';
import { html, type TemplateResult } from 'lit';

/**
 * The Markdown subset as elements: what is not in the subset, HTML included, is shown as the text that it is.
 * @param level of its headings in the host's outline, one below the heading that the text stands under
 */
export function renderMarkdown(text: string, level: number): TemplateResult[] {
  return parseMarkdown(text).map(({ type, texts }) => {
    const inlines = texts.map((one) => one.map(renderInline));
    const items = () => inlines.map((item) => html`<li>${item}</li>`);
    switch (type) {
      case 'list':
        return html`<ul>
          ${items()}
        </ul>`;
      case 'numbered':
        return html`<ol>
          ${items()}
        </ol>`;
      case 'heading':
        return html`<p role="heading" aria-level=${level}><strong>${inlines}</strong></p>`;
      case 'paragraph':
        return html`<p>${inlines}</p>`;
    }
  });
}

function renderInline(inline: Inline): TemplateResult | string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'strong':
      return html`<strong>${inline.children.map(renderInline)}</strong>`;
    case 'em':
      return html`<em>${inline.children.map(renderInline)}</em>`;
    case 'link':
      return html`<a href=${inline.href} rel="noopener">${inline.children.map(renderInline)}</a>`;
  }
}
