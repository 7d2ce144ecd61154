import { WEEK, type ContributionKind } from '@cnr-widgets/contract';
import { ClientError, clientErrorOf } from './errors.js';
import { placeKey, type Place } from './place.js';
import { deviceStore, type Store } from './store.js';

/** An answer has none: it is not to be put together with anything. */
export type PseudonymKind = Exclude<ContributionKind, 'answer'>;

export interface PseudonymOptions {
  /** Default: the device's. */
  store?: Store | undefined;
  uuid?: (() => string) | undefined;
  /** When it may be forgotten (RFC 3339): nothing is taken any more then. Default: what was said before, if anything. */
  until?: string | undefined;
}

/** What is stored: the person on this device for one place and kind, in none of two of them the same. */
interface Person {
  pseudonym: string;
  /** How often a support button was pressed: the last revision that was given out. */
  revision: number;
  /** When what it took back within a week had been received (RFC 3339). */
  takenBack?: readonly string[] | undefined;
  until?: string | undefined;
}

/**
 * The pseudonym of this device, a random UUID that it makes the first time. To be called when the citizen acts, not
 * before: it is written down. Two tabs get the same one.
 * @throws ClientError `storage` where it cannot be kept: a pseudonym that the next visit does not know would make
 * another person of the same citizen. `insecure-context` without Web Crypto.
 */
export async function pseudonymFor(
  place: Place,
  kind: PseudonymKind,
  options: PseudonymOptions = {},
): Promise<string> {
  return (await personAt(place, kind, options, (person) => person)).pseudonym;
}

/**
 * The pseudonym for supports, with a revision that no press before has had, in whatever tab: the later of two presses
 * is the higher, also after the receipts of earlier ones were erased here.
 * @throws ClientError as `pseudonymFor`
 */
export function nextPress(place: Place, options: PseudonymOptions = {}): Promise<Person> {
  return personAt(place, 'support', options, (person) => ({ ...person, revision: person.revision + 1 }));
}

/**
 * Remembers when a proposal that is taken back had been received (RFC 3339): it counts for the limit of a week all the
 * same. Forgotten with the pseudonym.
 * @throws ClientError `storage`
 */
export async function rememberTakenBack(
  place: Place,
  receivedAt: string,
  options: PseudonymOptions = {},
): Promise<void> {
  const since = Date.parse(receivedAt) - WEEK;
  await personAt(place, 'proposal', options, (person) => ({
    ...person,
    takenBack: [...datesOf(person).filter((at) => Date.parse(at) > since), receivedAt],
  }));
}

/** Those dates. Creates nothing. @throws ClientError `storage` */
export async function takenBack(
  place: Place,
  { store = deviceStore('pseudonyms') }: PseudonymOptions = {},
): Promise<readonly string[]> {
  return datesOf(await store.get(keyOf(place, 'proposal')));
}

function datesOf(person: unknown): readonly string[] {
  const { takenBack: dates } = (person ?? {}) as { takenBack?: unknown };
  return Array.isArray(dates) ? dates.filter((at) => typeof at === 'string') : [];
}

/**
 * Forgets who this device was in a consultation, or without one in all of them. The next act is another person's.
 * @throws ClientError `storage`
 */
export async function forgetPseudonyms(
  place: Place | undefined,
  {
    store = deviceStore('pseudonyms'),
    kinds = KINDS,
  }: PseudonymOptions & { kinds?: readonly PseudonymKind[] } = {},
): Promise<void> {
  // Those that are there: to remove another would create a database.
  for (const key of await keysAt(place, store, kinds)) await store.change(key, () => ({ remove: [key] }));
}

/** Whether this device was anybody there, or anywhere. Creates nothing. @throws ClientError `storage` */
export async function hasPseudonyms(
  place: Place | undefined,
  { store = deviceStore('pseudonyms') }: PseudonymOptions = {},
): Promise<boolean> {
  return (await keysAt(place, store, KINDS)).length > 0;
}

async function keysAt(
  place: Place | undefined,
  store: Store,
  kinds: readonly PseudonymKind[],
): Promise<string[]> {
  const keys = (await store.entries()).map(([key]) => key);
  return keys.filter((key) => !place || kinds.some((kind) => key === keyOf(place, kind)));
}

const KINDS: readonly PseudonymKind[] = ['support', 'proposal', 'comment', 'report', 'registration'];

function keyOf(place: Place, kind: PseudonymKind): string {
  return `${kind} ${placeKey(place)}`;
}

async function personAt(
  place: Place,
  kind: PseudonymKind,
  { store = deviceStore('pseudonyms'), uuid = () => globalThis.crypto.randomUUID(), until }: PseudonymOptions,
  next: (person: Person) => Person,
): Promise<Person> {
  const key = keyOf(place, kind);
  let person: Person | undefined;
  const made = freshly(uuid);
  // Read and written in one transaction: of two tabs, the second finds what the first one made.
  await store.change(key, (value) => {
    const known = isPerson(value) ? value : undefined;
    person = next(known ?? { pseudonym: made, revision: 0 });
    if (until !== undefined && person.until !== until) person = { ...person, until };
    return person === known ? undefined : { put: [[key, person]] };
  });
  if (!person) throw new ClientError('storage', 'the store did not look');
  return person;
}

function freshly(uuid: () => string): string {
  try {
    return uuid();
  } catch (error) {
    throw clientErrorOf(error, 'insecure-context');
  }
}

function isPerson(value: unknown): value is Person {
  const { pseudonym, revision } = (value ?? {}) as Partial<Record<keyof Person, unknown>>;
  return typeof pseudonym === 'string' && Number.isSafeInteger(revision);
}
