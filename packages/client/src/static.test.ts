import { expect } from '@open-wc/testing';
import { describeBackend, failureOf } from './testing/backend-suite.js';
import { serveFiles } from './testing/fake-server.js';
import { AFTER, DURING, published } from './testing/fixtures.js';
import { staticBackend } from './static.js';

const places = {
  files: 'https://fichiers.example/files/',
  contributions: 'https://fichiers.example/contributions',
};

describeBackend('static', (memory, now) => staticBackend(places, { fetch: serveFiles(memory), now }), {
  readsBack: false,
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

  it('refuses a file that is no definition', async () => {
    for (const file of [null, [], 'texte', { version: 1 }, { ...operators, notice: {} }]) {
      expect((await failureOf(over(file).consultation('le-gymnase'))).code).to.equal('malformed-response');
    }
  });
});
