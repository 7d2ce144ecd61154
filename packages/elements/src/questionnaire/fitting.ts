import { checkQuestion, type Answers, type Questionnaire } from '@cnr-widgets/contract';

/**
 * Of answers that were given to an earlier version of a questionnaire, those that fit this one: the others are asked
 * again. Loaded with what leads to it: a draft that is resumed, an answer that is corrected.
 */
export function fitting(questionnaire: Questionnaire, answers: Answers): Answers {
  const fits = new Map(answers);
  for (const id of answers.keys()) {
    const question = questionnaire.items.find((item) => item.id === id);
    const value = answers.get(id);
    if (!question || question.kind === 'info' || (value && checkQuestion(question, value))) fits.delete(id);
  }
  return fits;
}
