import { ClientError } from '../errors.js';
import { memoryBackend, type MemoryBackend, type MemoryCall } from '../memory.js';
import type { Outbox } from '../outbox.js';
import { deviceStore, type Store } from '../store.js';
import { supportOf, toggleSupport, type SupportPress, type SupportState } from '../supports.js';
import { pageOf, Site } from './fake-page.js';
import { deleteDatabase } from './faults.js';
import { known, SUBJECT } from './kinds.js';

export const press: SupportPress = { consultation: 'le-gymnase', definitionVersion: 2, subject: SUBJECT };

/** A device, its network and a backend, for the tests of support buttons. */
export class SupportStage {
  readonly site = new Site();
  readonly name = `cnr-test-${crypto.randomUUID()}`;
  network: (call: MemoryCall) => void | Promise<void> = up;
  /** What the device says of its network. */
  online = true;
  backend: MemoryBackend = memoryBackend('supports', {
    ...known,
    now: () => this.site.now,
    intercept: (call) => this.network(call),
  });
  readonly outbox = this.open();

  /** Without a network, and known to be. */
  offline(): void {
    this.network = down;
    this.online = false;
  }

  back(): void {
    this.network = up;
    this.online = true;
  }

  /** A page of this site on this device. */
  open(store: Store = deviceStore('outbox', { name: this.name })): Outbox {
    return pageOf(this.site, store, this.backend, {
      pseudonyms: deviceStore('pseudonyms', { name: this.name }),
      online: () => this.online,
    }).outbox;
  }

  toggle(page: Outbox = this.outbox, more: Partial<SupportPress> = {}): ReturnType<typeof toggleSupport> {
    return toggleSupport(page, this.backend, { ...press, ...more });
  }

  async stateIn(page: Outbox): Promise<SupportState> {
    const place = { descriptor: this.backend.descriptor, consultation: 'le-gymnase' };
    return supportOf(await page.entries(), place, SUBJECT);
  }

  async told(page: Outbox = this.outbox): Promise<unknown[]> {
    const { on, counted, state } = await this.stateIn(page);
    return [on, counted, state];
  }

  /** What everybody sees. */
  async count(subject = SUBJECT): Promise<number | undefined> {
    const before = this.network;
    this.network = up;
    const { supports } = await this.backend.supports('le-gymnase', [subject]);
    this.network = before;
    return supports[0]?.count;
  }

  async close(): Promise<void> {
    this.outbox.stop();
    await deleteDatabase(this.name);
  }
}

/** Nothing is in the way. */
export const up = (): void => undefined;

export function down(): void {
  throw new ClientError('network', 'no network');
}

/** The answer is lost on its way back. */
export function lostAnswer({ moment }: MemoryCall): void {
  if (moment === 'after') down();
}

export function refusing(status: number, code: string): () => void {
  const problem = { type: 'about:blank', title: code, status, code };
  return () => {
    throw new ClientError(code, code, { status, problem });
  };
}
