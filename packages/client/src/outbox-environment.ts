import type { Contribution } from '@cnr-widgets/contract';
import type { Backend, BackendDescriptor } from './backend.js';
import { contentHashOf } from './content-hash.js';
import { ClientError } from './errors.js';
import { openBackend } from './open-backend.js';
import { deviceStore, type Store } from './store.js';

/** `back`: the network, the page or its visibility came back. `hidden`: the page goes, perhaps into a cache. */
export type PageSignal = 'back' | 'hidden';

/** To the other pages of this site that an entry changed. */
export interface OutboxNews {
  id: string;
}

export interface OutboxChannel {
  post(news: OutboxNews): void;
  close(): void;
}

/** All that the outbox takes from its surroundings. */
export interface OutboxEnvironment {
  store: Store;
  /** Where the pseudonyms of supports are. Default: on the device where `store` is, else in memory with it. */
  pseudonyms?: Store | undefined;
  /** The backend of an entry that an earlier page left. */
  open: (descriptor: BackendDescriptor) => Promise<Backend>;
  /** Milliseconds since the epoch. */
  now: () => number;
  uuid: () => string;
  /** False: the device says that it has no network at all. */
  online: () => boolean;
  /** From 0 to below 1. */
  random: () => number;
  hash: (contribution: Contribution) => Promise<string>;
  /** Undefined where there are none: then leases alone keep senders apart. */
  locks: Pick<LockManager, 'request'> | undefined;
  /** Runs once, after `ms`; returns how to cancel. */
  schedule: (run: () => void, ms: number) => () => void;
  /** Returns how to stop listening. @throws ClientError `not-supported` without a page */
  listen: (onSignal: (signal: PageSignal) => void) => () => void;
  /** Undefined where pages cannot talk to each other. */
  channel: (onNews: (news: OutboxNews) => void) => OutboxChannel | undefined;
  /** Asks the browser, where a gesture allows it, not to evict what is stored. */
  persist: () => void;
}

/** As old or insecure pages have them. */
interface BrowserGlobals {
  document?: Document;
  navigator: {
    onLine?: boolean;
    locks?: LockManager;
    userActivation?: UserActivation;
    storage?: StorageManager;
  };
}

/** The browser's own. Looks at nothing and creates nothing until it is used. */
export function browserEnvironment(): OutboxEnvironment {
  return {
    store: deviceStore('outbox'),
    open: openBackend,
    now: Date.now,
    uuid: () => globalThis.crypto.randomUUID(),
    online: () => (globalThis as Partial<BrowserGlobals>).navigator?.onLine !== false,
    random: Math.random,
    hash: contentHashOf,
    locks: (globalThis as Partial<BrowserGlobals>).navigator?.locks,
    schedule(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    listen(onSignal) {
      const { document } = globalThis as Partial<BrowserGlobals>;
      if (!document) throw new ClientError('not-supported', 'no page');
      const stop = new AbortController();
      const { signal } = stop;
      const back = () => onSignal('back');
      addEventListener('online', back, { signal });
      addEventListener('pageshow', (event) => event.persisted && back(), { signal });
      addEventListener('pagehide', () => onSignal('hidden'), { signal });
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && back(), {
        signal,
      });
      return () => stop.abort();
    },
    channel(onNews) {
      try {
        const channel = new BroadcastChannel('cnr-widgets.outbox.1');
        channel.onmessage = ({ data }: MessageEvent<OutboxNews | null>) => {
          if (typeof data?.id === 'string') onNews({ id: data.id });
        };
        return { post: (news) => channel.postMessage(news), close: () => channel.close() };
      } catch {
        // Old browsers have none; Firefox refuses it where it refuses all storage.
        return undefined;
      }
    },
    persist() {
      const { navigator } = globalThis as Partial<BrowserGlobals>;
      // Without a gesture some browsers ask the citizen out of the blue, and all may say no for good.
      if (!navigator?.userActivation?.isActive) return;
      navigator.storage?.persist().catch(() => undefined);
    },
  };
}
