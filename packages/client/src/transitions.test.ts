import { expect } from '@open-wc/testing';
import type { OutboxEntry } from './entry.js';
import { ClientError } from './errors.js';
import { claimed, failed, isDue, nextWake, prevails } from './transitions.js';
import { contributionOf, DURING } from './testing/fixtures.js';

const HOUR = 3_600_000;
const at = (ms: number) => new Date(DURING + ms).toISOString();

function entryOf(more: Partial<OutboxEntry>): OutboxEntry {
  const contribution = contributionOf();
  const { id, consultation, kind } = contribution;
  return {
    ...{ schema: 1, id, descriptor: { adapter: 'memory', name: 'a' }, consultation, kind, state: 'waiting' },
    ...{ savedAt: at(0), attempts: 1, contribution, contentHash: '', durable: true },
    ...more,
  };
}

/** What a backend answers once it knows that it does not hold this content under this id. */
const AFTER_LOOKING = [
  ...['content-conflict', 'withdrawn', 'not-open-yet', 'closed', 'unknown-version', 'invalid-contribution'],
  ...['already-replaced', 'unknown-receipt-code', 'not-correctable', 'not-offered', 'unknown-subject'],
  ...['subject-closed', 'limit-reached', 'proof-required'],
  ...['meeting-full', 'registration-closed', 'already-registered'],
];

describe('transitions', () => {
  it('wait for their time, unless a clock that jumped set it', () => {
    const due = (nextAttemptAt: number, failedAt: number) =>
      isDue(
        entryOf({ nextAttemptAt: at(nextAttemptAt), lastError: { code: 'unavailable', at: at(failedAt) } }),
        DURING,
      );
    expect(due(HOUR, -HOUR)).to.equal(false);
    expect(due(0, -HOUR)).to.equal(true);
    expect(due(25 * HOUR, -HOUR), 'further off than any wait').to.equal(true);
    expect(due(2 * HOUR, HOUR), 'set in what is now the future').to.equal(true);
  });

  it('let a receipt stand over everything, then the later attempt, then a refusal', () => {
    const [waiting, refused] = [entryOf({}), entryOf({ state: 'refused' })];
    const received = entryOf({ state: 'received' });
    const later = entryOf({ attempts: 2 });
    expect(prevails(later, received)).to.equal(false);
    expect(prevails(received, later)).to.equal(true);
    expect(prevails(received, received)).to.equal(false);
    expect(prevails(waiting, refused)).to.equal(false);
    expect(prevails(refused, waiting)).to.equal(true);
    expect(prevails(later, refused)).to.equal(true);
    expect(prevails(refused, later)).to.equal(false);
  });

  it('know whether an attempt may have been received', () => {
    const after = (error: ClientError, maybeReceived?: boolean) =>
      failed(claimed(entryOf({}), DURING), { maybeReceived }, error, DURING, 0.5).maybeReceived;
    const problem = { type: 'about:blank', title: '', status: 422, code: 'content-conflict' };
    expect(claimed(entryOf({}), DURING).maybeReceived).to.equal(true);
    for (const code of ['network', 'timeout', 'malformed-response', 'lying-receipt']) {
      expect(after(new ClientError(code, ''), false), code).to.equal(true);
    }
    for (const status of [408, 500, 503]) {
      expect(after(new ClientError('unexpected-status', '', { status }), false), String(status)).to.equal(
        true,
      );
    }
    for (const status of [403, 404, 413, 429]) {
      expect(after(new ClientError('unexpected-status', '', { status }), false), String(status)).to.equal(
        false,
      );
      expect(after(new ClientError('unexpected-status', '', { status }), true), String(status)).to.equal(
        true,
      );
    }
    for (const code of AFTER_LOOKING) {
      const looked = new ClientError(code, '', { status: 422, problem: { ...problem, code } });
      expect(after(looked, true), code).to.equal(false);
    }
    expect(after(new ClientError('content-conflict', '', { status: 422 }), true)).to.equal(true);
  });

  it('keep with a refusal when another one may be sent', () => {
    const limit = { max: 1, until: at(HOUR) };
    const problem = { type: 'about:blank', title: '', status: 403, code: 'limit-reached', limit };
    const error = new ClientError('limit-reached', '', { status: 403, problem });
    const entry = failed(claimed(entryOf({}), DURING), {}, error, DURING, 0.5);
    expect([entry.state, entry.lastError?.limit]).to.deep.equal(['refused', limit]);
    expect(isDue(entry, DURING + 2 * HOUR)).to.equal(false);
    expect(isDue(entry, DURING, { force: true })).to.equal(true);
  });

  it('wake for the next that is due, and for nothing where nothing waits', () => {
    expect(nextWake([entryOf({ state: 'received' }), entryOf({ state: 'refused' })], DURING)).to.equal(
      undefined,
    );
    const entries = [
      entryOf({ nextAttemptAt: at(HOUR) }),
      entryOf({ state: 'sending', leaseUntil: at(30_000) }),
    ];
    expect(nextWake(entries, DURING)).to.equal(30_000);
    expect(nextWake([entryOf({})], DURING)).to.equal(1000);
  });
});
