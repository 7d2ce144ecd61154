import { ClientError } from '../errors.js';
import type { Store } from '../store.js';

/** A store whose operations fail while `failing` says so. */
export function faultyStore(
  inner: Store,
  failing: (operation: 'get' | 'entries' | 'change') => boolean,
): Store {
  const guard = async <T>(operation: 'get' | 'entries' | 'change', run: () => Promise<T>) => {
    if (failing(operation)) throw new ClientError('storage', `${operation} failed on purpose`);
    return run();
  };
  return {
    durable: inner.durable,
    get: (key) => guard('get', () => inner.get(key)),
    entries: () => guard('entries', () => inner.entries()),
    change: (key, decide) => guard('change', () => inner.change(key, decide)),
  };
}

/** Names of this origin's databases, to see whether one came into being. */
export async function databaseNames(): Promise<string[]> {
  return (await indexedDB.databases()).map(({ name }) => String(name));
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error(`${name} was not deleted`));
  });
}

type Method = (...call: never[]) => unknown;

/** Puts `stand` in place of a method until the returned function is called. */
export function patch<K extends string, T extends Record<K, Method>>(
  target: T,
  name: K,
  stand: (original: T[K], call: Parameters<T[K]>, self: T) => unknown,
): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name) ?? {};
  const value = function (this: T, ...call: Parameters<T[K]>) {
    return stand((before.value as T[K]).bind(this) as T[K], call, this);
  };
  Object.defineProperty(target, name, { ...before, value });
  return () => Object.defineProperty(target, name, before);
}
