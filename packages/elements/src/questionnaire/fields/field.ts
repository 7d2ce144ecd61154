import type { AnswerValue, Question, RankingQuestion } from '@cnr-widgets/contract';
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
  /** BCP 47, of what the organiser wrote. */
  readonly written: string;
  /** BCP 47, for numbers, dates and sorting. */
  readonly locale: string;
  /** Nothing is kept on this device, by the browser neither. */
  readonly shared: boolean;
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
export function describedBy(field: AnyField, hint?: string): string {
  const { id, help } = field.question;
  return [help && `help-${id}`, hint && `hint-${id}`, field.fault && `fault-${id}`].filter(Boolean).join(' ');
}

function renderTitle(field: AnyField): TemplateResult {
  return html`<span lang=${field.written}>${field.question.title}</span>${
      field.question.required ? html` <span class="required">(${field.t.required})</span>` : nothing
    }`;
}

/** Help, hint and fault, in the order in which they are read. */
function renderMessages(field: AnyField, hint: string | undefined): TemplateResult {
  const { id, help } = field.question;
  return html`
    ${help && html`<p class="help" id="help-${id}" lang=${field.written}>${help}</p>`}
    ${hint && html`<p class="hint" id="hint-${id}">${hint}</p>`}
    ${
      field.fault &&
      html`<p class="fault" id="fault-${id}">
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
export function renderGroup(field: AnyField, hint: string | undefined, inputs: unknown): TemplateResult {
  return html`
    <fieldset
      class="field ${field.fault ? 'invalid' : ''}"
      id=${fieldId(field.question)}
      aria-describedby=${describedBy(field, hint) || nothing}
    >
      <legend class="title">${renderTitle(field)}</legend>
      ${renderMessages(field, hint)} ${inputs}
    </fieldset>
  `;
}

/** A question whose answer is one input, `input-{id}`. */
export function renderLabelled(field: AnyField, hint: string | undefined, input: unknown): TemplateResult {
  return html`
    <div class="field ${field.fault ? 'invalid' : ''}" id=${fieldId(field.question)}>
      <label class="title" for="input-${field.question.id}">${renderTitle(field)}</label>
      ${renderMessages(field, hint)} ${input}
    </div>
  `;
}

/** One of several inputs to choose from, named by its own label. */
export function renderOption(
  field: AnyField,
  option: {
    /** Tells it from the others of its question. */
    index: number | string;
    label: unknown;
    checked: boolean;
    choose: () => void;
    type?: 'checkbox';
    look?: 'point';
    /** Whose one choice it is; default: the question's. */
    group?: string;
    invalid?: boolean;
  },
): TemplateResult {
  const { id } = field.question;
  // Its input is read out in the language of its name.
  return html`<label class=${option.look ?? 'choice'} lang=${field.written}>
    <input
      type=${option.type ?? 'radio'}
      id="input-${id}-${option.index}"
      name="input-${option.group ?? id}"
      .checked=${option.checked}
      aria-invalid=${(option.invalid ?? field.fault) ? 'true' : nothing}
      @change=${option.choose}
    />
    <span>${option.label}</span>
  </label>`;
}

/** Whether an input is marked as wrong. */
export function invalid({ fault }: AnyField): 'true' | typeof nothing {
  return fault ? 'true' : nothing;
}

/** A line to write in, with what is left of its limit. */
export function renderLine(
  field: AnyField,
  line: {
    id: string;
    text: string;
    max: number;
    change: (text: string) => void;
    describedBy?: string;
    wrong?: boolean;
  },
): TemplateResult {
  const { id, text, max } = line;
  return html`<input
      type="text"
      id=${id}
      autocomplete="off"
      .value=${text}
      aria-describedby="${line.describedBy ?? ''} count-${id}"
      aria-invalid=${(line.wrong ?? field.fault) ? 'true' : nothing}
      @input=${(event: Event) => line.change(inputText(event))}
    />
    ${renderCounter(field.t, id, text.length, max)}`;
}

/** How many of the choices are asked for, where that is not any number. */
export function countHint(
  t: QuestionnaireMessages,
  { min = 0, max = Infinity, choices }: Pick<RankingQuestion, 'min' | 'max' | 'choices'>,
): string | undefined {
  const fewest = min > 1 ? min : undefined;
  const most = max < choices.length ? max : undefined;
  return fewest || most ? t.choose(fewest, most) : undefined;
}

/** What is left of the limit of the input `id`. Said by its description, not live at each key. */
export function renderCounter(
  t: QuestionnaireMessages,
  id: string,
  length: number,
  max: number,
): TemplateResult {
  return html`<p class="counter ${length > max ? 'over' : ''}" id="count-${id}">
    ${t.charactersLeft(max - length)}
  </p>`;
}

/** The text of an input's event, as the citizen typed it. */
export function inputText(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
}
