import { parseCounts, parseReceipt } from '@cnr-widgets/contract/read';
import { absoluteUrl, type Backend } from './backend.js';
import { clientErrorOf } from './errors.js';
import { parsed, request, type Ask, type Call, type HttpOptions } from './request.js';

/** The adapter for the reference backend. `url` is its origin, with a path where it stands below one. */
export function httpBackend(url: string, http: HttpOptions = {}): Backend {
  const base = absoluteUrl(url);
  const ask: Ask = (path, options, init) => request(`${base}/v1${path}`, init, { ...http, ...options });
  const call: Call = (id, path, options, init) => ask(`/consultations/${part(id)}${path}`, options, init);
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
    proposals: async (...asked) => (await reading()).proposals(call, ...asked),
    similar: async (...asked) => (await writing()).similar(call, ...asked),
    proposal: async (...asked) => (await reading()).proposal(call, ...asked),
    comments: async (...asked) => (await writing()).comments(call, ...asked),
    meetings: async (...asked) => (await gathering()).meetings(call, ...asked),
    meeting: async (...asked) => (await gathering()).meeting(call, ...asked),
    calendarUrl: (id, { meeting, departement }) =>
      `${base}/v1/consultations/${part(id)}/meetings${meeting === undefined ? '' : `/${part(meeting)}`}/calendar.ics` +
      (departement === undefined ? '' : `?departement=${part(departement)}`),
    places: async (...asked) => (await gathering()).places(ask, ...asked),
    contours: (version, options) => ask(`/contours/${part(version)}`, options),
    registration: async (...asked) => (await registering()).registration(call, ...asked),
    leaveContact: async (...asked) => (await registering()).leaveContact(call, ...asked),
    eraseContact: async (...asked) => (await registering()).eraseContact(call, ...asked),
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

// Whoever only sends, or only looks at counts, does without what reads definitions, tallies, proposals and meetings.
const definitions = () => import('./parse-definition.js').catch(noNetwork);
const seldom = () => import('./parse-seldom.js').catch(noNetwork);
const reading = () => import('./http-proposals.js').catch(noNetwork);
const writing = () => import('./http-writing.js').catch(noNetwork);
const gathering = () => import('./http-meetings.js').catch(noNetwork);
const registering = () => import('./http-registrations.js').catch(noNetwork);

function noNetwork(error: unknown): never {
  throw clientErrorOf(error, 'network');
}
