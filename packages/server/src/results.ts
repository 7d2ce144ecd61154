import { graceEnds, type Results } from '@cnr-widgets/contract';
import type { PublicConsultation } from './consultations.js';
import type { Database } from './database.js';
import { BriefCache } from './brief-cache.js';
import { ProblemError } from './problems.js';
import { THRESHOLD } from './public-results.js';
import { publishedResults } from './publication.js';
import { erasureOf } from './retention/erasure.js';
import {
  countAnswers,
  countAuthors,
  countParticipants,
  inSnapshot,
  questionnairesOf,
} from './tally-queries.js';
import { tally, type Tally } from './tally.js';

/**
 * Tallies of a consultation as they are, for its operator; once its answers are erased, as everybody could read them.
 * @throws ProblemError `not-offered` where no version ever asked a question
 */
export async function fullResults(db: Database, consultation: string): Promise<Results> {
  const erasure = await erasureOf(db, consultation);
  return erasure?.results ?? tallyOf(db, consultation);
}

/** The tallies of what is there. @throws ProblemError `not-offered` */
export async function tallyOf(db: Database, consultation: string): Promise<Tally> {
  const questionnaires = await questionnairesOf(db, consultation);
  const counted = await inSnapshot(db, (snapshot) => countAnswers(snapshot, consultation));
  return tally(consultation, questionnaires, counted);
}

/**
 * What may be kept of the tallies once the answers are gone: what everybody may read, whoever was shown it. Of too few
 * answers, their number.
 * @throws ProblemError `not-offered`
 */
export async function frozenResults(
  db: Database,
  { id, locale }: { id: string; locale: 'fr' | 'en' },
  now: Date,
): Promise<Results> {
  const published = await publishedResults(db, { id, locale, closed: true }, now);
  if (published) return published;
  return { consultation: id, participants: await countParticipants(db, id), questions: [], territories: [] };
}

/** Reads counts and results for everybody, each computed once for all who ask within a few seconds. */
export class ResultsReader {
  private readonly counts = new BriefCache<number>({ atLeast: 1_000 });
  private readonly published = new BriefCache<Results | undefined>({ atLeast: 5_000 });

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
    const results = await this.published.get(id, async () => {
      const { patientDb: db, now } = this.parts;
      const closed = now() >= graceEnds(definition);
      return (await erasureOf(db, id))?.results ?? publishedResults(db, { id, locale, closed }, now());
    });
    if (!results || results.participants < THRESHOLD) {
      throw new ProblemError('results-hidden', { detail: `fewer than ${THRESHOLD} participants` });
    }
    return results;
  }
}
