import { randomBytes } from 'node:crypto';
import type { Database } from './database.js';

/**
 * The key of this database's challenges, made when there is none. It stands in the database because every process
 * must know what another one signed, and a setting is one more thing to forget. Who reads it could answer without
 * work, and no more than that.
 */
export async function readProofKey(db: Database): Promise<string> {
  await db
    .insertInto('proof_key')
    .values({ secret: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { secret } = await db.selectFrom('proof_key').select('secret').executeTakeFirstOrThrow();
  return secret;
}
