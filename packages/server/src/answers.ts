import { checkAnswer, type ContributionOf } from '@cnr-widgets/contract';
import type { Acknowledgeable } from './acknowledgement.js';
import type { Database } from './database.js';
import { ProblemError } from './problems.js';
import { insertRow, receivedColumns, replaceRow, type Incoming } from './received.js';

/**
 * Records an answer, or the correction of one: the only writer of the table `answers`. Undefined when the id is taken.
 * @throws ProblemError `not-offered`, `invalid-contribution`; for a correction `unknown-receipt-code`, `withdrawn`,
 * `already-replaced`
 */
export async function recordAnswer(
  db: Database,
  incoming: Incoming<ContributionOf<'answer'>>,
): Promise<Acknowledgeable | undefined> {
  const { contribution } = incoming;
  check(incoming);
  const row = { ...receivedColumns(incoming), definition_version: contribution.definitionVersion };
  const { replaces } = contribution.payload;
  if (replaces === undefined) return insertRow(db, 'answers', row);
  return db.transaction().execute((transaction) => replaceRow(transaction, 'answers', row, replaces));
}

function check({ contribution, version: { questionnaire } }: Incoming<ContributionOf<'answer'>>): void {
  if (!questionnaire) throw new ProblemError('not-offered', { detail: 'it asks no questions' });
  const faults = checkAnswer(questionnaire, contribution.payload);
  if (faults.length === 0) return;
  throw new ProblemError('invalid-contribution', {
    errors: faults.map(({ question, code, params }) => ({
      path: question,
      code,
      ...(params && { message: JSON.stringify(params) }),
    })),
  });
}
