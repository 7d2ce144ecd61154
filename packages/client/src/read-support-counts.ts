// Alone in its module, and by hand: a page may carry a support button and nothing else, and the reader of the tables
// would be an eighth of what that button may weigh. A test holds it to the schema.
import type { Phase, SupportCounts } from '@cnr-widgets/contract';

type Unread<T> = { [Key in keyof T]?: unknown };

/** Reads counts of supports; what is not in the contract is dropped. @throws Error where it is something else */
export function readSupportCounts(value: unknown): SupportCounts {
  const { version, phase, supportsPerPerson, supports, countedAt } = value as Unread<SupportCounts>;
  return {
    version: whole(version),
    phase: text(phase) as Phase,
    ...(supportsPerPerson === undefined ? {} : { supportsPerPerson: whole(supportsPerPerson) }),
    supports: (supports as Unread<SupportCounts['supports'][0]>[]).map(({ subject, title, count, open }) => ({
      subject: text(subject),
      title: text(title),
      count: whole(count),
      open: flag(open),
    })),
    countedAt: text(countedAt),
  };
}

function whole(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new TypeError('not a count');
  return value as number;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new TypeError('neither true nor false');
  return value;
}
