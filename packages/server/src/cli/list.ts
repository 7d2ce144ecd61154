import { calendarDay, phaseOf, type Phase } from '@cnr-widgets/contract';
import { sql } from 'kysely';
import { latestVersions } from '../consultations.js';
import type { Database } from '../database.js';
import { readTerms } from '../retention/terms.js';
import { aligned } from './columns.js';
import { readArgs, withDatabase, type Bilingual, type Command } from './command.js';

const PHASES: Record<Phase | 'draft', Bilingual> = {
  draft: { fr: 'brouillon', en: 'draft' },
  upcoming: { fr: 'à venir', en: 'upcoming' },
  open: { fr: 'ouverte', en: 'open' },
  analysis: { fr: 'en analyse', en: 'in analysis' },
  results: { fr: 'résultats publiés', en: 'results published' },
  'followed-up': { fr: 'suites données', en: 'followed up' },
};

/** Every consultation, drafts included. */
export const list: Command = {
  usage: { fr: '', en: '' },
  summary: {
    fr: 'voir les consultations, leurs réponses et leurs propositions',
    en: 'see the consultations, their answers and proposals',
  },
  help: {
    fr: `Montre chaque consultation enregistrée : son identifiant, sa phase, sa version, le nombre de réponses et de
propositions (celles qui ont été retirées ou corrigées ne comptent pas ; « – » : elle n’en demande pas), sa date de
clôture, le jour où ce qui a été envoyé est, ou a été, effacé (« – » : rien ne s’efface, voir cnr purge --help), et son titre.

Exemple :
  cnr list`,
    en: `Shows each consultation that was recorded: its id, phase, version, number of answers and of proposals (without
those that were withdrawn or replaced; “–”: it asks for none), closing date, the day on which what was sent is, or
was, erased (“–”: nothing is, see cnr purge --help), and title.

Example:
  cnr list`,
  },
  async run(args, context) {
    readArgs(args, {}, context.locale);
    const rows = await withDatabase(context, listed);
    const { locale } = context;
    if (rows.length === 0) {
      context.print(
        locale === 'fr'
          ? 'Aucune consultation. Pour en ajouter une : cnr import FICHIER'
          : 'No consultation. To add one: cnr import FILE',
      );
      return 0;
    }
    const head =
      locale === 'fr'
        ? ['IDENTIFIANT', 'PHASE', 'VERSION', 'RÉPONSES', 'PROPOSITIONS', 'CLÔTURE', 'EFFACEMENT', 'TITRE']
        : ['ID', 'PHASE', 'VERSION', 'ANSWERS', 'PROPOSALS', 'CLOSES', 'ERASING', 'TITLE'];
    const now = new Date();
    const lines = rows.map(({ id, draft, version, definition, answers, proposed, erasing }) => {
      const { opensAt, closesAt, followUp, title } = definition;
      const dated = opensAt !== undefined && closesAt !== undefined;
      const phase = draft || !dated ? 'draft' : phaseOf({ opensAt, closesAt, followUp }, now);
      return [
        id,
        PHASES[phase][locale],
        String(version),
        counted(answers, definition.questionnaire !== undefined),
        counted(proposed, definition.proposals !== undefined),
        closesAt?.slice(0, 10) ?? '–',
        erasing ? calendarDay(erasing, definition.timeZone) : '–',
        title,
      ];
    });
    for (const line of aligned([head, ...lines])) context.print(line);
    return 0;
  },
};

/** As they are, or as they were when they were erased. */
async function listed(db: Database) {
  const rows = await latestVersions(db)
    .leftJoin('erasures', 'erasures.consultation', 'consultations.id')
    .select(['id', 'draft', 'consultations.version as version', 'definition', 'ended_at'])
    .select([
      sql<number>`coalesce(erasures.answers, (
        select count(*) from answers where answers.consultation = consultations.id and state = 'live'
      ))::integer`.as('answers'),
      sql<number>`coalesce(erasures.proposals, (
        select count(*) from proposals where proposals.consultation = consultations.id and not withdrawn
      ))::integer`.as('proposed'),
    ])
    .orderBy('id')
    .execute();
  const due = new Map((await readTerms(db)).map(({ consultation, dueAt }) => [consultation, dueAt]));
  return rows.map((row) => ({ ...row, erasing: row.ended_at ?? due.get(row.id) }));
}

/** An older version may have asked for what this one does not. */
function counted(count: number, asked: boolean): string {
  return asked || count > 0 ? String(count) : '–';
}
