import { parseCounts, parsePublished, parseReceipt, parseResults, phaseOf } from '@cnr-widgets/contract/read';
import { absoluteUrl, type Backend, type CallOptions } from './backend.js';
import { ClientError } from './errors.js';
import { parsed, request, type HttpOptions } from './request.js';

export interface StaticPlaces {
  /** Folder that holds `consultations/{id}.json`, and `consultations/{id}/counts.json` and `results.json`. */
  files: string;
  /** Takes each contribution by POST, as JSON, and answers 200 or 201 with its receipt. */
  contributions: string;
}

export interface StaticOptions extends HttpOptions {
  /** Milliseconds since the epoch. */
  now?: (() => number) | undefined;
}

/**
 * The adapter for definitions and results that lie as files on any web server. A definition's file is what a backend
 * serves (`{ version, phase, consultation }`), or the operator's own definition with a `version` in it. The phase
 * follows the clock in both: a file would still say "open" long after closing.
 */
export function staticBackend(places: StaticPlaces, options: StaticOptions = {}): Backend {
  const files = absoluteUrl(places.files);
  const contributions = absoluteUrl(places.contributions);
  const { now = Date.now, ...http } = options;
  const read = async (path: string, absent: string, call: CallOptions | undefined) => {
    try {
      return await request(`${files}/consultations/${path}.json`, {}, { ...http, ...call });
    } catch (error) {
      if (!(error instanceof ClientError) || error.status !== 404) throw error;
      throw new ClientError(absent, `no file for ${path}`, { status: 404, cause: error });
    }
  };
  const missing = async (): Promise<never> => {
    throw new ClientError('not-supported', 'files on a web server are read alone');
  };
  return {
    descriptor: { adapter: 'static', files, contributions },
    async consultation(id, call) {
      const file = await read(encodeURIComponent(id), 'unknown-consultation', call);
      if (isRecord(file) && file.draft === true) {
        throw new ClientError('unknown-consultation', `${id} is a draft, so it is not public`, {
          status: 404,
        });
      }
      const wrapped =
        isRecord(file) && !('consultation' in file)
          ? { version: file.version, phase: 'upcoming', consultation: file }
          : file;
      const published = parsed(parsePublished, wrapped);
      return { ...published, phase: phaseOf(published.consultation, new Date(now())) };
    },
    counts: async (id, call) =>
      parsed(parseCounts, await read(`${encodeURIComponent(id)}/counts`, 'not-found', call)),
    results: async (id, call) =>
      parsed(parseResults, await read(`${encodeURIComponent(id)}/results`, 'results-hidden', call)),
    async put(content, call) {
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(content),
      };
      return parsed(parseReceipt, await request(contributions, init, { ...http, ...call }));
    },
    proposals: missing,
    similar: missing,
    proposal: missing,
    comments: missing,
    supports: missing,
    retrieve: missing,
    withdraw: missing,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
