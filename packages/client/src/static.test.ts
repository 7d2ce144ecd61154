import { expect } from '@open-wc/testing';
import { describeBackend, failureOf } from './testing/backend-suite.js';
import { serveFiles } from './testing/fake-server.js';
import { AFTER, DURING, published } from './testing/fixtures.js';
import { describeMeetings } from './testing/meetings-suite.js';
import { staticBackend } from './static.js';

const places = {
  files: 'https://fichiers.example/files/',
  contributions: 'https://fichiers.example/contributions',
};

describeBackend('static', (memory, now) => staticBackend(places, { fetch: serveFiles(memory), now }), {
  readsBack: false,
});

describeMeetings('static', (memory, now) => staticBackend(places, { fetch: serveFiles(memory), now }), {
  registers: false,
});

describe('staticBackend', () => {
  const over = (file: unknown, now = DURING) =>
    staticBackend(places, { now: () => now, fetch: () => Promise.resolve(Response.json(file)) });
  const { version, consultation } = published;
  const { followUp: _none, graceDays: _default, ...operators } = { ...consultation, version, draft: false };

  it('reads the operator’s own definition, and derives the phase', async () => {
    expect(await over(operators).consultation('le-gymnase')).to.deep.equal(published);
    expect((await over(operators, AFTER).consultation('le-gymnase')).phase).to.equal('analysis');
  });

  it('does not show a draft', async () => {
    const failure = await failureOf(over({ ...operators, draft: true }).consultation('le-gymnase'));
    expect(failure.code).to.equal('unknown-consultation');
  });

  it('reads the operator’s own meetings, without what only a backend may tell', async () => {
    const written = {
      ...{ id: 'soir', title: 'Réunion du soir', timeZone: 'Europe/Paris', places: { onSite: 3 } },
      sessions: [{ start: '2026-11-20T18:00:00+01:00', end: '2026-11-20T20:00:00+01:00' }],
      remote: { link: 'https://visio.example/soir' },
    };
    const backend = staticBackend(places, {
      now: () => DURING,
      fetch: async (input) =>
        new Request(input).url.endsWith('/meetings.json')
          ? Response.json([written])
          : new Response('', { status: 404 }),
    });
    const { meetings } = await backend.meetings('le-gymnase');
    expect(meetings[0]).to.deep.include({ status: 'planned', remote: true, left: { onSite: 3 } });
    expect((await backend.meeting('le-gymnase', 'soir')).documents).to.deep.equal([]);
    expect((await failureOf(backend.meeting('le-gymnase', 'absente'))).code).to.equal('unknown-subject');
    for (const file of [null, 'texte', {}, [null], [{ id: 'soir' }], [{ ...written, places: null }]]) {
      expect((await failureOf(over(file).meetings('le-gymnase'))).code).to.equal('malformed-response');
    }
  });

  it('refuses a file that is no definition', async () => {
    for (const file of [null, [], 'texte', { version: 1 }, { ...operators, notice: {} }]) {
      expect((await failureOf(over(file).consultation('le-gymnase'))).code).to.equal('malformed-response');
    }
  });
});
