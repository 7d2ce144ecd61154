import {
  DEPARTEMENTS,
  departementOfPostalCode,
  departementName,
  type DateQuestion,
  type NumberQuestion,
  type TerritoryQuestion,
} from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatNumber } from '../../format.js';
import { describedBy, inputText, invalid, renderLabelled, type Field } from './field.js';

export function renderNumber(field: Field<NumberQuestion>): TemplateResult {
  const { question, value, typed, t } = field;
  const bound = (limit: number | undefined) =>
    limit === undefined ? undefined : formatNumber(limit, field.locale);
  const hint = t.numberBetween(bound(question.min), bound(question.max), question.unit);
  const onInput = (event: Event) => {
    const text = inputText(event);
    const read = readNumber(text);
    if (text.trim() === '') field.answer(null);
    else if (read === undefined) field.answer(null, text);
    else field.answer({ kind: 'number', value: read });
  };
  // Not type="number": it changes by the wheel, takes no French comma in some browsers and hides what it refuses.
  return renderLabelled(
    field,
    hint,
    html`<div class="measure">
      <input
        type="text"
        inputmode=${question.integer && (question.min ?? -1) >= 0 ? 'numeric' : 'decimal'}
        id="input-${question.id}"
        autocomplete="off"
        value=${typed ?? (value === undefined ? '' : formatNumber(value.value, field.locale))}
        aria-describedby=${describedBy(field, hint) || nothing}
        aria-invalid=${invalid(field)}
        @input=${onInput}
      />
      ${question.unit && html`<span aria-hidden="true">${question.unit}</span>`}
    </div>`,
  );
}

/** A number as people write it: `1 234,5`, `-3`, `12.5`; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s/g, '').replace(',', '.').replace('−', '-');
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return undefined;
  // Not -0.
  return Number(plain) || 0;
}

export function renderDate(field: Field<DateQuestion>): TemplateResult {
  const { question, value, t } = field;
  const { min, max } = question;
  const shown = (date: string | undefined) => date && formatDay(date, field.locale, 'UTC');
  const hint = min || max ? t.dateBetween(shown(min), shown(max)) : undefined;
  const onInput = (event: Event) => {
    const input = event.target as HTMLInputElement;
    // A date that is half typed has no value yet: it must not pass for an empty answer.
    if (input.value !== '') field.answer({ kind: 'date', date: input.value });
    else if (input.validity.badInput) field.answer(null, '…');
    else field.answer(null);
  };
  return renderLabelled(
    field,
    hint,
    html`<input
      type="date"
      id="input-${question.id}"
      min=${min ?? nothing}
      max=${max ?? nothing}
      value=${value?.date ?? nothing}
      aria-describedby=${describedBy(field, hint) || nothing}
      aria-invalid=${invalid(field)}
      @input=${onInput}
      @blur=${onInput}
    />`,
  );
}

export function renderTerritory(field: Field<TerritoryQuestion>): TemplateResult {
  return field.question.ask === 'departement' ? renderDepartementField(field) : renderPostalCode(field);
}

function renderDepartementField(field: Field<TerritoryQuestion>): TemplateResult {
  return renderLabelled(
    field,
    undefined,
    renderDepartement(`input-${field.question.id}`, field.value?.departement, {
      describedBy: describedBy(field) || nothing,
      invalid: invalid(field),
      none: field.t.departementNone,
      change: (code) => field.answer(code ? { kind: 'territory', departement: code } : null),
    }),
  );
}

/** The list of départements, in the order of their codes: the keyboard finds one by its number. */
export function renderDepartement(
  id: string,
  code: string | undefined,
  options: {
    describedBy?: string | typeof nothing;
    invalid?: 'true' | typeof nothing;
    none: string;
    change: (code: string) => void;
  },
): TemplateResult {
  return html`<select
    id=${id}
    aria-describedby=${options.describedBy ?? nothing}
    aria-invalid=${options.invalid ?? nothing}
    @change=${(event: Event) => options.change(inputText(event))}
  >
    <option value="" ?selected=${code === undefined}>${options.none}</option>
    ${DEPARTEMENTS.map(
      (departement) =>
        html`<option value=${departement.code} ?selected=${departement.code === code}>
          ${departement.code} – ${departement.name}
        </option>`,
    )}
  </select>`;
}

function renderPostalCode(field: Field<TerritoryQuestion>): TemplateResult {
  const { question, value, typed, t } = field;
  const found = value && departementName(value.departement);
  const onInput = (event: Event) => {
    const text = inputText(event).replace(/\s/g, '');
    const departement = departementOfPostalCode(text);
    if (!text) field.answer(null);
    else if (!departement) field.answer(null, inputText(event));
    else field.answer({ kind: 'territory', departement, postalCode: text });
  };
  return renderLabelled(
    field,
    t.postalCodeHint,
    html`
      <input
        type="text"
        inputmode="numeric"
        autocomplete=${field.shared ? 'off' : 'postal-code'}
        id="input-${question.id}"
        value=${typed ?? value?.postalCode ?? ''}
        aria-describedby=${describedBy(field, t.postalCodeHint)}
        aria-invalid=${invalid(field)}
        @input=${onInput}
      />
      <p class="hint" role="status">${found && t.postalCodeFound(found)}</p>
    `,
  );
}
