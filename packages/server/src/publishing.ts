import { checkConsultation, graceEnds, type Consultation, type Fault } from '@cnr-widgets/contract';
import type { Transaction } from 'kysely';
import { latestVersions } from './consultations.js';
import { contentHash } from './content-hash.js';
import type { Database, Tables } from './database.js';
import { erasureOf } from './retention/erasure.js';

/** What an import did. `public`: citizens can read it. `draftIgnored`: it was public already and stays so. */
export interface Imported {
  id: string;
  version: number;
  change: 'new' | 'changed' | 'unchanged';
  public: boolean;
  draftIgnored: boolean;
}

/** An operator's step that is refused, with the reason by its `code`. */
export class PublishingError extends Error {
  override readonly name = 'PublishingError';

  constructor(
    readonly code: 'unknown-consultation' | 'incomplete' | 'erased',
    readonly faults: Fault[] = [],
  ) {
    super(code);
  }
}

/**
 * Imports a definition that `checkConsultation` found no fault in. Content that changed becomes the next version;
 * versions that were answered stay as they are. A draft stays hidden until `openConsultation`; a consultation that is
 * public stays public, so a draft of it must be complete. What was sent to one that is erased cannot be added to: it
 * is not opened again.
 * @throws PublishingError `incomplete`, with the faults, in the language of `locale`; `erased`
 */
export function importConsultation(
  db: Database,
  consultation: Consultation,
  now: Date,
  locale: 'fr' | 'en' = 'fr',
): Promise<Imported> {
  return db
    .transaction()
    .execute((transaction) => importConsultationWithin(transaction, consultation, now, locale));
}

/** The same in a transaction of the caller's, for several that are imported together or not at all. */
export async function importConsultationWithin(
  transaction: Transaction<Tables>,
  consultation: Consultation,
  now: Date,
  locale: 'fr' | 'en' = 'fr',
): Promise<Imported> {
  const { draft, $schema: _, ...definition } = consultation;
  const { id } = definition;
  const hash = contentHash(definition);
  // Two imports at once: the second waits for the first here.
  await transaction
    .insertInto('consultations')
    .values({ id, version: 0, draft: true })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const known = await transaction
    .selectFrom('consultations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const draftIgnored = draft && !known.draft;
  if (draftIgnored) refuseIncomplete(consultation, locale);
  if (stillTakes(consultation, now) && (await erasureOf(transaction, id)))
    throw new PublishingError('erased');
  const latest = await transaction
    .selectFrom('consultation_versions')
    .select('content_hash')
    .where('consultation', '=', id)
    .where('version', '=', known.version)
    .executeTakeFirst();
  const unchanged = latest?.content_hash === hash;
  const version = unchanged ? known.version : known.version + 1;
  if (!unchanged) {
    await transaction
      .insertInto('consultation_versions')
      .values({
        consultation: id,
        version,
        definition: JSON.stringify(definition),
        content_hash: hash,
        imported_at: now,
      })
      .execute();
  }
  const stillDraft = draft && known.draft;
  await transaction
    .updateTable('consultations')
    .set({ version, draft: stillDraft })
    .where('id', '=', id)
    .execute();
  const change = unchanged ? 'unchanged' : known.version === 0 ? 'new' : 'changed';
  return { id, version, change, public: !stillDraft, draftIgnored };
}

/**
 * Makes a draft public. Opening what is public already changes nothing.
 * @throws PublishingError `unknown-consultation`; `incomplete`, with the faults, in the language of `locale`
 */
export async function openConsultation(
  db: Database,
  id: string,
  locale: 'fr' | 'en' = 'fr',
): Promise<Omit<Consultation, 'draft'>> {
  return db.transaction().execute(async (transaction) => {
    const row = await latestVersions(transaction)
      .select('definition')
      .where('id', '=', id)
      .forUpdate('consultations')
      .executeTakeFirst();
    if (!row) throw new PublishingError('unknown-consultation');
    refuseIncomplete({ ...row.definition, draft: false }, locale);
    await transaction.updateTable('consultations').set({ draft: false }).where('id', '=', id).execute();
    return row.definition;
  });
}

function stillTakes({ closesAt, graceDays }: Consultation, now: Date): boolean {
  return closesAt !== undefined && graceEnds({ closesAt, graceDays }) > now;
}

function refuseIncomplete(consultation: Consultation, locale: 'fr' | 'en'): void {
  const faults = checkConsultation({ ...consultation, draft: false }, locale);
  const missing = faults.filter(({ severity }) => severity === 'fault');
  if (missing.length > 0) throw new PublishingError('incomplete', missing);
}
