import type { Attendance } from '@cnr-widgets/contract';
import type { Database } from '../database.js';
import { csvLine } from '../export-csv.js';

/** A live registration, as its organiser reads it. */
export interface ListedRegistration {
  number: number;
  firstName: string;
  people: number;
  attendance: Attendance;
  receivedAt: Date;
  /** Nobody has confirmed that it is theirs. */
  email: string | null;
  needs: string | null;
}

const WORDS = {
  fr: {
    columns: [
      'numéro',
      'prénom',
      'personnes',
      'participation',
      'reçue le (UTC)',
      'adresse électronique (non vérifiée)',
      'besoins',
    ],
    attendance: { 'on-site': 'sur place', remote: 'à distance' },
  },
  en: {
    columns: [
      'number',
      'first name',
      'people',
      'attendance',
      'received at (UTC)',
      'e-mail address (not confirmed)',
      'needs',
    ],
    attendance: { 'on-site': 'on site', remote: 'remote' },
  },
} as const;

/**
 * Who is registered for a meeting, in the order in which places were given. Names are read: who did, and when, is
 * written to the journal in the same transaction, so that no list goes out without its line.
 * @param actor who reads, as it will stand in the journal
 * @returns undefined where there is no such meeting
 */
export function listRegistrations(
  db: Database,
  { consultation, meeting, actor, now }: { consultation: string; meeting: string; actor: string; now: Date },
): Promise<ListedRegistration[] | undefined> {
  return db.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('meetings')
      .select('id')
      .where('consultation', '=', consultation)
      .where('id', '=', meeting)
      .executeTakeFirst();
    if (!found) return undefined;
    await transaction
      .insertInto('moderation_journal')
      .values({ at: now, actor, consultation, subject: `meeting:${meeting}`, act: 'read-names' })
      .execute();
    const rows = await transaction
      .selectFrom('registrations')
      .leftJoin('registration_contacts', 'registration', 'id')
      .select(['number', 'first_name', 'people', 'attendance', 'registrations.received_at', 'email', 'needs'])
      .where('consultation', '=', consultation)
      .where('meeting', '=', meeting)
      .orderBy('number')
      .execute();
    return rows.map(({ first_name, received_at, ...row }) => ({
      ...row,
      firstName: first_name,
      receivedAt: received_at,
    }));
  });
}

/** Columns and cells, a line a registration. */
export function registrationTable(
  rows: readonly ListedRegistration[],
  locale: 'fr' | 'en',
): { head: readonly string[]; lines: (string | number)[][] } {
  const { columns, attendance: words } = WORDS[locale];
  return {
    head: columns,
    lines: rows.map(({ number, firstName, people, attendance, receivedAt, email, needs }) => [
      number,
      firstName,
      people,
      words[attendance],
      receivedAt.toISOString(),
      email ?? '',
      needs ?? '',
    ]),
  };
}

/** As a file for a spreadsheet, which knows UTF-8 by the mark at its beginning. */
export function registrationsCsv(rows: readonly ListedRegistration[], locale: 'fr' | 'en'): string {
  const { head, lines } = registrationTable(rows, locale);
  return `\uFEFF${[head, ...lines].map(csvLine).join('')}`;
}
