import type { AnswerValue, Question } from '@cnr-widgets/contract';
import type { TemplateResult } from 'lit';
import { renderChoices } from './choices.js';
import type { AnyField, Field } from './field.js';
import { renderRanking } from './ranking.js';
import { renderMatrix, renderScale } from './scales.js';
import { renderText, renderTexts } from './texts.js';
import { renderDate, renderNumber, renderTerritory } from './values.js';

type RendererOf<K extends Question['kind']> = (
  field: Field<Extract<Question, { kind: K }>>,
) => TemplateResult;

const renderers: { [K in Question['kind']]: RendererOf<K> } = {
  single: renderChoices,
  multiple: renderChoices,
  text: renderText,
  texts: renderTexts,
  scale: renderScale,
  ranking: renderRanking,
  matrix: renderMatrix,
  number: renderNumber,
  date: renderDate,
  territory: renderTerritory,
};

/** A question by its kind. An answer of another kind than its question's is none. */
export function renderQuestion(
  field: AnyField & { readonly value: AnswerValue | undefined },
): TemplateResult {
  const value = field.value?.kind === field.question.kind ? field.value : undefined;
  // The kind of the question chose the renderer and checked the value, which the index type cannot express.
  const render = renderers[field.question.kind] as (field: AnyField) => TemplateResult;
  return render({ ...field, value } as AnyField);
}
