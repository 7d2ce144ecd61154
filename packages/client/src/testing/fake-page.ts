import type { Backend } from '../backend.js';
import type { OutboxEnvironment, OutboxNews, PageSignal } from '../outbox-environment.js';
import { Outbox } from '../outbox.js';
import type { Store } from '../store.js';
import { DURING } from './fixtures.js';

/** What the pages of one site share: a clock, timers, and a way to talk to each other. */
export class Site {
  now = DURING;
  readonly #timers = new Set<{ at: number; run: () => void }>();
  readonly #listeners = new Set<(news: OutboxNews) => void>();

  readonly schedule = (run: () => void, ms: number): (() => void) => {
    const timer = { at: this.now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** A channel that, like the browser's, does not bring a page its own news. */
  readonly channel = (onNews: (news: OutboxNews) => void) => {
    this.#listeners.add(onNews);
    return {
      post: (news: OutboxNews) => {
        for (const listener of this.#listeners) if (listener !== onNews) queueMicrotask(() => listener(news));
      },
      close: () => this.#listeners.delete(onNews),
    };
  };

  /** Moves the clock and runs what is due on the way. */
  advance(ms: number): void {
    this.now += ms;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      if (timer.at <= this.now && this.#timers.delete(timer)) timer.run();
    }
  }
}

export interface FakePage {
  outbox: Outbox;
  signal: (signal: PageSignal) => void;
}

/** A page of the site, whose outbox uses `store` and finds every backend in `backend`. */
export function pageOf(
  site: Site,
  store: Store,
  backend: Backend,
  environment: Partial<OutboxEnvironment> = {},
): FakePage {
  const listeners = new Set<(signal: PageSignal) => void>();
  const outbox = new Outbox({
    store,
    open: () => Promise.resolve(backend),
    now: () => site.now,
    random: () => 0.5,
    schedule: site.schedule,
    channel: site.channel,
    listen(onSignal) {
      listeners.add(onSignal);
      return () => listeners.delete(onSignal);
    },
    ...environment,
  });
  return {
    outbox,
    signal(signal) {
      for (const listener of listeners) listener(signal);
    },
  };
}

/** Resolves once `holds`, which is asked again after each turn of the event loop. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 0));
}
