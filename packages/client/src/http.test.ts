import { expect } from '@open-wc/testing';
import { isTransient } from './errors.js';
import { httpBackend } from './http.js';
import type { MemoryBackend } from './memory.js';
import { openBackend } from './open-backend.js';
import { describeBackend, failureOf } from './testing/backend-suite.js';
import { describeDeposits } from './testing/deposit-suite.js';
import { serveCalls } from './testing/fake-server.js';
import { contributionOf, published } from './testing/fixtures.js';
import { describeForum } from './testing/forum-suite.js';
import { describeMeetings } from './testing/meetings-suite.js';

const url = 'https://participation.example';
const NOBODY = { proposals: [], total: 0 };

const overHttp = (memory: MemoryBackend) => httpBackend(url, { fetch: serveCalls(memory) });
describeBackend('http', overHttp);
describeForum('http', overHttp);
describeDeposits('http', overHttp);
describeMeetings('http', overHttp);

describe('httpBackend', () => {
  const answering = (body: BodyInit | null, init?: ResponseInit) =>
    httpBackend(url, { fetch: () => Promise.resolve(new Response(body, init)) });
  const put = (body: BodyInit | null, init?: ResponseInit) =>
    failureOf(answering(body, init).put(contributionOf()));

  it('describes itself so that any page can open it again', async () => {
    const { descriptor } = httpBackend('https://participation.example/sous/');
    expect(descriptor).to.deep.equal({ adapter: 'http', url: 'https://participation.example/sous' });
    expect((await openBackend(descriptor)).descriptor).to.deep.equal(descriptor);
    expect(httpBackend('/').descriptor).to.deep.equal({ adapter: 'http', url: location.origin });
  });

  it('sends no cookie and no referrer, and escapes what stands in an address', async () => {
    const seen: Request[] = [];
    const backend = httpBackend(url, {
      fetch(input, init) {
        seen.push(new Request(input, init));
        return Promise.resolve(Response.json({ participants: 0 }));
      },
    });
    await backend.counts('a/../b?c#d');
    expect(seen[0]?.url).to.equal(`${url}/v1/consultations/a%2F..%2Fb%3Fc%23d/counts`);
    expect(seen[0]?.credentials).to.equal('omit');
    expect(seen[0]?.referrerPolicy).to.equal('no-referrer');
  });

  it('asks in a body for what tells of one person: nothing of it stands in an address', async () => {
    const seen: Request[] = [];
    const backend = httpBackend(url, {
      fetch(input, init) {
        const request = new Request(input, init);
        seen.push(request);
        return Promise.resolve(Response.json(request.url.endsWith('/places') ? { places: [] } : NOBODY));
      },
    });
    await backend.similar('enquete', 'Mon voisin Jean');
    await backend.places('72100');
    await backend.proposals('enquete', { ids: ['a-1'], search: 'un bus' });
    expect(seen.map(({ method, url: at }) => `${method} ${at.slice(url.length)}`)).to.deep.equal([
      'POST /v1/consultations/enquete/proposals/similar',
      'POST /v1/places',
      'POST /v1/consultations/enquete/proposals/by-id?search=un+bus',
    ]);
    expect(await Promise.all(seen.map((request) => request.json()))).to.deep.equal([
      { text: 'Mon voisin Jean' },
      { q: '72100' },
      { ids: ['a-1'] },
    ]);
    for (const { headers } of seen) expect(headers.get('Content-Type')).to.equal('application/json');
  });

  it('passes over what is cached, or takes it, where it is told to', async () => {
    const seen: (RequestCache | undefined)[] = [];
    const backend = httpBackend(url, {
      fetch(_input, init) {
        seen.push(init?.cache);
        return Promise.resolve(Response.json({ participants: 0 }));
      },
    });
    await backend.counts('enquete');
    await backend.counts('enquete', { fresh: true });
    await backend.counts('enquete', { held: true });
    expect(seen).to.deep.equal([undefined, 'reload', 'force-cache']);
  });

  it('knows a refusal by its problem document', async () => {
    const body = JSON.stringify({ title: 'Closed', status: 403, code: 'closed', detail: 'since Monday' });
    const failure = await put(body, { status: 403, headers: { 'Content-Type': 'application/problem+json' } });
    expect(failure).to.include({ code: 'closed', status: 403, message: 'since Monday' });
    expect(isTransient(failure)).to.equal(false);
  });

  it('tells what waits from what is refused, with or without a problem document', async () => {
    for (const status of [408, 425, 429, 500, 502, 503, 504, 599]) {
      const failure = await put('<html>', { status });
      expect([failure.code, isTransient(failure)], String(status)).to.deep.equal(['unexpected-status', true]);
    }
    for (const status of [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 451]) {
      const failure = await put('<html>', { status });
      expect([failure.code, isTransient(failure)], String(status)).to.deep.equal([
        'unexpected-status',
        false,
      ]);
    }
  });

  it('reads Retry-After in seconds and as a date', async () => {
    const after = async (value: string) =>
      (await put('', { status: 429, headers: { 'Retry-After': value } })).retryAfter;
    expect(await after('120')).to.equal(120);
    expect(await after('-5')).to.equal(0);
    expect(await after('bientôt'.normalize('NFD').replace(/[^a-z]/g, ''))).to.equal(undefined);
    expect(await after(new Date(Date.now() + 3_600_000).toUTCString())).to.be.within(3500, 3600);
  });

  it('takes nothing for a receipt that is none, and lets it wait', async () => {
    const receipt = {
      id: crypto.randomUUID(),
      consultation: 'a',
      contentHash: 'xyz',
      receivedAt: 'hier',
      late: 0,
      code: '',
    };
    const bodies = [
      '',
      '<html>ok</html>',
      '{"id":',
      'null',
      '[]',
      '{}',
      JSON.stringify(receipt),
      '{"__proto__":{"id":1}}',
    ];
    for (const body of bodies) {
      const failure = await put(body, { status: 200 });
      expect([failure.code, isTransient(failure)], body).to.deep.equal(['malformed-response', true]);
    }
    expect((await put(null, { status: 204 })).code).to.equal('malformed-response');
  });

  it('shows the meetings that the browser still holds where nobody answers', async () => {
    const list = { asOf: '2026-11-22T14:05:00Z', meetings: [] };
    const asked: (RequestCache | undefined)[] = [];
    let held: unknown = list;
    let failing: () => Response = () => {
      throw new TypeError('Failed to fetch');
    };
    const backend = httpBackend(url, {
      fetch: async (_input, init) => {
        asked.push(init?.cache);
        return init?.cache === 'force-cache' && held !== undefined ? Response.json(held) : failing();
      },
    });
    expect(await backend.meetings('a', { fresh: true })).to.deep.equal({ ...list, kept: true });
    expect(asked).to.deep.equal(['reload', 'force-cache']);
    failing = () => new Response('', { status: 503 });
    expect((await backend.meetings('a')).kept).to.equal(true);
    held = undefined;
    expect((await failureOf(backend.meetings('a'))).status).to.equal(503);
    asked.length = 0;
    failing = () => new Response('', { status: 404 });
    expect((await failureOf(backend.meetings('a'))).status).to.equal(404);
    expect(asked).to.deep.equal([undefined]);
  });

  it('says where calendars are', () => {
    const backend = httpBackend(url);
    const at = `${url}/v1/consultations/le-gymnase/meetings`;
    expect(backend.calendarUrl('le-gymnase', {})).to.equal(`${at}/calendar.ics`);
    expect(backend.calendarUrl('le-gymnase', { departement: '2A' })).to.equal(
      `${at}/calendar.ics?departement=2A`,
    );
    expect(backend.calendarUrl('le-gymnase', { meeting: 'a/b' })).to.equal(`${at}/a%2Fb/calendar.ics`);
  });

  it('refuses a definition that is not the contract’s', async () => {
    const { consultation } = published;
    for (const file of [
      {},
      { ...published, phase: 'demain' },
      { ...published, consultation: { ...consultation, title: 7 } },
    ]) {
      const failure = await failureOf(answering(JSON.stringify(file)).consultation('le-gymnase'));
      expect(failure.code).to.equal('malformed-response');
    }
  });

  it('gives up after its limit, also half-way through an answer', async () => {
    const never = httpBackend(url, {
      timeoutMs: 1,
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            reject(new DOMException('stopped', 'AbortError'));
          });
        }),
    });
    const failure = await failureOf(never.put(contributionOf()));
    expect([failure.code, isTransient(failure)]).to.deep.equal(['timeout', true]);
  });

  it('calls a connection that fails or breaks off a network failure', async () => {
    const cut = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"id"'));
        stream.error(new TypeError('network error'));
      },
    });
    expect((await put(cut)).code).to.equal('network');
    const dead = httpBackend(url, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const failure = await failureOf(dead.consultation('le-gymnase'));
    expect([failure.code, isTransient(failure)]).to.deep.equal(['network', true]);
  });
});
