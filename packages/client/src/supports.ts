import type { Backend } from './backend.js';
import type { OutboxEntry } from './entry.js';
import { ClientError, clientErrorOf } from './errors.js';
import { makeEntry } from './make-entry.js';
import { memoryStore } from './memory-store.js';
import type { Outbox } from './outbox.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { isAt, type Place } from './place.js';
import { nextPress } from './pseudonyms.js';
import { deviceStore, type Store } from './store.js';

/** What this device did about one subject. */
export interface SupportState {
  /** What the citizen wants, refusals aside: what will stand once all that waits here is received. */
  on: boolean;
  /** What the backend last acknowledged to this device; undefined where it never did. */
  counted: boolean | undefined;
  /** Of the last press. `unsaved`: in this page's memory alone. */
  state: 'none' | 'waiting' | 'received' | 'refused' | 'unsaved';
  /** The last press. */
  entry?: OutboxEntry | undefined;
}

/** What is supported, or not any more. */
export interface SupportPress {
  consultation: string;
  consultationTitle?: string | undefined;
  definitionVersion: number;
  /** `proposal:<uuid>` */
  subject: string;
  /** What it is called, for the citizen's own list. */
  title?: string | undefined;
  /** Until when supports are taken (RFC 3339): the pseudonym is kept as long. Default: until it is forgotten. */
  takenUntil?: string | undefined;
  /** What is wanted; default: the other of what is. */
  on?: boolean | undefined;
}

/** Reads it off the entries of this device (`peekEntries`, `outbox.entries`). */
export function supportOf(entries: readonly OutboxEntry[], place: Place, subject: string): SupportState {
  return stateOf(pressesOf(entries, place, subject));
}

/**
 * Supports a subject, or takes it back: stores the press, then sends it. The press before it, where it was not
 * received, makes room for this one. `cancelled`: it never left the device, and without it everything is as it is to
 * be; nothing is sent. Never rejects.
 */
export async function toggleSupport(
  outbox: Outbox,
  backend: Backend,
  { subject, title, on: wish, ...frame }: SupportPress,
  { waitMs }: { waitMs?: number | undefined } = {},
): Promise<Outcome | { state: 'cancelled' }> {
  const { env, ledger, sender, tryNow } = outbox.parts;
  const { descriptor } = backend;
  const place = { descriptor, consultation: frame.consultation };
  env.persist();
  sender.use(backend);
  for (;;) {
    const presses = pressesOf(await outbox.entries(), place, subject);
    const { on: was, counted = false, entry: before } = stateOf(presses);
    const on = wish ?? !was;
    // Another tab was quicker with the same wish.
    if (on === was && before?.state !== 'refused') return before ? outcomeOf(before) : { state: 'cancelled' };
    const othersEnded = presses.every((press) => press === before || !mayArrive(press));
    if (before && on === counted && othersEnded && neverLeft(before)) {
      // Where it cannot be erased the new press follows it, and undoes it at the backend.
      const gone = await ledger.erase(before.id, neverLeft).catch(() => undefined);
      if (gone) return { state: 'cancelled' };
      if (gone === false) continue;
    }
    const made = await makePress(outbox, place, { ...frame, subject, title, on });
    if (made.state === 'unsaved') return made;
    const stored =
      before && makesRoom(before)
        ? // What may have been received under the press before it, this one must undo: it does not cancel out either.
          ledger.change(before.id, (now) =>
            isAsSeen(now, before) ? { ...made, maybeReceived: now.maybeReceived } : undefined,
          )
        : ledger.add(made);
    const added = await stored.catch(() => ledger.float(made));
    if (added) return tryNow(added, {}, waitMs);
    // The press before it went on its way, or arrived, in the meantime.
  }
}

/** Where the pseudonyms of an outbox are: with its entries, on the device or in memory. */
export function pseudonymsOf(outbox: Outbox): Store {
  const { pseudonyms, store } = outbox.parts.env;
  const known =
    pseudonyms ?? opened.get(outbox) ?? (store.durable ? deviceStore('pseudonyms') : memoryStore());
  opened.set(outbox, known);
  return known;
}

const opened = new WeakMap<Outbox, Store>();

async function makePress(
  outbox: Outbox,
  place: Place,
  { subject, title, on, takenUntil: until, ...frame }: SupportPress & { on: boolean },
): ReturnType<typeof makeEntry> {
  const { env } = outbox.parts;
  const draft = (pseudonym: string, revision: number) => ({
    ...frame,
    kind: 'support' as const,
    payload: { pseudonym, subject, on, revision },
    keep: { subject, title, on, revision },
  });
  try {
    // What this device did before is not known, so neither is what this press would change.
    if (!outbox.reachable) throw new ClientError('storage', 'the store is out of reach');
    const asked = { store: pseudonymsOf(outbox), uuid: env.uuid, until };
    const { pseudonym, revision } = await nextPress(place, asked);
    return await makeEntry(env, place.descriptor, draft(pseudonym, revision));
  } catch (cause) {
    const { consultationTitle: _title, keep: _keep, ...content } = draft('', 0);
    const contribution = { id: '', createdAt: new Date(env.now()).toISOString(), ...content };
    return { state: 'unsaved', contribution, error: clientErrorOf(cause, 'storage') };
  }
}

/** Every press of one button on this device, the last one last. */
function pressesOf(entries: readonly OutboxEntry[], place: Place, subject: string): OutboxEntry[] {
  return entries
    .filter((entry) => entry.kind === 'support' && entry.keep?.subject === subject && isAt(entry, place))
    .sort((a, b) => revisionOf(a) - revisionOf(b));
}

function stateOf(presses: readonly OutboxEntry[]): SupportState {
  const entry = presses.at(-1);
  if (!entry) return { on: false, counted: undefined, state: 'none' };
  const { state, durable } = entry;
  const settled = state === 'received' || state === 'refused';
  return {
    on: presses.filter((press) => press.state !== 'refused').at(-1)?.keep?.on === true,
    counted: presses.filter((press) => press.state === 'received').at(-1)?.keep?.on,
    state: settled ? state : durable ? 'waiting' : 'unsaved',
    entry,
  };
}

const revisionOf = ({ keep }: OutboxEntry) => keep?.revision ?? 0;

/** Nothing of it can have been received. */
const neverLeft = ({ state, maybeReceived }: OutboxEntry) => state === 'waiting' && !maybeReceived;

/** The backend may yet hear of it, or heard of it without our knowing. */
const mayArrive = ({ state, maybeReceived }: OutboxEntry) =>
  state === 'refused' ? maybeReceived === true : state !== 'received';

/** It is not on its way: the next press has the higher revision, and so stands over it even if it was received. */
const makesRoom = ({ state }: OutboxEntry) => state === 'waiting' || state === 'refused';

/** By attempts: a lease that ran out is shown as waiting, and stored as sending. */
const isAsSeen = (now: OutboxEntry, seen: OutboxEntry) =>
  now.attempts === seen.attempts && now.state !== 'received';
