import type { MatrixQuestion, ScaleQuestion } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderGroup, renderOption, type Field } from './field.js';

/** Points in a row (0 to 10), or one under the other where each has a label of its own (a Likert scale). */
export function renderScale(field: Field<ScaleQuestion>): TemplateResult {
  const { question, value, t } = field;
  const { min, max, minLabel, maxLabel, labels } = question;
  const points = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return renderGroup(
    field,
    labels ? undefined : t.scaleHint(min, max, minLabel, maxLabel),
    html`
      <div class=${labels ? 'choices' : 'points'}>
        ${points.map((point, index) =>
          renderOption(field, {
            index,
            label: labels?.[index] ?? point,
            checked: value?.value === point,
            choose: () => field.answer({ kind: 'scale', value: point }),
            ...(!labels && { look: 'point' }),
          }),
        )}
      </div>
      ${
        !labels && (minLabel || maxLabel)
          ? html`<div class="ends" aria-hidden="true">
              <span>${minLabel && `${min} – ${minLabel}`}</span
              ><span>${maxLabel && `${max} – ${maxLabel}`}</span>
            </div>`
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
    given.set(row, column);
    field.answer({
      kind: 'matrix',
      rows: question.rows.flatMap(({ id }) => {
        const chosen = given.get(id);
        return chosen ? { row: id, column: chosen } : [];
      }),
    });
  };
  return renderGroup(
    field,
    undefined,
    html`<div class="rows">
      ${question.rows.map(
        (row, rowIndex) => html`
          <fieldset class="row">
            <legend lang=${field.written}>${row.label}</legend>
            <div class="columns">
              ${question.columns.map((column, index) =>
                renderOption(field, {
                  index: `${rowIndex}-${index}`,
                  group: `${question.id}-${row.id}`,
                  label: column.label,
                  checked: given.get(row.id) === column.id,
                  choose: () => choose(row.id, column.id),
                  invalid: !!field.fault && !given.has(row.id),
                }),
              )}
            </div>
          </fieldset>
        `,
      )}
    </div>`,
  );
}
