import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { ClientError } from '@cnr-widgets/client/errors';
import {
  memoryBackend,
  type MemoryBackend,
  type MemoryCall,
  type MemoryOptions,
} from '@cnr-widgets/client/memory';

/** When every story takes place: what it shows must not depend on the day on which it is looked at. */
export const NOW = Date.parse('2026-11-22T10:00:00+01:00');

let clock = NOW;

/** `new Date()` tells the stage's time too. */
const staged = new Proxy(Date, {
  construct: (made, given, as) => Reflect.construct(made, given.length === 0 ? [clock] : given, as) as object,
});

/** Before each story: the clock stands at `NOW`, and the device is one that nobody has used. */
export async function setTheStage(): Promise<void> {
  Date.now = () => clock;
  globalThis.Date = staged;
  await new Promise((resolve) => {
    const erasing = indexedDB.deleteDatabase('cnr-widgets');
    erasing.onsuccess = erasing.onerror = erasing.onblocked = resolve;
  });
}

/** Does something while the device's clock stands at `instant`. */
export async function at(instant: string, act: () => Promise<unknown>): Promise<void> {
  clock = Date.parse(instant);
  await act().finally(() => {
    clock = NOW;
  });
}

/** A browser that keeps nothing; returns how to mend it. */
export function blockStorage(): () => void {
  Object.defineProperty(indexedDB, 'open', {
    configurable: true,
    value: () => {
      throw new DOMException('a story blocks it', 'SecurityError');
    },
  });
  return () => Reflect.deleteProperty(indexedDB, 'open');
}

/** A device without a network, as `navigator.onLine` tells; returns how to bring it back. */
export function cutTheNetwork(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return () => Reflect.deleteProperty(navigator, 'onLine');
}

/** A backend of this page's own, at `NOW`. Its name is new each time: no story finds what another one left. */
export function backendOf(
  published: PublishedConsultation,
  options: Partial<MemoryOptions> = {},
): MemoryBackend {
  return memoryBackend(crypto.randomUUID(), { consultations: [published], now: () => NOW, ...options });
}

/** The same backend, with that many participants. */
export function withParticipants(backend: Backend, participants: number): Backend {
  return { ...backend, counts: async () => ({ participants }) };
}

/** For `intercept`: one call never ends. */
export function endless(name: MemoryCall['name']): MemoryOptions['intercept'] {
  return (call) => (call.name === name ? new Promise(() => undefined) : undefined);
}

/** For `intercept`: one call fails, the `from`th time and after. Without a status no answer came. */
export function failing(
  name: MemoryCall['name'],
  code: string,
  status?: number,
  from = 1,
): MemoryOptions['intercept'] {
  let calls = 0;
  return (call) => {
    if (call.name !== name || call.moment !== 'before' || ++calls < from) return;
    throw new ClientError(code, `a story's backend: ${code}`, { status });
  };
}
