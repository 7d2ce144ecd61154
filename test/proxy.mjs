// A reverse proxy in front of the real backend: where a test drops a response or answers in the backend's stead.
import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/**
 * @typedef {{ method: string, path: string, status?: number }} Call
 * @typedef {'drop' | 'drop-after' | { status: number, headers?: Record<string, string>, body?: string } | undefined} Fault
 * `drop`: the call never arrives; `drop-after`: it arrives, and its response does not
 */

/** @param {number} port the backend's, on this machine */
export async function startProxy(port) {
  /** @type {Call[]} */
  let calls = [];
  /** @type {((call: Call) => Fault | Promise<Fault>) | undefined} */
  let fault;
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function answer(incoming, outgoing) {
    const body = await buffer(incoming);
    const call = { method: incoming.method, path: incoming.url };
    calls.push(call);
    const what = await fault?.(call);
    if (what === 'drop') return outgoing.destroy();
    if (typeof what === 'object') {
      call.status = what.status;
      // As the backend's own problems: without this a browser tells the page of a network fault only.
      const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' };
      return outgoing.writeHead(what.status, { ...headers, ...what.headers }).end(what.body);
    }
    const response = await forward(port, incoming, body);
    if (what === 'drop-after') return outgoing.destroy();
    call.status = response.status;
    return outgoing.writeHead(response.status, response.headers).end(response.body);
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    /** What came through since the last `heal`. */
    calls: (method) => calls.filter((call) => call.method === method),
    /** From now on `make` decides about each call of this method (undefined: of all); undefined lets it pass. */
    fail: (method, make) => {
      calls = [];
      fault = (call) => (method === undefined || call.method === method ? make(call) : undefined);
    },
    heal: () => {
      calls = [];
      fault = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(port, incoming, body) {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (response) => {
        buffer(response).then(
          (content) => resolve({ status: response.statusCode, headers: response.headers, body: content }),
          reject,
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A problem as the backend says it (RFC 9457). */
export function problem(status, code, headers = {}) {
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: JSON.stringify({ type: 'about:blank', title: code, status, code }),
  };
}

/** A backend that asks for an hour: what waits goes when a test presses the button, and not by itself meanwhile. */
export const AWAY = problem(503, 'unavailable', { 'Retry-After': '3600' });
