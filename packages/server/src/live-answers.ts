import type { Database } from './database.js';
import type { ExportedAnswer } from './export-csv.js';

const BATCH = 1_000;

/**
 * Every live answer of a consultation, by batches and as of one moment. The order is that of the random ids: it says
 * nothing about who came first.
 * @param take is waited for before the next batch is read
 */
export async function liveAnswers(
  db: Database,
  consultation: string,
  take: (answers: ExportedAnswer[], total: number) => Promise<void>,
): Promise<void> {
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const live = snapshot
        .selectFrom('answers')
        .where('consultation', '=', consultation)
        .where('state', '=', 'live');
      const { count } = await live
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      let after: string | undefined;
      for (;;) {
        let page = live
          .select(['id', 'definition_version', 'received_at', 'late', 'contribution'])
          .orderBy('id')
          .limit(BATCH);
        if (after !== undefined) page = page.where('id', '>', after);
        const rows = await page.execute();
        after = rows.at(-1)?.id;
        if (after === undefined) return;
        const answers = rows.flatMap(({ id, definition_version, received_at, late, contribution }) =>
          contribution
            ? [{ id, version: definition_version, receivedAt: received_at, late, contribution }]
            : [],
        );
        await take(answers, Number(count));
      }
    });
}
