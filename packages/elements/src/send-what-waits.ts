import { peekEntries } from '@cnr-widgets/client/peek';

/**
 * Sends what an earlier visit left on this device, whichever element it came from. The code for it is fetched only
 * where something waits. Never rejects: what was not sent still waits.
 */
export async function sendWhatWaits(): Promise<void> {
  const entries = await peekEntries();
  if (!entries.some(({ state }) => state === 'waiting' || state === 'sending')) return;
  await import('@cnr-widgets/client/outbox').then(
    ({ sharedOutbox }) => sharedOutbox(),
    (error: unknown) => console.error('cnr-widgets', error),
  );
}
