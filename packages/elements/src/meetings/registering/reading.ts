import type { ListedMeeting, RegistrationDetails } from '@cnr-widgets/contract';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import type { ReactiveControllerHost } from 'lit';
import type { Site } from '../../site.js';

/** What the service says of a registration; `unread`: it does not answer. */
type Read =
  | { readonly state: 'reading' | 'unread' | 'withdrawn' | 'replaced' | 'unknown' }
  | { readonly state: 'read'; readonly details: RegistrationDetails };

const SAID: Readonly<Record<string, 'withdrawn' | 'replaced' | 'unknown'>> = {
  withdrawn: 'withdrawn',
  'already-replaced': 'replaced',
  'unknown-receipt-code': 'unknown',
};

/** Reads a registration back by its code, and a meeting anew where a registration was refused. Keeps nothing. */
export class Reading {
  read: Read = { state: 'reading' };
  /** The meeting as it is now. */
  meeting: ListedMeeting | undefined;
  /** What was asked for last: an answer to anything else is too late. */
  #asked: string | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  get details(): RegistrationDetails | undefined {
    return this.read.state === 'read' ? this.read.details : undefined;
  }

  /** @param again also where it was read before */
  async look({ backend, published }: Site, code: string, again = false): Promise<void> {
    if (this.#asked === code && !again) return;
    if (this.#asked !== code) this.read = { state: 'reading' };
    this.#asked = code;
    let read: Read;
    try {
      const details = await backend.registration(published.consultation.id, code, { fresh: true });
      read = { state: 'read', details };
    } catch (error) {
      read = { state: SAID[clientErrorOf(error, 'network').code] ?? 'unread' };
    }
    if (this.#asked !== code) return;
    // What was read before is still the best that is known.
    if (read.state !== 'unread' || this.read.state !== 'read') this.read = read;
    this.meeting = this.details?.meeting;
    this.host.requestUpdate();
  }

  /** What is left now, and whether one can still register: why something was refused. */
  async lookAtMeeting({ backend, published }: Site, id: string): Promise<void> {
    const key = `meeting ${id}`;
    this.#asked = key;
    const meeting = await backend
      .meeting(published.consultation.id, id, { fresh: true })
      // Without it the reason stands without its number.
      .catch(() => undefined);
    if (this.#asked !== key) return;
    this.meeting = meeting;
    this.host.requestUpdate();
  }

  clear(): void {
    this.#asked = undefined;
    this.read = { state: 'reading' };
    this.meeting = undefined;
  }
}
