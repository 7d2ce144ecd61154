import type { Receipt } from '@cnr-widgets/contract';
import type { EntryFault, OutboxEntry } from './entry.js';
import { isTransient, type ClientError } from './errors.js';

/** How long a sender may be silent before another page takes over: longer than any call may last. */
export const LEASE_MS = 60_000;
/** Backoff: full jitter below min(`CAP_MS`, `BASE_MS` · 2^attempts). */
const BASE_MS = 2000;
const CAP_MS = 5 * 60_000;
/** The longest `Retry-After` that is honoured. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

const iso = (ms: number) => new Date(ms).toISOString();

/**
 * Whether an attempt may start now. A time further off than we ever set comes from a clock that jumped, and does
 * not count. `locked`: we hold the entry's lock, so whoever left a lease behind is dead.
 */
export function isDue(
  entry: OutboxEntry,
  now: number,
  { force = false, networkBack = false, locked = false } = {},
): boolean {
  const pending = (time: string | undefined, longest: number) => {
    const left = Date.parse(time ?? '') - now;
    return left > 0 && left <= longest;
  };
  if (entry.state === 'sending') return locked || !pending(entry.leaseUntil, LEASE_MS);
  if (entry.state === 'refused') return force;
  if (entry.state !== 'waiting') return false;
  const onlyNetwork = entry.lastError?.code === 'network' || entry.lastError?.code === 'timeout';
  return force || (networkBack && onlyNetwork) || !pending(entry.nextAttemptAt, LONGEST_WAIT_MS);
}

/** The same entry as it stands if its sender died; what a page shows of a lease that ran out. */
export function settledView(entry: OutboxEntry, now: number): OutboxEntry {
  return entry.state === 'sending' && isDue(entry, now) ? { ...entry, state: 'waiting' } : entry;
}

/** An attempt begins: written before the first byte leaves, so that `attempts` is never too low. */
export function claimed(entry: OutboxEntry, now: number): OutboxEntry {
  const { nextAttemptAt: _none, ...rest } = entry;
  return { ...rest, state: 'sending', attempts: entry.attempts + 1, leaseUntil: iso(now + LEASE_MS) };
}

/** The receipt matched: the content goes, receipt and date stay. */
export function received(entry: OutboxEntry, receipt: Receipt): OutboxEntry {
  const { nextAttemptAt: _next, leaseUntil: _lease, lastError: _error, ...rest } = entry;
  return { ...rest, state: 'received', contribution: null, receipt };
}

/** The attempt failed: waits where trying again may help, is refused where it will not. */
export function failed(entry: OutboxEntry, error: ClientError, now: number, random: number): OutboxEntry {
  const { leaseUntil: _lease, nextAttemptAt: _next, ...rest } = entry;
  const lastError: EntryFault = {
    code: error.code,
    detail: error.message,
    at: iso(now),
    ...(error.problem?.errors ? { errors: error.problem.errors } : {}),
  };
  if (!isTransient(error)) return { ...rest, state: 'refused', lastError };
  const asked = (error.retryAfter ?? 0) * 1000;
  const backoff = random * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(entry.attempts, 20));
  // Added, so that those who were told the same second do not all come back in it.
  const wait = Math.min(LONGEST_WAIT_MS, asked + backoff);
  return { ...rest, state: 'waiting', nextAttemptAt: iso(now + wait), lastError };
}

/**
 * Which of two states of one entry stands: a receipt over everything, a refusal over waiting, else the later one.
 * A late failure in one tab never undoes the receipt that another tab got.
 */
export function prevails(next: OutboxEntry, current: OutboxEntry): boolean {
  if (current.state === 'received') return false;
  if (next.state === 'received') return true;
  return current.state !== 'refused' || next.state === 'refused' || next.attempts > current.attempts;
}

/** Milliseconds until the next of these entries is due, one second at least; undefined where none waits. */
export function nextWake(entries: readonly OutboxEntry[], now: number): number | undefined {
  const times = entries
    .filter(({ state }) => state === 'waiting' || state === 'sending')
    .map(
      (entry) =>
        Date.parse((entry.state === 'sending' ? entry.leaseUntil : entry.nextAttemptAt) ?? '') || now,
    );
  if (times.length === 0) return undefined;
  return Math.min(LONGEST_WAIT_MS, Math.max(1000, Math.min(...times) - now));
}
