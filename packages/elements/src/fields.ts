import { DEPARTEMENTS } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';

/** A choice among few, with its label. @param wrong its fault stands beside it, with the id `{id}-fault` */
export function renderSelect(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
  change: (value: string) => void,
  hint?: string,
  wrong = false,
): TemplateResult {
  return html`<div class="line">
    <label for=${id}>${label}</label>
    ${hint === undefined ? nothing : html`<p class="muted small" id="${id}-hint">${hint}</p>`}
    <select
      id=${id}
      aria-describedby=${hint === undefined ? nothing : `${id}-hint ${wrong ? `${id}-fault` : ''}`}
      aria-invalid=${wrong ? 'true' : nothing}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([option, words]) => html`<option value=${option} ?selected=${option === value}>${words}</option>`,
      )}
    </select>
  </div>`;
}

/** The départements, in the order of their codes: the keyboard finds one by its number. `none` stands first. */
export function departements(none: string): (readonly [string, string])[] {
  return [['', none], ...DEPARTEMENTS.map(({ code, name }) => [code, `${code} – ${name}`] as const)];
}
