import { phaseOf, type Phase } from '@cnr-widgets/contract';
import { latestVersions } from '../consultations.js';
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
propositions (celles qui ont été retirées ou corrigées ne comptent pas ; « – » : elle n’en demande pas), sa date de clôture et son titre.

Exemple :
  cnr list`,
    en: `Shows each consultation that was recorded: its id, phase, version, number of answers and of proposals (without
those that were withdrawn or replaced; “–”: it asks for none), closing date and title.

Example:
  cnr list`,
  },
  async run(args, context) {
    readArgs(args, {}, context.locale);
    const rows = await withDatabase(context, (db) =>
      latestVersions(db)
        .select(['id', 'draft', 'consultations.version as version', 'definition'])
        .select((query) =>
          query
            .selectFrom('answers')
            .select(({ fn }) => fn.countAll<string>().as('count'))
            .whereRef('answers.consultation', '=', 'consultations.id')
            .where('state', '=', 'live')
            .as('answers'),
        )
        .select((query) =>
          query
            .selectFrom('proposals')
            .select(({ fn }) => fn.countAll<string>().as('count'))
            .whereRef('proposals.consultation', '=', 'consultations.id')
            .where('withdrawn', '=', false)
            .as('proposed'),
        )
        .orderBy('id')
        .execute(),
    );
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
        ? ['IDENTIFIANT', 'PHASE', 'VERSION', 'RÉPONSES', 'PROPOSITIONS', 'CLÔTURE', 'TITRE']
        : ['ID', 'PHASE', 'VERSION', 'ANSWERS', 'PROPOSALS', 'CLOSES', 'TITLE'];
    const now = new Date();
    const lines = rows.map(({ id, draft, version, definition, answers, proposed }) => {
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
        title,
      ];
    });
    for (const line of aligned([head, ...lines])) context.print(line);
    return 0;
  },
};

/** An older version may have asked for what this one does not. */
function counted(count: string | null, asked: boolean): string {
  return asked || count !== '0' ? (count ?? '0') : '–';
}
