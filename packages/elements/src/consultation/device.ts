import type { BackendDescriptor } from '@cnr-widgets/client/backend';
import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { peekDraft, peekEntries } from '@cnr-widgets/client/peek';

/** What this device holds of one consultation. */
export interface OnDevice {
  readonly entry?: OutboxEntry | undefined;
  readonly hasDraft?: boolean;
}

/**
 * Looks, and creates nothing: a card that nobody touched leaves no trace on the device. Where something waits, of
 * whichever consultation of this site, the code that sends it is loaded and tries.
 */
export async function readDevice(descriptor: BackendDescriptor, consultation: string): Promise<OnDevice> {
  try {
    const all = await peekEntries();
    if (all.some((entry) => entry.state === 'waiting' || entry.state === 'sending')) {
      const { sharedOutbox } = await import('@cnr-widgets/client/outbox');
      sharedOutbox();
    }
    const entries = await peekEntries({ consultation, descriptor });
    return {
      entry: entries.find((entry) => entry.state !== 'received') ?? entries.at(-1),
      hasDraft: (await peekDraft({ descriptor, consultation })) !== undefined,
    };
  } catch {
    // Storage that is blocked or broken holds nothing for us; whoever answers is told then what can be kept.
    return {};
  }
}
