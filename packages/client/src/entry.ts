import type { Contribution, ContributionKind, Receipt } from '@cnr-widgets/contract';
import type { BackendDescriptor } from './backend.js';

/**
 * waiting: on the device, not acknowledged. sending: a page is sending it now. received: acknowledged, its content is
 * gone from the device. refused: the backend will not take it as it is, and the citizen decides.
 */
export type EntryState = 'waiting' | 'sending' | 'received' | 'refused';

/** Why the last attempt did not end in a receipt. */
export interface EntryFault {
  /** `ClientErrorCode` or `ProblemCode`. */
  code: string;
  /** For developers, in English. */
  detail?: string | undefined;
  /** The contract's own list, of `invalid-contribution`. */
  errors?: readonly { path: string; code: string; message?: string | undefined }[] | undefined;
  /** Of `limit-reached`: how many there may be, and from when another one (RFC 3339), if ever. */
  limit?: { max: number; until?: string | undefined } | undefined;
  /** RFC 3339. */
  at: string;
}

/** What stays with a receipt once the content is gone, so that citizens find on this device what they did. */
export interface Kept {
  /** `proposal:<uuid>` or `comment:<uuid>`: what it is, or what it is about. */
  subject?: string | undefined;
  /** What the subject is called. */
  title?: string | undefined;
  /** A support's. */
  on?: boolean | undefined;
  revision?: number | undefined;
}

/** One contribution on this device. Times are RFC 3339 by the device's clock. */
export interface OutboxEntry {
  /** Of this form; what another version wrote is read as far as it can be, and never dropped. */
  schema: 1;
  /** The contribution's UUID. */
  id: string;
  descriptor: BackendDescriptor;
  consultation: string;
  consultationTitle?: string | undefined;
  kind: ContributionKind;
  keep?: Kept | undefined;
  state: EntryState;
  savedAt: string;
  /** How often it may have left the device. */
  attempts: number;
  /** An attempt ended without a word on what became of it, so the backend may hold this content already. */
  maybeReceived?: boolean | undefined;
  /** Not before this, unless the citizen asks. */
  nextAttemptAt?: string | undefined;
  /** `sending`: after this the sender is taken for dead. */
  leaseUntil?: string | undefined;
  lastError?: EntryFault | undefined;
  /** Null once it is received. */
  contribution: Contribution | null;
  /** Empty once it is received, here and in the receipt. */
  contentHash: string;
  receipt?: Receipt | undefined;
  /** False: this state is in the page's memory only, and closing the page loses it. */
  durable: boolean;
}

/** Something in the store that this version cannot read: kept, shown and exportable as it is. */
export interface UnreadableEntry {
  key: string;
  value: unknown;
}

/** What is given to the citizen as a file. */
export interface OutboxExport {
  format: 'cnr-widgets-outbox';
  version: 1;
  exportedAt: string;
  entries: OutboxEntry[];
  unreadable: UnreadableEntry[];
}

const STATES: readonly unknown[] = ['waiting', 'sending', 'received', 'refused'];

/** Reads what the store held under `key`; undefined where this version cannot. Whole or not at all: no repair. */
export function readEntry(key: string, value: unknown): OutboxEntry | undefined {
  if (!isRecord(value) || value.schema !== 1 || value.id !== key) return undefined;
  const { state, contribution, receipt, descriptor } = value;
  const strings = [value.consultation, value.kind, value.savedAt, value.contentHash];
  const contentStands = state === 'received' ? contribution === null : hasId(contribution, key);
  const readable =
    strings.every((text) => typeof text === 'string') &&
    STATES.includes(state) &&
    Number.isInteger(value.attempts) &&
    isRecord(descriptor) &&
    typeof descriptor.adapter === 'string' &&
    // It becomes a link: what a tampered store says must not be one that runs a script.
    (descriptor.adapter !== 'http' || /^https?:\/\//.test(String(descriptor.url))) &&
    contentStands &&
    (state !== 'received' || hasId(receipt, key));
  return readable ? (value as unknown as OutboxEntry) : undefined;
}

function hasId(value: unknown, id: string): boolean {
  return isRecord(value) && value.id === id;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
