import { parseCounts, parsePublished, parseReceipt } from '@cnr-widgets/contract/read';
import { absoluteUrl, type Backend, type CallOptions } from './backend.js';
import { clientErrorOf } from './errors.js';
import { parsed, request, type HttpOptions } from './request.js';

/** The adapter for the reference backend. `url` is its origin, with a path where it stands below one. */
export function httpBackend(url: string, http: HttpOptions = {}): Backend {
  const base = absoluteUrl(url);
  const call = (path: string, init: RequestInit, options: CallOptions | undefined) =>
    request(`${base}/v1/consultations/${path}`, init, { ...http, ...options });
  const contribution = (consultation: string, id: string) =>
    `${part(consultation)}/contributions/${part(id)}`;
  return {
    descriptor: { adapter: 'http', url: base },
    consultation: async (id, options) => parsed(parsePublished, await call(part(id), {}, options)),
    counts: async (id, options) => parsed(parseCounts, await call(`${part(id)}/counts`, {}, options)),
    async results(id, options) {
      const { parseResults } = await seldom();
      return parsed(parseResults, await call(`${part(id)}/results`, {}, options));
    },
    proposals: async (id, query, options) => (await reading()).proposals(call, part(id), query, options),
    similar: async (id, text, options) => (await reading()).similar(call, part(id), text, options),
    proposal: async (id, uuid, options) => (await reading()).proposal(call, part(id), uuid, options),
    comments: async (id, uuid, cursor, options) =>
      (await reading()).comments(call, part(id), uuid, cursor, options),
    async supports(id, subjects, options) {
      const { readSupportCounts } = await fetched(import('./read-support-counts.js'));
      const query = subjects.map((subject) => `subject=${part(subject)}`).join('&');
      return parsed(readSupportCounts, await call(`${part(id)}/supports?${query}`, {}, options));
    },
    async put(content, options) {
      const path = contribution(content.consultation, content.id);
      const { headers, body } = json(content);
      const send = async (proof = {}) => {
        const init = { method: 'PUT', headers: { ...headers, ...proof }, body };
        return parsed(parseReceipt, await call(path, init, options));
      };
      try {
        return await send();
      } catch (error) {
        const refusal = clientErrorOf(error, 'network');
        if (refusal.code !== 'proof-required') throw refusal;
        const { sendWithProof } = await fetched(import('./proof.js'));
        return sendWithProof(refusal, send, options);
      }
    },
    async retrieve(consultation, code, options) {
      const { parseRetrieved } = await seldom();
      const init = { headers: { 'Cnr-Receipt-Code': code } };
      return parsed(parseRetrieved, await call(contribution(consultation, 'mine'), init, options));
    },
    async withdraw(consultation, id, code, options) {
      const init = { method: 'DELETE', headers: { 'Cnr-Receipt-Code': code } };
      await call(contribution(consultation, id), init, options);
    },
  };
}

const part = encodeURIComponent;

const seldom = () => fetched(import('./parse-seldom.js'));
const reading = () => fetched(import('./http-proposals.js'));

const fetched = <T>(module: Promise<T>): Promise<T> =>
  module.catch((error: unknown) => {
    throw clientErrorOf(error, 'network');
  });

function json(body: unknown) {
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
