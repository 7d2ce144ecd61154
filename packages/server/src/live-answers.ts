import type { AnswerPayload } from '@cnr-widgets/contract';
import type { Database } from './database.js';

const BATCH = 1_000;

interface LiveAnswer {
  version: number;
  receivedAt: Date;
  late: boolean;
  payload: AnswerPayload;
}

/**
 * Every live answer of a consultation, by batches and as of one moment. The order is that of the random ids: it says
 * nothing about who came first.
 * @param take is waited for before the next batch is read
 */
export async function liveAnswers(
  db: Database,
  consultation: string,
  take: (answers: LiveAnswer[], total: number) => Promise<void>,
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
        const answers = rows.flatMap(({ definition_version, received_at, late, contribution }) =>
          contribution
            ? [{ version: definition_version, receivedAt: received_at, late, payload: contribution.payload }]
            : [],
        );
        await take(answers, Number(count));
      }
    });
}
