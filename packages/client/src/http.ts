import { parseCounts, parseReceipt } from '@cnr-widgets/contract/read';
import { absoluteUrl, type Backend, type CallOptions } from './backend.js';
import { clientErrorOf } from './errors.js';
import { parsed, request, type HttpOptions } from './request.js';

/** The adapter for the reference backend. `url` is its origin, with a path where it stands below one. */
export function httpBackend(url: string, http: HttpOptions = {}): Backend {
  const base = absoluteUrl(url);
  const call = (id: string, path: string, options: CallOptions | undefined, init?: RequestInit) =>
    request(`${base}/v1/consultations/${part(id)}${path}`, init, { ...http, ...options });
  return {
    descriptor: { adapter: 'http', url: base },
    async consultation(id, options) {
      const { parsePublished } = await definitions();
      return parsed(parsePublished, await call(id, '', options));
    },
    counts: async (id, options) => parsed(parseCounts, await call(id, '/counts', options)),
    async results(id, options) {
      const { parseResults } = await seldom();
      return parsed(parseResults, await call(id, '/results', options));
    },
    async put(content, options) {
      const headers = { 'Content-Type': 'application/json' };
      const init = { method: 'PUT', headers, body: JSON.stringify(content) };
      const { consultation, id } = content;
      return parsed(parseReceipt, await call(consultation, contribution(id), options, init));
    },
    async retrieve(consultation, code, options) {
      const { parseRetrieved } = await seldom();
      const init = { headers: { 'Cnr-Receipt-Code': code } };
      return parsed(parseRetrieved, await call(consultation, contribution('mine'), options, init));
    },
    async withdraw(consultation, id, code, options) {
      const init = { method: 'DELETE', headers: { 'Cnr-Receipt-Code': code } };
      await call(consultation, contribution(id), options, init);
    },
  };
}

const part = encodeURIComponent;
const contribution = (id: string) => `/contributions/${part(id)}`;

// Whoever only sends, or only looks at counts, does without the shapes of definitions and tallies.
const definitions = () => import('./parse-definition.js').catch(noNetwork);
const seldom = () => import('./parse-seldom.js').catch(noNetwork);

function noNetwork(error: unknown): never {
  throw clientErrorOf(error, 'network');
}
