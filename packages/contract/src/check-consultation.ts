import * as z from 'zod/mini';
import { checkCard } from './check-card.js';
import { checkQuestionnaire } from './check-questionnaire.js';
import { reportShape } from './check-shape.js';
import { consultation } from './consultation.js';
import { worded, type Fault, type Finding, type Report } from './fault.js';
import { questionnaire } from './questionnaire.js';

/** The questionnaire is read apart, so that a fault in one half does not hide the faults of the other. */
const card = z.extend(consultation, { questionnaire: z.optional(z.unknown()) });

/**
 * Everything that is wrong with a definition, and how to mend it. Without a `fault` it can be imported; a draft keeps
 * what it still lacks before it can open (dates, notice, origins) as warnings.
 * @param definition what `JSON.parse` made of the operator's file
 * @param locale the language of the messages
 */
export function checkConsultation(definition: unknown, locale: 'fr' | 'en' = 'fr'): Fault[] {
  const findings: Finding[] = [];
  const report: Report = (code, path, params = {}, severity = 'fault') => {
    findings.push({ severity, code, path, params });
  };
  const readCard = z.safeParse(card, definition);
  if (readCard.success) checkCard(readCard.data, report);
  else reportShape(readCard.error.issues, definition, [], report);
  if (typeof definition === 'object' && definition !== null && !Array.isArray(definition)) {
    checkWritten(definition, report);
  }
  return findings.map((finding) => worded(finding, locale));
}

function checkWritten(definition: object, report: Report): void {
  const written = 'questionnaire' in definition ? definition.questionnaire : undefined;
  if (written === undefined) {
    if (!('proposals' in definition || 'meetings' in definition)) report('nothing-asked', ['questionnaire']);
    return;
  }
  const read = z.safeParse(questionnaire, written);
  if (read.success) checkQuestionnaire(read.data, ['questionnaire'], report);
  else reportShape(read.error.issues, written, ['questionnaire'], report);
}
