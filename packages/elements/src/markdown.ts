import { parseMarkdown, type Inline } from '@cnr-widgets/contract';
import { html, type TemplateResult } from 'lit';

/** The Markdown subset as elements: what is not in the subset, HTML included, is shown as the text that it is. */
export function renderMarkdown(text: string): TemplateResult[] {
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
        // A heading inside a card would stand above the host's own outline, so it is a strong paragraph.
        return html`<p><strong>${inlines}</strong></p>`;
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
