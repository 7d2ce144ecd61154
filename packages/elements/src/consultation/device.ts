import type { BackendDescriptor } from '@cnr-widgets/client/backend';
import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { forgetExpired } from '@cnr-widgets/client/expire';
import { latestAnswer, peekDraft, peekEntries } from '@cnr-widgets/client/peek';

/** What this device holds of one consultation. */
export interface OnDevice {
  /** The last answer, or one that was not received yet. */
  readonly entry?: OutboxEntry | undefined;
  readonly hasDraft?: boolean;
  /** Something waits to be sent, of this consultation or another one of this site. */
  readonly waits?: boolean;
}

/** Looks, and creates nothing: a card that nobody touched leaves no trace on the device. Never rejects. */
export async function readDevice(descriptor: BackendDescriptor, consultation: string): Promise<OnDevice> {
  // Storage that is blocked or broken holds nothing for us; whoever answers is told then what can be kept.
  void forgetExpired();
  const entries = await peekEntries();
  const place = { descriptor, consultation };
  return {
    entry: latestAnswer(entries, place),
    hasDraft: (await peekDraft(place)) !== undefined,
    waits: entries.some((entry) => entry.state === 'waiting' || entry.state === 'sending'),
  };
}
