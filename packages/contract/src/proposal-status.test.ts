import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isOpen, isVisible, PROPOSAL_STATUSES } from './proposal-status.js';
import { idIn, isSubject } from './subject.js';

it('says of each status whether everybody sees it, and whether they can take part', () => {
  const said = PROPOSAL_STATUSES.map((status) => [status, isVisible(status), isOpen(status)]);
  assert.deepEqual(said, [
    ['submitted', false, false],
    ['published', true, true],
    ['refused', false, false],
    ['selected', true, true],
    ['answered', true, false],
    ['archived', true, false],
  ]);
});

it('reads the id in a subject', () => {
  const id = '0b0e7f6e-5d7c-4d0e-9c55-0a2f0b7d3b11';
  for (const subject of [`proposal:${id}`, `comment:${id}`]) {
    assert.ok(isSubject(subject), subject);
    assert.equal(idIn(subject), id);
  }
  assert.equal(idIn(id), id);
  for (const other of [id, `vote:${id}`, `proposal:${id.toUpperCase()}`, `proposal:${id} `, 'proposal:']) {
    assert.equal(isSubject(other), false, other);
  }
});
