import { html, nothing, type TemplateResult } from 'lit';
import { instead } from '../../instead.js';

/** What is not as it should be, each with a way to its field. The live region stands before its text does. */
export function renderErrors<Field extends string>(
  title: (count: number) => string,
  faults: readonly { readonly field: Field; readonly sentence: string }[],
  onFault: (field: Field) => void,
): TemplateResult {
  return html`<div role="alert" class="alert">
    ${
      faults.length === 0
        ? nothing
        : html`<div class="note error" id="errors" tabindex="-1">
            <p class="strong">${title(faults.length)}</p>
            <ul>
              ${faults.map(
                ({ field, sentence }) =>
                  html`<li>
                    <a href="#${field}" @click=${instead(() => onFault(field))}>${sentence}</a>
                  </li>`,
              )}
            </ul>
          </div>`
    }
  </div>`;
}
