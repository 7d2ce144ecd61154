import { MAX_OTHER, type Choice, type MultipleQuestion, type SingleQuestion } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { inputText, renderCounter, renderGroup, type AnyField, type Field } from './field.js';

export function renderSingle(field: Field<SingleQuestion>): TemplateResult {
  const { question, value } = field;
  const choose = (choice: Choice, other?: string) =>
    field.answer({
      kind: 'single',
      choice: choice.id,
      ...(other === undefined || other === '' ? {} : { other }),
    });
  return renderGroup(
    field,
    nothing,
    html`<div class="choices">
      ${question.choices.map((choice, index) => {
        const checked = value?.choice === choice.id;
        return html`
          <label class="choice">
            <input
              type="radio"
              id="input-${question.id}-${index}"
              name="input-${question.id}"
              .checked=${checked}
              aria-invalid=${field.fault === undefined ? nothing : 'true'}
              @change=${() => choose(choice)}
            />
            <span>${choice.label}</span>
          </label>
          ${
            choice.other === true && checked
              ? renderOther(field, value.other ?? '', (other) => choose(choice, other))
              : nothing
          }
        `;
      })}
    </div>`,
  );
}

export function renderMultiple(field: Field<MultipleQuestion>): TemplateResult {
  const { question, value, t } = field;
  const chosen = new Set(value?.choices);
  const answer = (ids: readonly string[], other = value?.other) => {
    const withOther = question.choices.some((choice) => choice.other === true && ids.includes(choice.id));
    field.answer(
      ids.length === 0
        ? null
        : {
            kind: 'multiple',
            choices: [...ids],
            ...(withOther && other !== undefined && other !== '' ? { other } : {}),
          },
    );
  };
  const toggle = (choice: Choice) => {
    // In the questionnaire's order, whatever the order of the clicks: the same choices are the same content.
    const kept = question.choices.filter((other) => {
      if (other.id === choice.id) return !chosen.has(choice.id);
      return (
        chosen.has(other.id) &&
        (chosen.has(choice.id) || (choice.exclusive !== true && other.exclusive !== true))
      );
    });
    answer(kept.map(({ id }) => id));
  };
  return renderGroup(
    field,
    countHint(field),
    html`<div class="choices">
      ${question.choices.map(
        (choice, index) => html`
          <label class="choice">
            <input
              type="checkbox"
              id="input-${question.id}-${index}"
              .checked=${chosen.has(choice.id)}
              aria-invalid=${field.fault === undefined ? nothing : 'true'}
              @change=${() => toggle(choice)}
            />
            <span>${choice.label}</span>
          </label>
          ${
            choice.other === true && chosen.has(choice.id)
              ? renderOther(field, value?.other ?? '', (other) => answer(value?.choices ?? [], other))
              : nothing
          }
        `,
      )}
    </div>`,
  );

  function countHint({ question: { min, max, choices } }: Field<MultipleQuestion>): string {
    const most = max !== undefined && max < choices.length ? max : undefined;
    if (min !== undefined && min > 1)
      return most === undefined ? t.chooseAtLeast(min) : t.chooseBetween(min, most);
    return most === undefined ? t.chooseSeveral : t.chooseAtMost(most);
  }
}

function renderOther(field: AnyField, text: string, change: (text: string) => void): TemplateResult {
  const { question, t } = field;
  return html`
    <div class="other">
      <label for="other-${question.id}">${t.other}</label>
      <input
        type="text"
        id="other-${question.id}"
        autocomplete="off"
        .value=${text}
        aria-describedby="other-count-${question.id}"
        aria-invalid=${field.fault?.code === 'other-too-long' ? 'true' : nothing}
        @input=${(event: Event) => change(inputText(event))}
      />
      ${renderCounter(t, `other-count-${question.id}`, text.length, MAX_OTHER)}
    </div>
  `;
}
