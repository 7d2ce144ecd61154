import type { Results } from '@cnr-widgets/contract';
import { sql, type Selectable, type Transaction } from 'kysely';
import type { Database, Tables } from './database.js';
import { decidingQuestions, publicResults, THRESHOLD } from './public-results.js';
import { countAnswers, inSnapshot, questionnairesOf } from './tally-queries.js';
import { tally } from './tally.js';

type Published = Selectable<Tables['published_results']>;

interface Asked {
  id: string;
  /** Of the labels. */
  locale: 'fr' | 'en';
  /** No answer can come any more. */
  closed: boolean;
}

/**
 * The results that everybody reads. They stand still until at least five answers more are in them, or five are gone:
 * who reads before and after one answer would find it in the difference. For the same reason the five newest are left
 * out until no more can come, so that the last, exact results differ by five at least from those before. They are kept
 * in the database: two processes that chose for themselves would differ by one answer.
 * @returns undefined while too few have answered
 * @throws ProblemError `not-offered` where no version ever asked a question
 */
export async function publishedResults(db: Database, asked: Asked, now: Date): Promise<Results | undefined> {
  const known = await read(db, asked.id);
  const next = await inSnapshot(db, (snapshot) => nextOf(snapshot, asked, now, known));
  if (!next) return known?.results;
  const { consultation, ...row } = { ...next, results: JSON.stringify(next.results) };
  await db
    .insertInto('published_results')
    .values({ consultation, ...row })
    .onConflict((conflict) => {
      const column = conflict.column('consultation');
      // Another process may have been first, with other answers in it.
      return known
        ? column.doUpdateSet(row).where('published_results.before', '=', known.before)
        : column.doNothing();
    })
    .execute();
  return (await read(db, consultation))?.results;
}

function read(db: Database, consultation: string): Promise<Published | undefined> {
  return db
    .selectFrom('published_results')
    .selectAll()
    .where('consultation', '=', consultation)
    .executeTakeFirst();
}

/** Undefined while what is there has to stand. */
async function nextOf(
  snapshot: Transaction<Tables>,
  { id, locale, closed }: Asked,
  now: Date,
  known: Published | undefined,
): Promise<Published | undefined> {
  const questionnaires = await questionnairesOf(snapshot, id);
  const before = closed ? now : await fifthNewest(snapshot, id);
  if (before === undefined || (known && !(await enoughChanged(snapshot, known, before)))) return undefined;
  const all = tally(id, questionnaires, await countAnswers(snapshot, id, before));
  const { participants: answers } = all;
  if (answers < THRESHOLD) return undefined;
  const deciding = decidingQuestions(questionnaires.map(({ questionnaire }) => questionnaire));
  return { consultation: id, before, answers, results: publicResults(all, { locale, deciding }) };
}

/** When it was received. */
async function fifthNewest(snapshot: Transaction<Tables>, consultation: string): Promise<Date | undefined> {
  const row = await snapshot
    .selectFrom('answers')
    .select('received_at')
    .where('consultation', '=', consultation)
    .where('state', '=', 'live')
    .orderBy('received_at', 'desc')
    .offset(THRESHOLD - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.received_at;
}

/** A correction is one that is gone and one that came: it counts once. */
async function enoughChanged(
  snapshot: Transaction<Tables>,
  known: Published,
  before: Date,
): Promise<boolean> {
  if (before < known.before) return false;
  const { rows } = await sql<{ stayed: number; came: number }>`
    select count(*) filter (where received_at < ${known.before})::int as stayed,
      count(*) filter (where received_at >= ${known.before})::int as came
    from answers
    where consultation = ${known.consultation} and state = 'live' and received_at < ${before}`.execute(
    snapshot,
  );
  const [{ stayed, came } = { stayed: 0, came: 0 }] = rows;
  return Math.max(came, known.answers - stayed) >= THRESHOLD;
}
