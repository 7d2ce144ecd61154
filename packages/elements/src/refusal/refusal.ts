import { html, type TemplateResult, type PropertyDeclarations } from 'lit';
import { base } from '../base.styles.js';
import { CnrElement } from '../element.js';
import { Localize } from '../localize.js';
import { tokens } from '../tokens.styles.js';
import { fr, type RefusalMessages } from './messages.fr.js';

/**
 * Why an answer was refused. Its own element because most citizens never need its sentences: they are loaded when a
 * refusal has arrived, and the slot stands in their place until then.
 *
 * @summary Why the backend refused an answer, in words that say what to do.
 * @tagname cnr-refusal
 *
 * @slot - What is shown until the element is loaded.
 */
export class CnrRefusal extends CnrElement {
  static override styles = [tokens, base];

  static override properties: PropertyDeclarations = {
    code: {},
  };

  /** The problem's stable code. */
  code = '';

  readonly #sentences = new Localize<RefusalMessages>(this, 'refusal', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });

  protected override render(): TemplateResult {
    const { t } = this.#sentences;
    return html`<p>${t.reasons[this.code] ?? t.other(this.code)}</p>
      <p>${t.kept}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-refusal': CnrRefusal;
  }
}
