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
    proposals: async (id, query, options) => (await reading()).proposals(call, id, query, options),
    similar: async (id, text, options) => (await reading()).similar(call, id, text, options),
    proposal: async (id, uuid, options) => (await reading()).proposal(call, id, uuid, options),
    comments: async (id, uuid, cursor, options) =>
      (await reading()).comments(call, id, uuid, cursor, options),
    async supports(id, subjects, options) {
      const { parseSupportCounts } = await import('@cnr-widgets/contract/support-counts').catch(noNetwork);
      const query = subjects.map((subject) => `subject=${part(subject)}`).join('&');
      return parsed(parseSupportCounts, await call(id, `/supports?${query}`, options));
    },
    async put(content, options) {
      const { consultation, id } = content;
      const body = JSON.stringify(content);
      const send = async (proof = {}) => {
        const headers = { 'Content-Type': 'application/json', ...proof };
        const init = { method: 'PUT', headers, body };
        return parsed(parseReceipt, await call(consultation, contribution(id), options, init));
      };
      try {
        return await send();
      } catch (error) {
        const refusal = clientErrorOf(error, 'network');
        if (refusal.code !== 'proof-required') throw refusal;
        const { sendWithProof } = await import('./proof.js').catch(noNetwork);
        return sendWithProof(refusal, send, options);
      }
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

// Whoever only sends, or only looks at counts, does without what reads definitions, tallies and lists of proposals.
const definitions = () => import('./parse-definition.js').catch(noNetwork);
const seldom = () => import('./parse-seldom.js').catch(noNetwork);
const reading = () => import('./http-proposals.js').catch(noNetwork);

function noNetwork(error: unknown): never {
  throw clientErrorOf(error, 'network');
}
