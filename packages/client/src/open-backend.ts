import type { Backend, BackendDescriptor } from './backend.js';
import { ClientError, clientErrorOf } from './errors.js';
import { httpBackend } from './http.js';

/** The memory backends of this page, by name, shared by all copies of the library on it. */
export function memoryBackends(): Map<string, Backend> {
  const key = Symbol.for('cnr-widgets.memory-backends.1');
  const page = globalThis as unknown as Record<symbol, Map<string, Backend> | undefined>;
  return (page[key] ??= new Map<string, Backend>());
}

/**
 * The backend that a descriptor stands for: how an entry is sent that an earlier page left behind.
 * @throws ClientError `not-supported` for a memory backend that this page does not have, or an adapter that this
 * version of the library does not know: the entry waits for a page that does.
 */
export async function openBackend(descriptor: BackendDescriptor): Promise<Backend> {
  if (descriptor.adapter === 'http') return httpBackend(descriptor.url);
  if (descriptor.adapter === 'static') {
    const { staticBackend } = await import('./static.js').catch((error: unknown) => {
      throw clientErrorOf(error, 'network');
    });
    return staticBackend(descriptor);
  }
  // An adapter that only a newer version knows has no name here, and so is not found either.
  const backend = memoryBackends().get(descriptor.name);
  if (!backend) throw new ClientError('not-supported', 'this page does not have the backend of this entry');
  return backend;
}
