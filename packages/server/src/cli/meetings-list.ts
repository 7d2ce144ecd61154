import { meetingStatus, type ListedMeeting } from '@cnr-widgets/contract';
import { listed, SHOWN } from '../meetings/shown.js';
import { aligned } from './columns.js';
import {
  onlyArg,
  readArgs,
  say,
  unknownConsultation,
  withDatabase,
  type Bilingual,
  type Context,
} from './command.js';
import { plain } from './moderating.js';

const STATUSES: Record<ListedMeeting['status'], Bilingual> = {
  planned: { fr: 'prévue', en: 'planned' },
  full: { fr: 'complète', en: 'full' },
  cancelled: { fr: 'annulée', en: 'cancelled' },
  held: { fr: 'tenue', en: 'held' },
};

const POINTS: Record<'exact' | 'commune' | 'nearby' | 'none', Bilingual> = {
  exact: { fr: 'exact', en: 'exact' },
  commune: { fr: 'commune', en: 'commune' },
  nearby: { fr: 'voisine', en: 'nearby' },
  none: { fr: '–', en: '–' },
};

const HEAD: Record<Context['locale'], string[]> = {
  fr: ['IDENTIFIANT', 'DÉBUT', 'ÉTAT', 'INSCRITS', 'POINT', 'COMMUNE', 'TITRE'],
  en: ['ID', 'START', 'STATUS', 'REGISTERED', 'POINT', 'COMMUNE', 'TITLE'],
};

const NONE: Bilingual = {
  fr: 'Aucune rencontre. Pour en ajouter : cnr meetings import CONSULTATION FICHIER',
  en: 'No meeting. To add some: cnr meetings import CONSULTATION FILE',
};

/** `cnr meetings list`: in the order of time, with how many registered. */
export async function listMeetings(args: string[], context: Context): Promise<number> {
  const { positionals } = readArgs(args, {}, context.locale);
  const name = { fr: 'l’identifiant d’une consultation', en: 'the id of a consultation' };
  const consultation = onlyArg(positionals, name, context.locale);
  const rows = await withDatabase(context, async (db) => {
    const known = db.selectFrom('consultations').select('id').where('id', '=', consultation);
    if (!(await known.executeTakeFirst())) throw unknownConsultation(consultation, context);
    return db
      .selectFrom('meetings')
      .select(SHOWN)
      .where('consultation', '=', consultation)
      .orderBy('starts_at')
      .orderBy('id')
      .execute();
  });
  if (rows.length === 0) {
    context.print(say(context, NONE));
    return 0;
  }
  const now = new Date();
  const lines = rows.map((row) => {
    const one = listed(row);
    const { place } = one;
    const point = place?.point ? (place.located ?? 'exact') : 'none';
    return [
      one.id,
      // As on the clocks of the place.
      one.sessions[0]?.start.slice(0, 16).replace('T', ' ') ?? '',
      say(context, STATUSES[meetingStatus(one, now)]),
      one.registration ? taken(row) : '–',
      say(context, POINTS[point]),
      place
        ? plain(`${place.city} (${place.departement})`)
        : context.locale === 'fr'
          ? 'à distance'
          : 'remote',
      plain(one.title),
    ];
  });
  for (const line of aligned([HEAD[context.locale], ...lines])) context.print(line);
  return 0;
}

function taken(row: {
  taken_on_site: number;
  taken_remote: number;
  places_on_site: number | null;
  places_remote: number | null;
}): string {
  const counts = [
    [row.taken_on_site, row.places_on_site],
    [row.taken_remote, row.places_remote],
  ] as const;
  const shown = counts.filter(([count, places]) => count > 0 || places !== null);
  return (
    shown.map(([count, places]) => (places === null ? `${count}` : `${count}/${places}`)).join(' + ') || '0'
  );
}
