import type { Backend } from '../backend.js';
import { ClientError } from '../errors.js';

type Fetch = typeof globalThis.fetch;

/** The reference backend's calls, as `fetch` sees them, over a memory backend. */
export function serveCalls(memory: Backend): Fetch {
  return serve(async (method, path, headers, body) => {
    const [, consultation = '', rest = '', id = ''] =
      /^\/v1\/consultations\/([^/]+)(?:\/([a-z]+)(?:\/([^/]+))?)?$/.exec(path) ?? [];
    const code = headers.get('Cnr-Receipt-Code') ?? '';
    const route = `${method} ${rest}${id === 'mine' ? '/mine' : ''}`;
    if (route === 'GET ') return memory.consultation(consultation);
    if (route === 'GET counts') return memory.counts(consultation);
    if (route === 'GET results') return memory.results(consultation);
    if (route === 'PUT contributions') return memory.put(JSON.parse(body) as Parameters<Backend['put']>[0]);
    if (route === 'GET contributions/mine') return memory.retrieve(consultation, code);
    if (route === 'DELETE contributions') return memory.withdraw(consultation, id, code);
    throw new ClientError('not-found', path, { status: 404 });
  });
}

/** A web server with a folder of files, and an address that takes contributions, over a memory backend. */
export function serveFiles(memory: Backend): Fetch {
  return serve(async (method, path, _headers, body) => {
    const [, consultation = '', file = ''] =
      /^\/files\/consultations\/([^/]+?)(?:\/([a-z]+))?\.json$/.exec(path) ?? [];
    const route = `${method} ${path === '/contributions' ? 'contributions' : file}`;
    if (route === 'POST contributions') return memory.put(JSON.parse(body) as Parameters<Backend['put']>[0]);
    if (route === 'GET counts') return memory.counts(consultation);
    if (route === 'GET results') return memory.results(consultation);
    return memory.consultation(consultation);
  });
}

function serve(
  route: (method: string, path: string, headers: Headers, body: string) => Promise<unknown>,
): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const path = decodeURIComponent(new URL(request.url).pathname);
    try {
      const answer = await route(request.method, path, request.headers, await request.text());
      return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      const problem = error.problem ?? { title: error.code, status: error.status, code: error.code };
      return Response.json(problem, {
        status: error.status ?? 500,
        headers: { 'Content-Type': 'application/problem+json' },
      });
    }
  };
}
