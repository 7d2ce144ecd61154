import {
  PROPOSAL_SORTS,
  type Contribution,
  type ProposalQuery,
  type RegistrationContact,
} from '@cnr-widgets/contract';
import type { Backend } from '../backend.js';
import { ClientError } from '../errors.js';

type Fetch = typeof globalThis.fetch;

/** The reference backend's calls, as `fetch` sees them, over a memory backend. */
export function serveCalls(memory: Backend): Fetch {
  return serve(async ({ method, headers }, { path, query }, body) => {
    const [, consultation = '', rest = '', id = '', more = ''] =
      /^\/v1\/consultations\/([^/]+)(?:\/([a-z]+)(?:\/([^/]+)(?:\/([a-z]+))?)?)?$/.exec(path) ?? [];
    const version = /^\/v1\/contours\/([^/]+)$/.exec(path)?.[1];
    const asked = (name: string) => query.get(name) ?? undefined;
    const code = headers.get('Cnr-Receipt-Code') ?? '';
    const route = `${method} ${rest}${id === 'mine' ? '/mine' : ''}`;
    const sent = () => JSON.parse(body) as unknown;
    if (method === 'POST' && path === '/v1/places') return memory.places((sent() as { q: string }).q);
    if (method === 'GET' && version !== undefined) return memory.contours(version);
    if (route === 'GET ') return memory.consultation(consultation);
    if (route === 'GET counts') return memory.counts(consultation);
    if (route === 'GET results') return memory.results(consultation);
    if (route === 'PUT contributions') return memory.put(sent() as Contribution);
    if (route === 'GET contributions/mine') return memory.retrieve(consultation, code);
    if (route === 'DELETE contributions') return memory.withdraw(consultation, id, code);
    if (route === 'GET supports') return memory.supports(consultation, query.getAll('subject'));
    if (route === 'GET proposals' && id === '') return memory.proposals(consultation, queryOf(asked));
    if (route === 'POST proposals' && id === 'by-id') {
      return memory.proposals(consultation, { ...queryOf(asked), ...(sent() as { ids: string[] }) });
    }
    if (route === 'POST proposals' && id === 'similar') {
      return memory.similar(consultation, (sent() as { text: string }).text);
    }
    if (route === 'GET proposals' && more === 'comments') {
      return memory.comments(consultation, id, asked('cursor'));
    }
    if (route === 'GET proposals' && more === '') return memory.proposal(consultation, id);
    if (route === 'GET meetings' && id === '') return memory.meetings(consultation);
    if (route === 'GET meetings' && more === '') return memory.meeting(consultation, id);
    if (route === 'GET registrations/mine') return memory.registration(consultation, code);
    if (route === 'PUT registrations/mine') {
      return memory.leaveContact(consultation, code, sent() as RegistrationContact);
    }
    if (route === 'DELETE registrations/mine') return memory.eraseContact(consultation, code);
    throw new ClientError('not-found', path, { status: 404 });
  });
}

/** As the server reads it. */
function queryOf(asked: (name: string) => string | undefined): ProposalQuery {
  return {
    search: asked('search'),
    theme: asked('theme'),
    territory: asked('territory'),
    answered: asked('answered') === 'true',
    sort: PROPOSAL_SORTS.find((sort) => sort === asked('sort')),
    cursor: asked('cursor'),
  };
}

/** A web server with a folder of files, and an address that takes contributions, over a memory backend. */
export function serveFiles(memory: Backend): Fetch {
  return serve(async ({ method }, { path }, body) => {
    const [, consultation = '', file = '', id = ''] =
      /^\/files\/consultations\/([^/]+?)(?:\/([a-z]+)(?:\/([^/]+))?)?\.json$/.exec(path) ?? [];
    const route = `${method} ${path === '/contributions' ? 'contributions' : file}`;
    if (route === 'POST contributions') return memory.put(JSON.parse(body) as Parameters<Backend['put']>[0]);
    if (route === 'GET counts') return memory.counts(consultation);
    if (route === 'GET results') return memory.results(consultation);
    if (route === 'GET meetings')
      return id === '' ? memory.meetings(consultation) : memory.meeting(consultation, id);
    return memory.consultation(consultation);
  });
}

function serve(
  route: (request: Request, url: { path: string; query: URLSearchParams }, body: string) => Promise<unknown>,
): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { pathname, searchParams: query } = new URL(request.url);
    const path = decodeURIComponent(pathname);
    try {
      const answer = await route(request, { path, query }, await request.text());
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
