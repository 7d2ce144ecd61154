import type { Store } from './store.js';

/** A store that lives as long as the page: for devices that several people use. */
export function memoryStore(): Store {
  const values = new Map<string, unknown>();
  return {
    durable: false,
    get: async (key) => structuredClone(values.get(key)),
    entries: async () => [...values].map(([key, value]) => [key, structuredClone(value)]),
    async change(key, decide) {
      const change = decide(structuredClone(values.get(key)));
      for (const [at, value] of change?.put ?? []) values.set(at, structuredClone(value));
      for (const at of change?.remove ?? []) values.delete(at);
    },
  };
}
