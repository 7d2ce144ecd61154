import { parseMarkdown, type Inline } from '@cnr-widgets/contract';
import { html, type TemplateResult } from 'lit';

/** The Markdown subset as elements: what is not in the subset, HTML included, is shown as the text that it is. */
export function renderMarkdown(text: string): TemplateResult[] {
  return parseMarkdown(text).map((block) => {
    if (block.type === 'list') {
      const items = block.items.map((item) => html`<li>${item.map(renderInline)}</li>`);
      return block.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    // A heading inside a card would stand above the host's own outline, so it is a strong paragraph.
    const children = block.children.map(renderInline);
    return block.type === 'heading' ? html`<p><strong>${children}</strong></p>` : html`<p>${children}</p>`;
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
