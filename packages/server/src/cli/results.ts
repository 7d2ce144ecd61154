import type { QuestionResult, Results } from '@cnr-widgets/contract';
import { ProblemError } from '../problems.js';
import { fullResults } from '../results.js';
import {
  noQuestionnaire,
  onlyArg,
  readArgs,
  unknownConsultation,
  withDatabase,
  type Command,
  type Context,
} from './command.js';
import { startProgress } from './progress.js';

/** Tallies for the operator: everything, no threshold. */
export const results: Command = {
  usage: { fr: 'ID [--json]', en: 'ID [--json]' },
  summary: { fr: 'lire les résultats', en: 'read the results' },
  help: {
    fr: `Compte les réponses, question par question, toutes versions confondues. « affichée » : combien de personnes ont
vu la question ; « sans réponse » : combien l’ont laissée vide. Les pourcentages portent sur les personnes qui ont
répondu ; dans une question à choix multiples, leur somme peut donc dépasser 100 %.

Ces chiffres sont complets et ne sont pas faits pour être publiés tels quels : un petit nombre peut désigner quelqu’un.

  --json   la même chose, pour un autre programme

Exemple :
  cnr results acces-aux-soins`,
    en: `Counts the answers, question by question, all versions together. “shown”: how many people saw the question; “no
answer”: how many left it empty. Percentages are of the people who answered, so that those of a multiple choice may
add up to more than 100 %.

These numbers are complete and not made to be published as they are: a small one may point at somebody.

  --json   the same, for another program

Example:
  cnr results access-to-care`,
  },
  async run(args, context) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' } }, context.locale);
    const id = onlyArg(
      positionals,
      { fr: 'l’identifiant d’une consultation', en: 'the id of a consultation' },
      context.locale,
    );
    const counted = await withDatabase(context, async (db) => {
      const known = await db.selectFrom('consultations').select('id').where('id', '=', id).executeTakeFirst();
      if (!known) throw unknownConsultation(id, context);
      const progress = startProgress(context, { fr: 'Dépouillement…', en: 'Counting…' });
      return fullResults(db, id)
        .catch((error: unknown) => {
          throw error instanceof ProblemError && error.code === 'not-offered'
            ? noQuestionnaire(id, context)
            : error;
        })
        .finally(() => progress.stop());
    });
    if (values.json) context.print(JSON.stringify(counted, null, 2));
    else for (const line of resultLines(counted, context)) context.print(line);
    return 0;
  },
};

function resultLines(
  { consultation, participants, questions, territories }: Results,
  context: Context,
): string[] {
  const french = context.locale === 'fr';
  const lines = [
    `${consultation}${french ? ' ' : ''}: ${participants} ${french ? 'réponse(s)' : 'answer(s)'}`,
  ];
  for (const question of questions) lines.push('', ...questionLines(question, context));
  if (territories.some(({ departement }) => departement !== null)) {
    lines.push('', french ? 'Départements des participants' : 'Participants’ départements');
    for (const { departement, participants: count } of territories) {
      lines.push(`  ${departement ?? (french ? 'non précisé' : 'not given')}  ${count}`);
    }
  }
  return lines;
}

function questionLines(result: QuestionResult, context: Context): string[] {
  const french = context.locale === 'fr';
  const { title, shown, answered, skipped, counts, rows, ranks, mean, median } = result;
  const lines = [
    `${result.question}  ${title.trim()}`,
    french
      ? `  affichée ${said(shown)} fois, ${said(answered)} réponse(s), ${said(skipped)} sans réponse`
      : `  shown ${said(shown)} times, ${said(answered)} answer(s), ${said(skipped)} without an answer`,
  ];
  if (counts) lines.push(...countLines(counts, answered, context));
  for (const row of rows ?? []) {
    const ofRow = row.counts.reduce((sum, { count }) => sum + (count ?? NaN), 0);
    lines.push(`  ${row.label.trim()}`, ...countLines(row.counts, ofRow, context).map((line) => `  ${line}`));
  }
  for (const { label, positions, score } of [...(ranks ?? [])].sort(byScore)) {
    const [first = null] = positions;
    const words = french
      ? `${said(score)} points, ${said(first)} fois en premier`
      : `${said(score)} points, first ${said(first)} times`;
    lines.push(`  ${label.trim()}  ${words}`);
  }
  if (mean !== null && mean !== undefined && median !== null && median !== undefined) {
    const number = new Intl.NumberFormat(context.locale, { maximumFractionDigits: 2 });
    const words = french ? ['moyenne', 'médiane'] : ['mean', 'median'];
    lines.push(`  ${words[0]} ${number.format(mean)}, ${words[1]} ${number.format(median)}`);
  }
  return lines;
}

function byScore(one: { score: number | null }, other: { score: number | null }): number {
  return (other.score ?? 0) - (one.score ?? 0);
}

/** Once the answers are erased, a number may be missing: fewer than five. */
function said(count: number | null): string {
  return count === null ? '–' : String(count);
}

function countLines(
  counts: readonly { label: string; count: number | null }[],
  of: number | null,
  { locale }: Context,
): string[] {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return counts.map(({ label, count }) => {
    const share = count !== null && of !== null && of > 0 ? `  ${percent.format(count / of)}` : '';
    return `  ${said(count).padStart(7)}${share.padStart(9)}  ${label.trim()}`;
  });
}
