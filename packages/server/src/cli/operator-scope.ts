import type { Database } from '../database.js';
import { MODERATION, type Scope } from '../moderation/scope.js';
import { CliError, say, unknownConsultation, UsageError, type Context } from './command.js';

export const SCOPE_OPTIONS = {
  consultation: { type: 'string' },
  moderation: { type: 'boolean' },
  registrations: { type: 'boolean' },
  until: { type: 'string' },
} as const;

interface Asked {
  consultation?: string;
  moderation?: boolean;
  registrations?: boolean;
  until?: string;
}

/** What a token is asked to be for. @throws UsageError, CliError for a consultation that is not there */
export async function scopeIn(db: Database, asked: Asked, now: Date, context: Context): Promise<Scope> {
  const { consultation, moderation, registrations, until } = asked;
  const consultations = consultation === undefined ? null : idsIn(consultation, context);
  for (const id of consultations ?? []) {
    const known = db.selectFrom('consultations').select('id').where('id', '=', id);
    if (!(await known.executeTakeFirst())) throw unknownConsultation(id, context);
  }
  return {
    consultations,
    // Registrations alone where nothing else is said with them: who welcomes people need not moderate.
    moderates: moderation ?? registrations !== true,
    readsNames: registrations ?? MODERATION.readsNames,
    endsAt: until === undefined ? null : endIn(until, now, context),
  };
}

function idsIn(list: string, context: Context): string[] {
  const ids = [...new Set(list.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  if (ids.length > 0) return ids;
  const needed = {
    fr: '--consultation attend un identifiant, ou plusieurs séparés par des virgules',
    en: '--consultation takes an id, or several with commas between',
  };
  throw new UsageError(say(context, needed));
}

/** The last day is over when it is over everywhere on Earth (UTC−12): no territory loses hours of it. */
function endIn(day: string, now: Date, context: Context): Date {
  const ends = new Date(`${day}T23:59:59.999-12:00`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(ends.getTime()) || lastDayOf(ends) !== day) {
    const needed = {
      fr: '--until attend le dernier jour, par exemple 2027-06-30',
      en: '--until takes the last day, e.g. 2027-06-30',
    };
    throw new UsageError(say(context, needed));
  }
  if (ends > now) return ends;
  throw new CliError(say(context, { fr: `Le ${day} est passé.`, en: `${day} is past.` }));
}

function lastDayOf(ends: Date): string {
  return new Date(ends.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
}

/** The last column of `cnr operator list`, and what is said of a token that was just made. */
export function scopeText({ consultations, moderates, readsNames, endsAt }: Scope, context: Context) {
  const french = context.locale === 'fr';
  const rights = [
    ...(moderates ? [french ? 'modération' : 'moderation'] : []),
    ...(readsNames ? [french ? 'inscriptions' : 'registrations'] : []),
  ];
  return {
    rights: rights.join(' + '),
    where: consultations?.join(', ') ?? (french ? 'toutes' : 'all'),
    until: endsAt ? lastDayOf(endsAt) : '–',
  };
}
