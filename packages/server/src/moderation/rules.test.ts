import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVisible, proposalStatus, type ProposalStatus } from '@cnr-widgets/contract';
import { ACTS, possibleActs, statusAfter, type Act, type ModeratedKind } from './rules.js';

/** Every act on every status, the other way round from the module: by act, from where to where. */
const PROPOSALS: Record<Act, Partial<Record<ProposalStatus, ProposalStatus>>> = {
  accept: { submitted: 'published' },
  refuse: {
    submitted: 'refused',
    published: 'refused',
    selected: 'refused',
    answered: 'refused',
    archived: 'refused',
  },
  restore: { selected: 'published', archived: 'published', refused: 'published' },
  select: { published: 'selected' },
  answer: { published: 'answered', selected: 'answered', answered: 'answered' },
  archive: { published: 'archived', selected: 'archived', answered: 'archived' },
  keep: {},
};
const COMMENTS: typeof PROPOSALS = {
  accept: { submitted: 'published' },
  refuse: { submitted: 'refused', published: 'refused' },
  restore: { refused: 'published' },
  select: {},
  answer: {},
  archive: {},
  keep: {},
};
const EXPECTED: Record<ModeratedKind, typeof PROPOSALS> = { proposal: PROPOSALS, comment: COMMENTS };
const KINDS: ModeratedKind[] = ['proposal', 'comment'];
const STATUSES = proposalStatus.options;

test('every act on every status leads where it should, or nowhere', () => {
  for (const kind of KINDS) {
    for (const act of ACTS) {
      for (const status of STATUSES) {
        const after = statusAfter(act, { kind, status, answered: false, openReports: 0 });
        assert.equal(after, EXPECTED[kind][act][status], `${act} of a ${status} ${kind}`);
      }
    }
  }
});

test('what is offered is what is possible', () => {
  for (const kind of KINDS) {
    for (const status of STATUSES) {
      for (const openReports of [0, 2]) {
        const moderated = { kind, status, answered: false, openReports };
        const possible = ACTS.filter((act) => statusAfter(act, moderated) !== undefined);
        assert.deepEqual(possibleActs(moderated).toSorted(), possible.toSorted(), `${status} ${kind}`);
      }
    }
  }
});

test('reports are settled where there are some, on what everybody sees', () => {
  for (const kind of KINDS) {
    for (const status of STATUSES) {
      const reported = { kind, status, answered: false, openReports: 1 };
      assert.equal(statusAfter('keep', reported), isVisible(status) ? status : undefined);
    }
  }
});

test('what was answered comes back with its answer', () => {
  for (const status of ['refused', 'archived'] as const) {
    assert.equal(
      statusAfter('restore', { kind: 'proposal', status, answered: true, openReports: 0 }),
      'answered',
    );
  }
});
