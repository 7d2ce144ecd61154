import { phaseOf, type Phase } from '@cnr-widgets/contract';
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
  summary: { fr: 'voir les consultations et leurs réponses', en: 'see the consultations and their answers' },
  help: {
    fr: `Montre chaque consultation enregistrée : son identifiant, sa phase, sa version, le nombre de réponses (celles
qui ont été retirées ou corrigées ne comptent pas), sa date de clôture et son titre.

Exemple :
  cnr list`,
    en: `Shows each consultation that was recorded: its id, phase, version, number of answers (without those that were
withdrawn or replaced), closing date and title.

Example:
  cnr list`,
  },
  async run(args, context) {
    readArgs(args, {}, context.locale);
    const rows = await withDatabase(context, (db) =>
      db
        .selectFrom('consultations')
        .innerJoin('consultation_versions as versions', (join) =>
          join
            .onRef('versions.consultation', '=', 'consultations.id')
            .onRef('versions.version', '=', 'consultations.version'),
        )
        .select(['id', 'draft', 'consultations.version as version', 'definition'])
        .select((query) =>
          query
            .selectFrom('answers')
            .select(({ fn }) => fn.countAll<string>().as('count'))
            .whereRef('answers.consultation', '=', 'consultations.id')
            .where('state', '=', 'live')
            .as('answers'),
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
        ? ['IDENTIFIANT', 'PHASE', 'VERSION', 'RÉPONSES', 'CLÔTURE', 'TITRE']
        : ['ID', 'PHASE', 'VERSION', 'ANSWERS', 'CLOSES', 'TITLE'];
    const now = new Date();
    const lines = rows.map(({ id, draft, version, definition, answers }) => {
      const { opensAt, closesAt, followUp, title } = definition;
      const dated = opensAt !== undefined && closesAt !== undefined;
      const phase = draft || !dated ? 'draft' : phaseOf({ opensAt, closesAt, followUp }, now);
      return [
        id,
        PHASES[phase][locale],
        String(version),
        // A consultation may ask for proposals alone.
        definition.questionnaire || answers !== '0' ? (answers ?? '0') : '–',
        closesAt?.slice(0, 10) ?? '–',
        title,
      ];
    });
    for (const line of aligned([head, ...lines])) context.print(line);
    return 0;
  },
};
