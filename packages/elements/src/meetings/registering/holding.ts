import type { EntryState, Outbox, OutboxEntry } from '@cnr-widgets/client/outbox';
import { isAt, type Place } from '@cnr-widgets/client/place';

/** What an entry's `keep.subject` says of a registration. */
export function subjectOf(meeting: string): string {
  return `meeting:${meeting}`;
}

/** How the registrations among these entries stand, by the id of their meeting: what was not received yet counts. */
export function statesOf(entries: readonly OutboxEntry[]): Map<string, EntryState> {
  const states = new Map<string, EntryState>();
  for (const { kind, keep, state } of entries) {
    const meeting = keep?.subject?.replace(/^meeting:/, '');
    if (kind !== 'registration' || meeting === undefined) continue;
    if (state !== 'received' || !states.has(meeting)) states.set(meeting, state);
  }
  return states;
}

/** Registrations of this device for one meeting, oldest first: a correction stands beside what it corrects. */
async function registrationsFor(outbox: Outbox, place: Place, meeting: string): Promise<OutboxEntry[]> {
  const entries = await outbox.entries().catch(() => []);
  return entries.filter(
    (entry) =>
      entry.kind === 'registration' && entry.keep?.subject === subjectOf(meeting) && isAt(entry, place),
  );
}

/** What is shown of them: what was not received yet, else the latest. */
export async function holdingOf(
  outbox: Outbox,
  place: Place,
  meeting: string,
): Promise<OutboxEntry | undefined> {
  const own = await registrationsFor(outbox, place, meeting);
  return own.filter(({ receipt }) => !receipt).at(-1) ?? own.at(-1);
}

/** Lets go of receipts that open nothing any more: what they were for was withdrawn, or erased here. */
export async function eraseReceipts(outbox: Outbox, place: Place, meeting: string): Promise<void> {
  for (const { id, receipt } of await registrationsFor(outbox, place, meeting)) {
    // A store that fails keeps a receipt that says by itself that it is replaced.
    if (receipt) await outbox.erase(id).catch(() => undefined);
  }
}
