import type { Receipt } from '@cnr-widgets/contract';
import type { EntryFault, OutboxEntry } from './entry.js';
import { isTransient, type ClientError } from './errors.js';

/** How long a sender may be silent before another page takes over: longer than any call may last. */
const LEASE_MS = 60_000;
/** Backoff: full jitter below min(`CAP_MS`, `BASE_MS` · 2^attempts). */
const BASE_MS = 2000;
const CAP_MS = 5 * 60_000;
/** The longest `Retry-After` that is honoured. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

const iso = (ms: number) => new Date(ms).toISOString();

/**
 * When the next attempt may start, in milliseconds since the epoch; `now` at the latest where the clock jumped: a
 * time further off than we ever set, or set in what is now the future, does not count.
 */
function dueAt(entry: OutboxEntry, now: number): number {
  const [time, longest] =
    entry.state === 'sending' ? [entry.leaseUntil, LEASE_MS] : [entry.nextAttemptAt, LONGEST_WAIT_MS];
  const at = Date.parse(time ?? '');
  const setInFuture = Date.parse(entry.lastError?.at ?? '') > now;
  return at - now <= longest && !setInFuture ? at : now; // No time at all compares as false, and is due.
}

/** Whether an attempt may start now. `locked`: we hold the entry's lock, so whoever left a lease behind is dead. */
export function isDue(
  entry: OutboxEntry,
  now: number,
  { force = false, networkBack = false, locked = false } = {},
): boolean {
  if (entry.state === 'sending') return locked || dueAt(entry, now) <= now;
  if (entry.state === 'refused') return force;
  if (entry.state !== 'waiting') return false;
  const onlyNetwork = entry.lastError?.code === 'network' || entry.lastError?.code === 'timeout';
  return force || (networkBack && onlyNetwork) || dueAt(entry, now) <= now;
}

/** The same entry as it stands if its sender died; what a page shows of a lease that ran out. */
export function settledView(entry: OutboxEntry, now: number): OutboxEntry {
  return entry.state === 'sending' && isDue(entry, now) ? { ...entry, state: 'waiting' } : entry;
}

/** An attempt begins: written before the first byte leaves, so that a page that dies here leaves no false certainty. */
export function claimed(entry: OutboxEntry, now: number): OutboxEntry {
  const { nextAttemptAt: _none, ...rest } = entry;
  return {
    ...rest,
    state: 'sending',
    attempts: entry.attempts + 1,
    maybeReceived: true,
    leaseUntil: iso(now + LEASE_MS),
  };
}

/** The attempt goes on for longer than any call may: a proof of work is being made. */
export function renewed(entry: OutboxEntry, now: number): OutboxEntry {
  return { ...entry, leaseUntil: iso(now + LEASE_MS) };
}

/**
 * The receipt matched: the content goes, receipt and date stay. Its hash goes as well, here and in the receipt: beside
 * id and date, which went into it, a short answer could be found again by trying them all.
 */
export function received(entry: OutboxEntry, receipt: Receipt): OutboxEntry {
  const {
    nextAttemptAt: _next,
    leaseUntil: _lease,
    lastError: _error,
    maybeReceived: _known,
    ...rest
  } = entry;
  return {
    ...rest,
    state: 'received',
    contribution: null,
    contentHash: '',
    receipt: { ...receipt, contentHash: '' },
  };
}

/** Refusals that come after the replay check: the backend looked, and does not hold this content under this id. */
const AFTER_REPLAY: readonly string[] = [
  'proof-required',
  'content-conflict',
  'withdrawn',
  'not-open-yet',
  'closed',
  'unknown-version',
  'invalid-contribution',
  'already-replaced',
  'unknown-receipt-code',
  'not-correctable',
  'not-offered',
  'unknown-subject',
  'subject-closed',
  'limit-reached',
  'meeting-full',
  'registration-closed',
  'already-registered',
];

/** Whether this failure leaves it open what became of the content. `before`: whether it was open before the attempt. */
function leavesOpen(error: ClientError, before: boolean): boolean {
  if (error.problem && AFTER_REPLAY.includes(error.code)) return false;
  // Before anything left, or an answer that the request was not processed: then what was known before still is.
  const notProcessed =
    error.status !== undefined && error.status >= 400 && error.status < 500 && error.status !== 408;
  const neverLeft = ['damaged', 'not-supported', 'insecure-context', 'storage'].includes(error.code);
  return notProcessed || neverLeft ? before : true;
}

/**
 * The attempt failed: waits where trying again may help, is refused where it will not. `before` is the entry as it
 * was when the attempt began, `random` from 0 to below 1.
 */
export function failed(
  claim: OutboxEntry,
  before: Pick<OutboxEntry, 'maybeReceived'>,
  error: ClientError,
  now: number,
  random: number,
): OutboxEntry {
  const { leaseUntil: _lease, nextAttemptAt: _next, ...entry } = claim;
  const rest = { ...entry, maybeReceived: leavesOpen(error, before.maybeReceived === true) };
  const lastError: EntryFault = {
    code: error.code,
    detail: error.message,
    at: iso(now),
    ...(error.problem?.errors ? { errors: error.problem.errors } : {}),
    ...(error.problem?.limit ? { limit: error.problem.limit } : {}),
  };
  if (!isTransient(error)) return { ...rest, state: 'refused', lastError };
  const asked = (error.retryAfter ?? 0) * 1000;
  const backoff = random * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(entry.attempts, 20));
  // Added, so that those who were told the same second do not all come back in it.
  const wait = Math.min(LONGEST_WAIT_MS, asked + backoff);
  return { ...rest, state: 'waiting', nextAttemptAt: iso(now + wait), lastError };
}

/**
 * Whether `next` stands over `current`, two states of one entry: a receipt over everything, then the later attempt,
 * then a refusal. A late failure in one tab never undoes what another tab got since.
 */
export function prevails(next: OutboxEntry, current: OutboxEntry): boolean {
  if (current.state === 'received') return false;
  if (next.state === 'received' || next.attempts > current.attempts) return true;
  return next.attempts === current.attempts && (current.state !== 'refused' || next.state === 'refused');
}

/** Milliseconds until the next of these entries is due, one second at least; undefined where none waits. */
export function nextWake(entries: readonly OutboxEntry[], now: number): number | undefined {
  const times = entries
    .filter(({ state }) => state === 'waiting' || state === 'sending')
    .map((entry) => dueAt(entry, now));
  if (times.length === 0) return undefined;
  return Math.min(LONGEST_WAIT_MS, Math.max(1000, Math.min(...times) - now));
}
