import type { AnswerValue, Question } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../format.js';
import type { FaultParams, QuestionnaireMessages } from '../messages.fr.js';
import type { FieldFault } from '../session.js';

/** What every kind of question renders from. All ids are made from the question's own, unique in the shadow root. */
export interface AnyField {
  readonly question: Question;
  /** What was typed where it does not read as an answer. */
  readonly typed: string | undefined;
  readonly fault: FieldFault | undefined;
  readonly t: QuestionnaireMessages;
  /** BCP 47, for numbers, dates and sorting. */
  readonly locale: string;
  readonly answer: (value: AnswerValue | null, typed?: string) => void;
  /** Says something once to who does not see the screen. */
  readonly announce: (text: string) => void;
  /** Moves the focus to an element of this shadow root once it is rendered. */
  readonly focus: (selector: string) => void;
}

/** One question on the screen, with its answer so far. */
export interface Field<Q extends Question> extends AnyField {
  readonly question: Q;
  readonly value: Extract<AnswerValue, { kind: Q['kind'] }> | undefined;
}

export function fieldId(question: { id: string }): string {
  return `field-${question.id}`;
}

/** The ids that describe a field: its help, its hint and its fault, as far as they are shown. */
export function describedBy(field: AnyField, hint: unknown): string | typeof nothing {
  const { id, help } = field.question;
  const ids = [
    help !== undefined && `help-${id}`,
    hint !== nothing && hint !== '' && `hint-${id}`,
    field.fault !== undefined && `fault-${id}`,
  ].filter((part) => part !== false);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

export function renderTitle(field: AnyField): TemplateResult {
  return html`${field.question.title}${
    field.question.required === true ? html` <span class="required">(${field.t.required})</span>` : nothing
  }`;
}

/** Help, hint and fault, in the order in which they are read. */
export function renderMessages(field: AnyField, hint: unknown): TemplateResult {
  const { id, help } = field.question;
  return html`
    ${help === undefined ? nothing : html`<p class="help" id="help-${id}">${help}</p>`}
    ${hint === nothing || hint === '' ? nothing : html`<p class="hint" id="hint-${id}">${hint}</p>`}
    ${
      field.fault === undefined
        ? nothing
        : html`<p class="fault" id="fault-${id}">
            ${faultSentence(field.t, field.question.kind, field.fault, field.locale)}
          </p>`
    }
  `;
}

/** A fault in words; its bounds are written as the reader writes dates and numbers. */
export function faultSentence(
  t: QuestionnaireMessages,
  kind: string,
  fault: FieldFault,
  locale: string,
): string {
  const bounds = Object.entries(fault.params ?? {}).map(([name, bound]) => [
    name,
    typeof bound === 'string' ? formatDay(bound, locale, 'UTC') : bound,
  ]);
  return t.faults[fault.code]?.(kind, Object.fromEntries(bounds) as FaultParams) ?? t.faultOther;
}

/** A question whose answer is several inputs: they are named by the legend. */
export function renderGroup(field: AnyField, hint: unknown, inputs: unknown): TemplateResult {
  return html`
    <fieldset
      class="field ${field.fault === undefined ? '' : 'invalid'}"
      id=${fieldId(field.question)}
      aria-describedby=${describedBy(field, hint)}
    >
      <legend class="title">${renderTitle(field)}</legend>
      ${renderMessages(field, hint)} ${inputs}
    </fieldset>
  `;
}

/** A question whose answer is one input, `input-{id}`. */
export function renderLabelled(field: AnyField, hint: unknown, input: unknown): TemplateResult {
  return html`
    <div class="field ${field.fault === undefined ? '' : 'invalid'}" id=${fieldId(field.question)}>
      <label class="title" for="input-${field.question.id}">${renderTitle(field)}</label>
      ${renderMessages(field, hint)} ${input}
    </div>
  `;
}

/** What is left of a limit, and how far one is over it. Said by the field's description, not live at each key. */
export function renderCounter(
  t: QuestionnaireMessages,
  id: string,
  length: number,
  max: number,
): TemplateResult {
  return html`<p class="counter ${length > max ? 'over' : ''}" id=${id}>
    ${t.charactersLeft(max - length)}
  </p>`;
}

/** The text of an input's event, as the citizen typed it. */
export function inputText(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
}
