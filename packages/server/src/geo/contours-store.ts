import { createHash } from 'node:crypto';
import type { Database } from '../database.js';

/**
 * Keeps contours and makes them those that the meetings' list names.
 * @param content packed
 * @returns its version: the beginning of its SHA-256
 */
export async function saveContours(db: Database, content: string, now: Date): Promise<string> {
  const version = createHash('sha256').update(content).digest('hex').slice(0, 16);
  await db.transaction().execute(async (transaction) => {
    await resetContours(transaction);
    await transaction
      .insertInto('contours')
      .values({ version, content, imported_at: now, current: true })
      .onConflict((conflict) => conflict.column('version').doUpdateSet({ current: true, imported_at: now }))
      .execute();
  });
  return version;
}

/**
 * Back to the contours that the elements are built with. What was imported stays to be read: a page that was opened
 * before may still ask for it.
 * @returns whether there were any
 */
export async function resetContours(db: Database): Promise<boolean> {
  const rows = await db
    .updateTable('contours')
    .set({ current: false })
    .where('current', '=', true)
    .returning('version')
    .execute();
  return rows.length > 0;
}

/** The version that a meetings' list names; undefined when the elements' own contours are meant. */
export async function currentContours(db: Database): Promise<string | undefined> {
  return (await describeContours(db))?.version;
}

/** The contours that are current, undefined when the elements' own are. */
export async function describeContours(
  db: Database,
): Promise<{ version: string; content: string; importedAt: Date } | undefined> {
  return db
    .selectFrom('contours')
    .select(['version', 'content', 'imported_at as importedAt'])
    .where('current', '=', true)
    .executeTakeFirst();
}

/** The packed contours of a version, current or not. */
export async function contoursOf(db: Database, version: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('contours')
    .select('content')
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.content;
}
