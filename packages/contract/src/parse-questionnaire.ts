import { parseAs } from './parse.js';
import { questionnaire, type Questionnaire } from './questionnaire.js';

/** Reads the questionnaire of a published consultation. @throws ContractError */
export function parseQuestionnaire(value: unknown): Questionnaire {
  return parseAs(questionnaire, 'questionnaire', value);
}
