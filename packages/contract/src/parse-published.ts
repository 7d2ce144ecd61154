import { publishedConsultation, type PublishedConsultation } from './published.js';
import { parseAs } from './parse.js';

/** Reads a consultation as a backend serves it; its questionnaire stays unread (`parseQuestionnaire`). @throws ContractError */
export function parsePublished(value: unknown): PublishedConsultation {
  return parseAs(publishedConsultation, 'published consultation', value);
}
