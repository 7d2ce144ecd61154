import { maxLengthOf, type TextQuestion, type TextsQuestion } from '@cnr-widgets/contract';
import { html, type TemplateResult } from 'lit';
import {
  describedBy,
  inputText,
  invalid,
  renderCounter,
  renderGroup,
  renderLabelled,
  renderLine,
  type Field,
} from './field.js';

export function renderText(field: Field<TextQuestion>): TemplateResult {
  const { question, value, t } = field;
  const text = value?.text ?? '';
  const max = maxLengthOf(question);
  const id = `input-${question.id}`;
  const described = describedBy(field);
  const change = (typed: string) => field.answer(typed ? { kind: 'text', text: typed } : null);
  return renderLabelled(
    field,
    undefined,
    question.long
      ? html`<textarea
            id=${id}
            rows="6"
            .value=${text}
            aria-describedby="${described} count-${id}"
            aria-invalid=${invalid(field)}
            @input=${(event: Event) => change(inputText(event))}
          ></textarea>
          ${renderCounter(t, id, text.length, max)}`
      : renderLine(field, { id, text, max, change, describedBy: described }),
  );
}

export function renderTexts(field: Field<TextsQuestion>): TemplateResult {
  const { question, value, t } = field;
  const max = maxLengthOf(question);
  const texts = Array.from({ length: question.count }, (_, index) => value?.texts[index] ?? '');
  return renderGroup(
    field,
    undefined,
    html`<div class="stack">
      ${texts.map((text, index) => {
        const id = `input-${question.id}-${index}`;
        const change = (typed: string) => {
          texts[index] = typed;
          field.answer(texts.some(Boolean) ? { kind: 'texts', texts } : null);
        };
        return html`
          <div class="line">
            <label for=${id}>${t.textNumber(index + 1, question.count)}</label>
            ${renderLine(field, { id, text, max, change })}
          </div>
        `;
      })}
    </div>`,
  );
}
