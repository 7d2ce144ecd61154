import type { QuestionResult, Results } from '@cnr-widgets/contract';
import type { PublicConsultation } from './consultations.js';
import type { Database } from './database.js';
import { BriefCache } from './brief-cache.js';
import { ProblemError } from './problems.js';
import { erasureOf } from './retention/erasure.js';
import { countAnswers, countAuthors, countParticipants } from './tally-queries.js';
import { tally } from './tally.js';

/** Fewest people of whom it is public where they are, or what they answered to a question. */
const THRESHOLD = 5;

/** The départements that are too small to be told apart. */
const REST = { fr: 'Autres départements', en: 'Other départements' };

/**
 * Tallies of a consultation as they are, for its operator; once its answers are erased, as everybody could read them.
 * @throws ProblemError `not-offered` where no version ever asked a question
 */
export async function fullResults(db: Database, consultation: string): Promise<Results> {
  const erasure = await erasureOf(db, consultation);
  if (erasure?.results) return erasure.results;
  const versions = await db
    .selectFrom('consultation_versions')
    .select(['version', 'definition'])
    .where('consultation', '=', consultation)
    .orderBy('version', 'desc')
    .execute();
  const questionnaires = versions.flatMap(({ version, definition: { questionnaire } }) =>
    questionnaire ? [{ version, questionnaire }] : [],
  );
  if (questionnaires.length === 0) throw new ProblemError('not-offered', { detail: 'it asks no questions' });
  return tally(consultation, questionnaires, await countAnswers(db, consultation));
}

/** What everybody may read of the tallies; `locale` is that of its labels. @throws ProblemError `results-hidden` under the threshold */
export function publicResults(results: Results, locale: 'fr' | 'en' = 'fr'): Results {
  if (results.participants < THRESHOLD) {
    throw new ProblemError('results-hidden', { detail: `fewer than ${THRESHOLD} participants` });
  }
  const cells = results.territories.map(({ departement, participants }) => ({
    id: departement,
    count: participants,
  }));
  return {
    ...results,
    questions: results.questions.map((question) => publicQuestion(question, REST[locale])),
    territories: gathered(cells).map(({ id, count }) => ({ departement: id, participants: count })),
  };
}

/**
 * What may be kept of the tallies once the answers are gone: what everybody may read, whoever was shown it. Of too few
 * answers, their number.
 * @throws ProblemError `not-offered`
 */
export async function frozenResults(
  db: Database,
  consultation: string,
  locale: 'fr' | 'en',
): Promise<Results> {
  const results = await fullResults(db, consultation);
  if (results.participants >= THRESHOLD) return publicResults(results, locale);
  return { ...results, questions: [], territories: [] };
}

/**
 * Of a question that few answered, how many did is all that is told: whoever knows them, because it was asked of few,
 * would read their answers in the counts, and a mean in the counts of a scale. A choice that few made of those that
 * many could is told: it says how many, not who.
 */
function publicQuestion(result: QuestionResult, rest: string): QuestionResult {
  const { counts, rows, ranks: _, ...about } = result;
  if (result.answered < THRESHOLD) {
    return about.mean === undefined ? about : { ...about, mean: null, median: null };
  }
  if (result.kind === 'territory' && counts) return { ...result, counts: publicTerritories(counts, rest) };
  if (rows) return { ...result, rows: rows.map(publicRow) };
  return result;
}

type Counts = NonNullable<QuestionResult['counts']>;

function publicTerritories(counts: Counts, rest: string): Counts {
  const labels = new Map(counts.map(({ id, label }) => [id, label]));
  return gathered(counts).map(({ id, count }) => ({
    id: id ?? 'other',
    label: id === null ? rest : (labels.get(id) ?? id),
    count,
  }));
}

/** Each row of a matrix is a question by itself. */
function publicRow<Row extends { counts: Counts }>(row: Row): Row {
  const answered = row.counts.reduce((sum, { count }) => sum + count, 0);
  return answered < THRESHOLD ? { ...row, counts: [] } : row;
}

interface Cell {
  id: string | null;
  count: number;
}

/**
 * Cells under the threshold are together under null. If those are still under it, the smallest cell that is shown
 * joins them: else they would follow from the total by subtraction.
 */
function gathered(cells: readonly Cell[]): Cell[] {
  const shown = cells.filter(({ id, count }) => id !== null && count >= THRESHOLD);
  const together = cells.filter((cell) => !shown.includes(cell));
  let rest = together.reduce((sum, { count }) => sum + count, 0);
  const [smallest] = [...shown].sort((a, b) => a.count - b.count);
  if (rest > 0 && rest < THRESHOLD && smallest) {
    shown.splice(shown.indexOf(smallest), 1);
    rest += smallest.count;
  }
  return rest > 0 ? [...shown, { id: null, count: rest }] : shown;
}

/** Reads counts and results for everybody, each computed once for all who ask within a few seconds. */
export class ResultsReader {
  private readonly counts = new BriefCache<number>({ atLeast: 1_000 });
  private readonly tallies = new BriefCache<Results>({ atLeast: 5_000 });

  constructor(private readonly parts: { db: Database; patientDb: Database; now: () => Date }) {}

  /**
   * How many took part: answers where questions are asked, else people who proposed something. The two are never
   * added up, because nothing tells whether they are the same people.
   */
  participants({ definition: { id, questionnaire } }: PublicConsultation): Promise<number> {
    return this.counts.get(id, async () => {
      const { db } = this.parts;
      const erasure = await erasureOf(db, id);
      if (erasure) return questionnaire ? erasure.answers : erasure.authors;
      return questionnaire ? countParticipants(db, id) : countAuthors(db, id);
    });
  }

  /** @throws ProblemError `results-hidden` when the operator, the dates or the threshold say so; `not-offered` */
  async shown({ definition }: PublicConsultation): Promise<Results> {
    const { id, locale, resultsVisible, closesAt } = definition;
    if (resultsVisible === 'never') throw new ProblemError('results-hidden', { detail: 'never public' });
    if (resultsVisible === 'after-closing' && this.parts.now() < new Date(closesAt)) {
      throw new ProblemError('results-hidden', { detail: 'public once the consultation has closed' });
    }
    const all = await this.tallies.get(id, () => fullResults(this.parts.patientDb, id));
    return publicResults(all, locale);
  }
}
