import { maxLengthOf, type TextQuestion, type TextsQuestion } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, inputText, renderCounter, renderGroup, renderLabelled, type Field } from './field.js';

export function renderText(field: Field<TextQuestion>): TemplateResult {
  const { question, t } = field;
  const text = field.value?.text ?? '';
  const max = maxLengthOf(question);
  const counter = `count-${question.id}`;
  const described = describedBy(field, nothing);
  const describe = described === nothing ? counter : `${described} ${counter}`;
  const onInput = (event: Event) => {
    const typed = inputText(event);
    field.answer(typed === '' ? null : { kind: 'text', text: typed });
  };
  const invalid = field.fault === undefined ? nothing : 'true';
  const input =
    question.long === true
      ? html`<textarea
          id="input-${question.id}"
          rows="6"
          .value=${text}
          aria-describedby=${describe}
          aria-invalid=${invalid}
          @input=${onInput}
        ></textarea>`
      : html`<input
          type="text"
          id="input-${question.id}"
          autocomplete="off"
          .value=${text}
          aria-describedby=${describe}
          aria-invalid=${invalid}
          @input=${onInput}
        />`;
  return renderLabelled(field, nothing, html`${input} ${renderCounter(t, counter, text.length, max)}`);
}

export function renderTexts(field: Field<TextsQuestion>): TemplateResult {
  const { question, t } = field;
  const max = maxLengthOf(question);
  const texts = Array.from({ length: question.count }, (_, index) => field.value?.texts[index] ?? '');
  const change = (index: number, text: string) => {
    const changed = texts.with(index, text);
    field.answer(changed.every((other) => other === '') ? null : { kind: 'texts', texts: changed });
  };
  return renderGroup(
    field,
    nothing,
    html`<div class="stack">
      ${texts.map(
        (text, index) => html`
          <div class="line">
            <label for="input-${question.id}-${index}">${t.textNumber(index + 1, question.count)}</label>
            <input
              type="text"
              id="input-${question.id}-${index}"
              autocomplete="off"
              .value=${text}
              aria-describedby="count-${question.id}-${index}"
              aria-invalid=${field.fault === undefined ? nothing : 'true'}
              @input=${(event: Event) => change(index, inputText(event))}
            />
            ${renderCounter(t, `count-${question.id}-${index}`, text.length, max)}
          </div>
        `,
      )}
    </div>`,
  );
}
