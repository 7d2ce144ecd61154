// One voter of a stream: a device with a store and a clock of its own, and the real client on it.
import { setMaxListeners } from 'node:events';
import { httpBackend } from '@cnr-widgets/client/http';
import { Outbox } from '@cnr-widgets/client/outbox';
import { memoryStore } from '@cnr-widgets/client/store';
import { toggleSupport } from '@cnr-widgets/client/supports';

/** Longer than any replay: what a shuffling network holds back must not be taken for lost. */
const PATIENCE_MS = 3_600_000;

export class Voter {
  /** The device's clock: the time of the vote that it casts. */
  #now = 0;
  #online = true;
  /** By subject, the contribution that left last. */
  #sent = new Map();
  #backend;
  #outbox;

  /** @param {{ url: string, fetch: typeof globalThis.fetch }} network */
  constructor({ url, fetch }) {
    this.#backend = httpBackend(url, {
      timeoutMs: PATIENCE_MS,
      fetch: (address, init) => {
        if (!this.#online) return Promise.reject(new TypeError('no network'));
        if (init.method === 'PUT') {
          const contribution = JSON.parse(init.body);
          this.#sent.set(contribution.payload.subject, contribution);
        }
        return fetch(address, init);
      },
    });
    this.#outbox = new Outbox({
      // As a device: what it holds outlives the page, as far as the outbox knows.
      store: { ...memoryStore(), durable: true },
      pseudonyms: memoryStore(),
      now: () => this.#now,
      online: () => this.#online,
      open: async () => this.#backend,
      locks: undefined,
      listen: () => () => undefined,
      channel: () => undefined,
      persist: () => undefined,
    });
    // Each press that is under way listens, and a shuffling network keeps hundreds of them there.
    setMaxListeners(0, this.#outbox);
  }

  /**
   * Casts one vote as the button does. One that says what the device says already presses nothing; then, where it was
   * sent before, the very same contribution is delivered once more, as a lost response or a hostile page would.
   * @returns {Promise<'pressed' | 'cancelled' | 'repeated' | 'nothing'>} resolves once it is received, or kept
   */
  async cast({ at, vote }, { consultation, definitionVersion, subject }, { online = true } = {}) {
    this.#now = at;
    this.#online = online;
    const before = await this.#ids();
    const press = { consultation, definitionVersion, subject, on: vote === 1 };
    const outcome = await toggleSupport(this.#outbox, this.#backend, press, { waitMs: PATIENCE_MS });
    if ('entry' in outcome && !before.has(outcome.entry.id)) return 'pressed';
    if ((await this.#ids()).size < before.size) return 'cancelled';
    const again = this.#sent.get(subject);
    if (!again || !online) return 'nothing';
    await this.#backend.put(again);
    return 'repeated';
  }

  /** Sends what waits; returns what is not received yet. */
  async settle() {
    this.#online = true;
    await this.#outbox.flush({ force: true });
    return (await this.#outbox.entries()).filter(({ state }) => state !== 'received');
  }

  async #ids() {
    return new Set((await this.#outbox.entries()).map(({ id }) => id));
  }
}
