import type { Questionnaire } from './questionnaire.js';
import { readAs } from './shape.js';
import { questionnaireShape } from './shapes/questionnaire.js';

/** Reads the questionnaire of a published consultation. @throws ContractError */
export function parseQuestionnaire(value: unknown): Questionnaire {
  return readAs(questionnaireShape, 'questionnaire', value) as Questionnaire;
}
