import { expect } from '@open-wc/testing';
import { parseSupportCounts } from '@cnr-widgets/contract';
import * as fc from 'fast-check';
import { readSupportCounts } from './read-support-counts.js';

const right = fc.record(
  {
    version: fc.nat(),
    phase: fc.constantFrom('upcoming', 'open', 'analysis', 'results', 'followed-up'),
    supportsPerPerson: fc.nat(),
    supports: fc.array(
      fc.record({
        subject: fc.string(),
        title: fc.string(),
        count: fc.nat(),
        open: fc.boolean(),
        later: fc.anything(),
      }),
    ),
    countedAt: fc.constantFrom('2026-11-22T10:00:00.250Z', '2026-11-22T11:00:00+01:00'),
    later: fc.anything(),
  },
  { requiredKeys: ['version', 'phase', 'supports', 'countedAt'] },
);

const value = {
  version: 2,
  phase: 'open',
  supportsPerPerson: 3,
  supports: [{ subject: 'proposal:a', title: 'Un mur', count: 4, open: true }],
  countedAt: '2026-11-22T10:00:00Z',
};

describe('readSupportCounts', () => {
  it('reads what the contract’s table reads, and the same of it', () => {
    fc.assert(
      fc.property(right, (served) => {
        expect(readSupportCounts(served)).to.deep.equal(parseSupportCounts(served));
      }),
    );
  });

  it('refuses what is of another type, at every place, as the table does', () => {
    const [support] = value.supports;
    const wrong = (key: string, others: readonly unknown[]) =>
      others.map((other) => [`${key} ${JSON.stringify(other)}`, { ...value, [key]: other }] as const);
    const inside = (key: string, others: readonly unknown[]) =>
      others.map(
        (other) =>
          [
            `${key} ${JSON.stringify(other)}`,
            { ...value, supports: [{ ...support, [key]: other }] },
          ] as const,
      );
    const noCount = [null, '4', -1, 1.5, 2 ** 60, undefined];
    const noText = [null, 4, {}, [], undefined];
    const all = [
      ...wrong('version', noCount),
      ...wrong('supportsPerPerson', noCount.slice(0, -1)),
      ...wrong('phase', noText),
      ...wrong('countedAt', noText),
      ...wrong('supports', [null, 'x', {}, 4, [null], [4], undefined]),
      ...inside('subject', noText),
      ...inside('title', noText),
      ...inside('count', noCount),
      ...inside('open', [null, 'true', 1, undefined]),
      ...[null, 4, 'texte', [], undefined].map((other) => [JSON.stringify(other), other] as const),
    ];
    for (const [what, served] of all) {
      expect(() => parseSupportCounts(served), what).to.throw();
      expect(() => readSupportCounts(served), what).to.throw();
    }
  });
});
