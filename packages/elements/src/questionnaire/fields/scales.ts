import type { MatrixQuestion, ScaleQuestion } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderGroup, type Field } from './field.js';

/** Points in a row (0 to 10), or one under the other where each has a label of its own (a Likert scale). */
export function renderScale(field: Field<ScaleQuestion>): TemplateResult {
  const { question, value, t } = field;
  const { min, max, minLabel, maxLabel, labels } = question;
  const points = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return renderGroup(
    field,
    labels === undefined ? t.scaleHint(min, max, minLabel, maxLabel) : nothing,
    html`
      <div class=${labels === undefined ? 'points' : 'choices'}>
        ${points.map(
          (point, index) => html`
            <label class=${labels === undefined ? 'point' : 'choice'}>
              <input
                type="radio"
                id="input-${question.id}-${index}"
                name="input-${question.id}"
                .checked=${value?.value === point}
                aria-invalid=${field.fault === undefined ? nothing : 'true'}
                @change=${() => field.answer({ kind: 'scale', value: point })}
              />
              <span>${labels?.[index] ?? point}</span>
            </label>
          `,
        )}
      </div>
      ${
        labels === undefined && (minLabel !== undefined || maxLabel !== undefined)
          ? html`<div class="ends" aria-hidden="true"><span>${minLabel}</span><span>${maxLabel}</span></div>`
          : nothing
      }
    `,
  );
}

/** One group a row: a table of radio buttons loses its names at 320 px, a group keeps them at every width. */
export function renderMatrix(field: Field<MatrixQuestion>): TemplateResult {
  const { question, value } = field;
  const given = new Map(value?.rows.map(({ row, column }) => [row, column]));
  const choose = (row: string, column: string) => {
    const columns = new Map(given).set(row, column);
    field.answer({
      kind: 'matrix',
      rows: question.rows.flatMap(({ id }) => {
        const chosen = columns.get(id);
        return chosen === undefined ? [] : [{ row: id, column: chosen }];
      }),
    });
  };
  return renderGroup(
    field,
    nothing,
    html`<div class="rows">
      ${question.rows.map(
        (row, rowIndex) => html`
          <fieldset class="row">
            <legend>${row.label}</legend>
            <div class="columns">
              ${question.columns.map(
                (column, index) => html`
                  <label class="choice">
                    <input
                      type="radio"
                      id="input-${question.id}-${rowIndex}-${index}"
                      name="input-${question.id}-${row.id}"
                      .checked=${given.get(row.id) === column.id}
                      aria-invalid=${field.fault !== undefined && !given.has(row.id) ? 'true' : nothing}
                      @change=${() => choose(row.id, column.id)}
                    />
                    <span>${column.label}</span>
                  </label>
                `,
              )}
            </div>
          </fieldset>
        `,
      )}
    </div>`,
  );
}
