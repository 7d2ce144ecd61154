import { parseCounts, parsePublished, parseReceipt, parseResults, phaseOf } from '@cnr-widgets/contract/read';
import { absoluteUrl, type Backend, type CallOptions } from './backend.js';
import { ClientError, clientErrorOf } from './errors.js';
import { orFromCache } from './browser-cache.js';
import { parsed, posted, request, type HttpOptions } from './request.js';

export interface StaticPlaces {
  /**
   * Folder that holds `consultations/{id}.json`, and `counts.json`, `results.json` and `meetings.json` in
   * `consultations/{id}/`. Meetings are a list as a backend serves it, with a file `meetings/{meeting}.json` for each,
   * or the operator's own array, in which no link should stand that is for those alone who registered.
   */
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
  const read = async (path: string, absent: string, call: CallOptions | undefined, init?: RequestInit) => {
    try {
      return await request(`${files}/consultations/${path}.json`, init, { ...http, ...call });
    } catch (error) {
      if (!(error instanceof ClientError) || error.status !== 404) throw error;
      throw new ClientError(absent, `no file for ${path}`, { status: 404, cause: error });
    }
  };
  const meetingFiles = async () => import('./static-meetings.js').catch(noNetwork);
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
      return parsed(parseReceipt, await request(contributions, posted(content), { ...http, ...call }));
    },
    async meetings(id, call) {
      const { readMeetings } = await meetingFiles();
      const list = async (init?: RequestInit, given = call) =>
        parsed(
          (file) => readMeetings(file, now()),
          await read(`${encodeURIComponent(id)}/meetings`, 'not-offered', given, init),
        );
      return orFromCache(list, call);
    },
    async meeting(id, meeting, call) {
      const { readMeeting } = await meetingFiles();
      const folder = `${encodeURIComponent(id)}/meetings`;
      const own = await read(`${folder}/${encodeURIComponent(meeting)}`, 'unknown-subject', call).catch(
        async (error: unknown) => {
          if (!(error instanceof ClientError) || error.status !== 404) throw error;
          return read(folder, 'unknown-subject', call);
        },
      );
      const found = parsed((file) => readMeeting(file, meeting), own);
      if (!found) throw new ClientError('unknown-subject', `no meeting ${meeting}`, { status: 404 });
      return found;
    },
    calendarUrl: () => undefined,
    places: missing,
    contours: missing,
    registration: missing,
    leaveContact: missing,
    eraseContact: missing,
    proposals: missing,
    similar: missing,
    proposal: missing,
    comments: missing,
    supports: missing,
    retrieve: missing,
    withdraw: missing,
  };
}

function noNetwork(error: unknown): never {
  throw clientErrorOf(error, 'network');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
