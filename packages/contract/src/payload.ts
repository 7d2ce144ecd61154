import type { AnswerPayload, Answers, AnswerValue, Profile } from './answer.js';
import { isEmpty } from './empty.js';
import { isQuestion, pathOf } from './flow.js';
import type { Questionnaire } from './questionnaire.js';

/** The answers of a payload, by question id. */
export function answersOf(payload: AnswerPayload): Map<string, AnswerValue | null> {
  return new Map(payload.answers.map(({ question, value }) => [question, value]));
}

/**
 * What is sent: the questions on the path, in their order, null for those left empty (blank text is empty). Other
 * text is left as it was written, blanks around it included. An empty profile is left out.
 * @param replaces the receipt code of the answer that this one replaces
 */
export function payloadOf(
  questionnaire: Questionnaire,
  answers: Answers,
  profile?: Profile,
  replaces?: string,
): AnswerPayload {
  const { as, departement } = profile ?? {};
  const known = { ...(as && { as }), ...(departement && { departement }) };
  return {
    answers: pathOf(questionnaire, answers)
      .filter(isQuestion)
      .map(({ id }) => ({ question: id, value: normalised(answers.get(id)) })),
    ...((as || departement) && { profile: known }),
    ...(replaces !== undefined && { replaces }),
  };
}

function normalised(value: AnswerValue | null | undefined): AnswerValue | null {
  if (!value || isEmpty(value)) return null;
  if (value.kind === 'texts') {
    return { ...value, texts: value.texts.map((text) => (text.trim() === '' ? '' : text)) };
  }
  if ((value.kind === 'single' || value.kind === 'multiple') && value.other?.trim() === '') {
    const { other: _blank, ...chosen } = value;
    return chosen;
  }
  return value;
}
