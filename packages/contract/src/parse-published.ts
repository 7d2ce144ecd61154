import type { PublishedConsultation } from './published.js';
import { readAs } from './shape.js';
import { publishedShape } from './shapes/published.js';

/** Reads a consultation as a backend serves it; its questionnaire stays unread (`parseQuestionnaire`). @throws ContractError */
export function parsePublished(value: unknown): PublishedConsultation {
  return readAs(publishedShape, 'published consultation', value) as PublishedConsultation;
}
