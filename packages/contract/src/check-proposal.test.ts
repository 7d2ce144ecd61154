import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkProposal, type ProposalFault } from './check-proposal.js';
import { MAX_NAME } from './limits.js';
import { parseProposalRules } from './parse-proposals.js';

const rules = parseProposalRules({
  moderation: 'before',
  titleMaxLength: 20,
  textMaxLength: 100,
  themes: [{ id: 'sol', label: 'Le sol' }],
});
const right = { title: 'Un mur', text: 'Haut.' };

describe('checkProposal', () => {
  it('finds nothing in what keeps to the limits, to the last character', () => {
    const full = {
      title: 'a'.repeat(20),
      text: 'b'.repeat(100),
      theme: 'sol',
      territory: '2A',
      name: 'c'.repeat(MAX_NAME),
    };
    for (const written of [right, full]) assert.deepEqual(checkProposal(rules, written), []);
  });

  const wrong: [change: object, fault: ProposalFault][] = [
    [{ title: ' ' }, { field: 'title', code: 'blank' }],
    [{ title: 'a'.repeat(21) }, { field: 'title', code: 'too-long', max: 20 }],
    [{ text: '' }, { field: 'text', code: 'blank' }],
    [{ text: 'a'.repeat(101) }, { field: 'text', code: 'too-long', max: 100 }],
    [{ theme: 'mer' }, { field: 'theme', code: 'unknown-choice' }],
    [{ territory: '99' }, { field: 'territory', code: 'unknown-choice' }],
    [{ name: 'a'.repeat(MAX_NAME + 1) }, { field: 'name', code: 'too-long', max: MAX_NAME }],
  ];
  for (const [change, fault] of wrong) {
    it(`says ${fault.code} of the ${fault.field}`, () => {
      assert.deepEqual(checkProposal(rules, { ...right, ...change }), [fault]);
    });
  }

  it('says all of it, in the order of a form', () => {
    const name = 'a'.repeat(MAX_NAME + 1);
    const found = checkProposal(rules, { title: '', text: '', theme: 'mer', territory: '99', name });
    assert.deepEqual(
      found.map(({ field }) => field),
      ['title', 'text', 'theme', 'territory', 'name'],
    );
  });
});
