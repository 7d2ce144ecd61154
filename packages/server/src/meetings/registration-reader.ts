import {
  type ContributionOf,
  type RegistrationContact,
  type RegistrationDetails,
} from '@cnr-widgets/contract';
import { sql, type Selectable } from 'kysely';
import type { Database, Tables } from '../database.js';
import { ProblemError } from '../problems.js';
import { readBack, rowByCode } from '../received.js';
import { details } from './shown.js';

/** A live registration: what was sent, and what follows from it. */
interface Live {
  sent: ContributionOf<'registration'>;
  receivedAt: string;
  /** Of the registration: that of the contribution which first made it. */
  id: string;
}

/**
 * What the receipt code of a registration reads back, with the link to take part from afar where that is how.
 * @throws ProblemError `unknown-receipt-code`, `already-replaced`, `withdrawn`
 */
export async function readRegistration(
  db: Database,
  consultation: string,
  typedCode: string,
): Promise<RegistrationDetails> {
  const { sent, receivedAt, id } = await live(db, consultation, typedCode);
  const { meeting, attendance, firstName, people } = sent.payload;
  const row = await db
    .selectFrom('meetings')
    .selectAll()
    .where('consultation', '=', consultation)
    .where('id', '=', meeting)
    .executeTakeFirstOrThrow();
  const contact = await db
    .selectFrom('registration_contacts')
    .select(['email', 'needs'])
    .where('registration', '=', id)
    .executeTakeFirst();
  const link = attendance === 'remote' ? row.content.remote?.link : undefined;
  return {
    registration: { id: sent.id, attendance, firstName, people, receivedAt },
    meeting: details(row),
    ...(link !== undefined && { remoteLink: link }),
    contact: { email: isLeft(contact?.email), needs: isLeft(contact?.needs) },
  };
}

/**
 * Keeps an address and needs with a registration, in the place of what was left before.
 * @throws ProblemError `unknown-receipt-code`, `already-replaced`, `withdrawn`
 */
export async function leaveContact(
  db: Database,
  consultation: string,
  typedCode: string,
  { email, needs }: RegistrationContact,
  now: Date,
): Promise<void> {
  const { id } = await live(db, consultation, typedCode);
  // Only while the registration is there: it may be withdrawn at this moment.
  const { rows } = await sql`
    insert into registration_contacts (registration, email, needs, received_at)
    select id, ${email ?? null}, ${needs?.trim() ? needs : null}, ${now}::timestamptz
    from registrations where id = ${id} for key share
    on conflict (registration) do update
      set email = excluded.email, needs = excluded.needs, received_at = excluded.received_at
    returning registration`.execute(db);
  if (rows.length === 0) throw new ProblemError('withdrawn');
}

/**
 * Erases what was left; doing it again changes nothing.
 * @throws ProblemError `unknown-receipt-code`, `already-replaced`, `withdrawn`
 */
export async function eraseContact(db: Database, consultation: string, typedCode: string): Promise<void> {
  const { id } = await live(db, consultation, typedCode);
  await db.deleteFrom('registration_contacts').where('registration', '=', id).execute();
}

async function live(db: Database, consultation: string, typedCode: string): Promise<Live> {
  const row: Selectable<Tables['sent']> | undefined = await rowByCode(db, 'sent', typedCode, consultation);
  if (row?.kind !== 'registration') throw new ProblemError('unknown-receipt-code');
  const { contribution, receipt } = readBack(row);
  if (contribution.kind !== 'registration') throw new Error('what was sent is of the kind of its row');
  return { sent: contribution, receivedAt: receipt.receivedAt, id: row.subject };
}

function isLeft(value: string | null | undefined): boolean {
  return value !== null && value !== undefined;
}
