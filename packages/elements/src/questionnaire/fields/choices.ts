import { MAX_OTHER, type Choice, type MultipleQuestion, type SingleQuestion } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { countHint, renderGroup, renderLine, renderOption, type Field } from './field.js';

/** One choice or several, each of which may open a text of its own. */
export function renderChoices(field: Field<SingleQuestion> | Field<MultipleQuestion>): TemplateResult {
  const { question, value, t } = field;
  const several = question.kind === 'multiple';
  const chosen = value?.kind === 'single' ? [value.choice] : (value?.choices ?? []);
  const answer = (choices: string[], text = value?.other) => {
    const opened = question.choices.some(({ id, other }) => other && choices.includes(id));
    const other = text && opened ? { other: text } : {};
    const [choice] = choices;
    if (!choice) field.answer(null);
    else if (several) field.answer({ kind: 'multiple', choices, ...other });
    else field.answer({ kind: 'single', choice, ...other });
  };
  const toggle = (choice: Choice) => {
    const isOn = chosen.includes(choice.id);
    // In the questionnaire's order, whatever the order of the clicks: the same choices are the same content.
    const kept = question.choices.filter((other) =>
      other === choice
        ? !isOn
        : several && chosen.includes(other.id) && (isOn || (!choice.exclusive && !other.exclusive)),
    );
    answer(kept.map(({ id }) => id));
  };
  return renderGroup(
    field,
    several ? (countHint(t, question) ?? t.chooseSeveral) : undefined,
    html`<div class="choices">
      ${question.choices.map((choice, index) => {
        const checked = chosen.includes(choice.id);
        return html`
          ${renderOption(field, {
            index,
            label: choice.label,
            checked,
            choose: () => toggle(choice),
            ...(several && { type: 'checkbox' }),
          })}
          ${
            choice.other && checked
              ? html`<div class="other">
                  <label for="other-${question.id}">${t.other}</label>
                  ${renderLine(field, {
                    id: `other-${question.id}`,
                    text: value?.other ?? '',
                    max: MAX_OTHER,
                    change: (text) => answer(chosen, text),
                    wrong: field.fault?.code === 'other-too-long',
                  })}
                </div>`
              : nothing
          }
        `;
      })}
    </div>`,
  );
}
