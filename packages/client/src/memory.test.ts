import { expect } from '@open-wc/testing';
import { describeBackend, failureOf } from './testing/backend-suite.js';
import { describeDeposits } from './testing/deposit-suite.js';
import { contributionOf, published, DURING } from './testing/fixtures.js';
import { describeForum } from './testing/forum-suite.js';
import { describeMeetings } from './testing/meetings-suite.js';
import { memoryBackend } from './memory.js';
import { openBackend } from './open-backend.js';
import { ClientError } from './errors.js';

describeBackend('memory', (memory) => memory);
describeForum('memory', (memory) => memory);
describeDeposits('memory', (memory) => memory);
describeMeetings('memory', (memory) => memory);

describe('memoryBackend', () => {
  const open = () => memoryBackend('found', { consultations: [published], now: () => DURING });

  it('is found again by its descriptor', async () => {
    const backend = open();
    expect(await openBackend({ adapter: 'memory', name: 'found' })).to.equal(backend);
    const failure = await failureOf(openBackend({ adapter: 'memory', name: 'nobody' }));
    expect(failure.code).to.equal('not-supported');
  });

  it('hands out copies, so that no reader changes what it holds', async () => {
    const backend = open();
    (await backend.consultation('le-gymnase')).consultation.title = 'changé';
    expect((await backend.consultation('le-gymnase')).consultation.title).to.equal(
      published.consultation.title,
    );
  });

  it('loses an answer after it acted where a test says so', async () => {
    const backend = memoryBackend('lossy', {
      consultations: [published],
      now: () => DURING,
      intercept({ name, moment }) {
        if (name === 'put' && moment === 'after') throw new ClientError('network', 'cut');
      },
    });
    expect((await failureOf(backend.put(contributionOf()))).code).to.equal('network');
    expect(backend.rows()).to.have.length(1);
  });
});
