import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from './database.js';

/** Deltas, and proposals to weigh, of one pass. */
const DELTAS = 10_000;
const WEIGHED = 500;
/** Two processes do not fold at once: the number is any. */
const LOCK = 5_812_044;

const EVERY_MS = 1_000;
/** How many times as long it waits after a failure. */
const PATIENCE = 10;

/** What one pass did. */
export interface Folded {
  deltas: number;
  weighed: number;
}

/**
 * Moves what supports changed into the counts of the proposals, and weighs again the proposals whose trend is due.
 * One transaction: whoever reads meanwhile sees each change once, here or there. Nothing is done while another
 * process is at it.
 */
export function foldSupports(db: Database, now: Date): Promise<Folded> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(${sql.lit(LOCK)}) as free`.execute(transaction);
    if (!rows[0]?.free) return { deltas: 0, weighed: 0 };
    return { deltas: await fold(transaction, now), weighed: await weigh(transaction, now) };
  });
}

/**
 * A trend is due five seconds after its supports changed, and later the more of them there are to go through, so that
 * one that everybody supports does not fill the database's day.
 */
async function fold(transaction: Transaction<Tables>, now: Date): Promise<number> {
  const { rows } = await sql<{ deltas: number }>`
    with oldest as (
      select id, proposal from support_deltas order by id limit ${DELTAS}
    ), free as (
      -- One that a moderator is deciding upon is folded later: two that wait for each other's rows would be a deadlock.
      select id from proposals where id in (select proposal from oldest) for no key update skip locked
    ), taken as (
      delete from support_deltas using oldest, free
      where support_deltas.id = oldest.id and oldest.proposal = free.id
      returning support_deltas.proposal, delta
    ), summed as (
      select proposal, sum(delta)::integer as delta from taken group by proposal
    ), folded as (
      update proposals set supports = supports + summed.delta,
        trend_due = least(trend_due, ${now}::timestamptz + interval '5 seconds'
          + (supports + summed.delta) * interval '50 microseconds')
      from summed where proposals.id = summed.proposal
    )
    select count(*)::integer as deltas from taken`.execute(transaction);
  return rows[0]?.deltas ?? 0;
}

/**
 * The trend: the supports of the last seven days, each counting 0.5^(age in days / 2), from when the person first
 * supported it, so that taking it back and giving it again makes it no younger. Kept as a logarithm to the base 2
 * plus now, in units of two days: as time passes all of them halve alike, and the order stays. It is due again when
 * the oldest of them turns seven days old.
 */
async function weigh(transaction: Transaction<Tables>, now: Date): Promise<number> {
  const at = sql`(extract(epoch from ${now}::timestamptz) / 172800)::double precision`;
  const { numAffectedRows = 0n } = await sql`
    update proposals set trend = coalesce(ln(weight) / ln(2::double precision) + ${at}, '-Infinity'),
      trend_due = oldest + interval '7 days'
    from (
      select due.id, recent.weight, recent.oldest
      from (
        select id from proposals where trend_due <= ${now} order by trend_due limit ${WEIGHED}
        for update skip locked
      ) due, lateral (
        select min(received_at) as oldest,
          sum(power(2::double precision, extract(epoch from received_at)::double precision / 172800 - ${at})) as weight
        from supports
        where proposal = due.id and active and received_at > ${now}::timestamptz - interval '7 days'
      ) recent
    ) weighed
    where proposals.id = weighed.id`.execute(transaction);
  return Number(numAffectedRows);
}

interface FoldingOptions {
  now: () => Date;
  /** Told of a pass that failed; the next one tries again. */
  onError: (error: unknown) => void;
  /** Between two passes; default 1 second. */
  everyMs?: number;
}

/** Folds again and again, at once while there is more. @returns stops it, once the pass under way has ended */
export function startFolding(
  db: Database,
  { now, onError, everyMs = EVERY_MS }: FoldingOptions,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pass = Promise.resolve();
  const again = (after: number) => {
    if (stopped) return;
    timer = setTimeout(() => {
      pass = run();
    }, after);
    // Folding alone is no reason to stay.
    timer.unref();
  };
  const run = async () => {
    try {
      const { deltas, weighed } = await foldSupports(db, now());
      again(deltas === DELTAS || weighed === WEIGHED ? 0 : everyMs);
    } catch (error) {
      onError(error);
      again(everyMs * PATIENCE);
    }
  };
  again(everyMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await pass;
  };
}
