import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { challenge } from './challenge.js';
import { contribution } from './contribution.js';
import { MAX_COMMENT, MAX_NAME } from './limits.js';
import { officialAnswer, proposalPage } from './proposal.js';
import { proposalRules, publishedProposalRules } from './proposal-rules.js';
import { replacedBy } from './replaced-by.js';

const uuid = '0b0e7f6e-5d7c-4d0e-9c55-0a2f0b7d3b11';
const pseudonym = '5b0e7f6e-5d7c-4d0e-8c55-0a2f0b7d3b11';
const subject = `proposal:${uuid}`;
const envelope = {
  id: uuid,
  consultation: 'essai',
  definitionVersion: 1,
  createdAt: '2026-11-22T11:00:00+01:00',
};

const right = {
  support: { pseudonym, subject, on: true, revision: 1 },
  proposal: { pseudonym, title: 'Un mur', text: 'Haut.' },
  comment: { pseudonym, subject, text: 'Oui.' },
  report: { pseudonym, subject, reason: 'spam' },
};
type Kind = keyof typeof right;

const taken = (kind: string, payload: object) =>
  z.safeParse(contribution, { ...envelope, kind, payload }).success;

describe('what citizens send besides answers', () => {
  for (const [kind, payload] of Object.entries(right)) {
    it(`is taken as a ${kind}, and with nothing more in it than it has`, () => {
      assert.ok(taken(kind, payload));
      assert.equal(taken(kind, { ...payload, surplus: 1 }), false);
      for (const key of Object.keys(payload)) {
        const { [key]: _left, ...lacking } = payload as Record<string, unknown>;
        assert.equal(taken(kind, lacking), false, key);
        assert.equal(taken(kind, { ...payload, [key]: {} }), false, key);
      }
      assert.equal(taken(kind, { ...payload, pseudonym: 'moi' }), false);
      assert.equal(taken('vote', payload), false);
    });
  }

  const refused: [kind: Kind, what: string, change: object][] = [
    ['support', 'a comment', { subject: `comment:${uuid}` }],
    ['support', 'an id in capitals, which would be another subject', { subject: subject.toUpperCase() }],
    ['support', 'an id alone', { subject: uuid }],
    ['support', 'no press', { revision: 0 }],
    ['support', 'half a press', { revision: 1.5 }],
    ['support', 'neither on nor off', { on: 1 }],
    ['proposal', 'a blank title', { title: ' ' }],
    ['proposal', 'a title without end', { title: 'a'.repeat(201) }],
    ['proposal', 'a text without end', { text: 'a'.repeat(10_001) }],
    ['proposal', 'a text that no database stores', { text: 'a\u0000' }],
    ['proposal', 'a finer place than a département', { territory: '72181' }],
    ['proposal', 'a long name', { name: 'a'.repeat(MAX_NAME + 1) }],
    ['proposal', 'a theme that is a sentence', { theme: 'le sol' }],
    ['comment', 'a comment on a comment', { subject: `comment:${uuid}` }],
    ['comment', 'a long comment', { text: 'a'.repeat(MAX_COMMENT + 1) }],
    ['report', 'a reason of its own', { reason: 'je n’aime pas' }],
    ['report', 'a long explanation', { text: 'a'.repeat(501) }],
  ];
  for (const [kind, what, change] of refused) {
    it(`is refused: ${what} (${kind})`, () => {
      assert.equal(taken(kind, { ...right[kind], ...change }), false);
    });
  }

  it('may say more than it must', () => {
    assert.ok(
      taken('proposal', { ...right.proposal, theme: 'sol', territory: '2A', name: 'Ana', replaces: 'A' }),
    );
    assert.ok(taken('comment', { ...right.comment, name: 'a'.repeat(MAX_NAME), replaces: 'A' }));
    assert.ok(taken('report', { ...right.report, subject: `comment:${uuid}`, text: 'Publicité.' }));
  });

  it('names what it corrects, where a kind can be corrected', () => {
    const sent = (kind: Kind, more: object) =>
      z.parse(contribution, { ...envelope, kind, payload: { ...right[kind], ...more } });
    assert.equal(replacedBy(sent('proposal', { replaces: 'CODE' })), 'CODE');
    assert.equal(replacedBy(sent('comment', {})), undefined);
    assert.equal(replacedBy(sent('support', {})), undefined);
  });
});

describe('the rules of proposals', () => {
  it('have defaults for all but the moment of moderation', () => {
    const rules = z.parse(proposalRules, { moderation: 'after' });
    assert.deepEqual(rules, {
      ...{ asks: 'proposals', moderation: 'after', perWeek: 1, titleMaxLength: 120, textMaxLength: 2000 },
      ...{ comments: false, themes: [] },
    });
    assert.equal(z.safeParse(proposalRules, {}).success, false);
  });

  it('are read by an older element although a newer backend serves more', () => {
    const served = { moderation: 'before', themes: [{ id: 'sol', label: 'Le sol', icon: 'x' }], votes: 3 };
    assert.equal(z.safeParse(proposalRules, served).success, false);
    const { themes, ...rules } = z.parse(publishedProposalRules, served);
    assert.deepEqual([themes, 'votes' in rules], [[{ id: 'sol', label: 'Le sol' }], false]);
  });
});

describe('what everybody reads', () => {
  const summary = {
    ...{ id: uuid, title: 'Un mur', excerpt: 'Un mur', publishedOn: '2026-11-20', supports: 1, comments: 0 },
    status: 'published',
  };
  it('never holds what waits or was refused', () => {
    for (const status of ['published', 'selected', 'answered', 'archived']) {
      assert.ok(z.safeParse(proposalPage, { proposals: [{ ...summary, status }], total: 1 }).success, status);
    }
    for (const status of ['submitted', 'refused']) {
      assert.equal(
        z.safeParse(proposalPage, { proposals: [{ ...summary, status }], total: 1 }).success,
        false,
      );
    }
  });

  it('has a transcript with each video of an official answer', () => {
    const answer = { author: 'La maire', date: '2026-11-20' };
    const video = { src: 'https://a.example/v.mp4', transcript: 'Bonjour.' };
    assert.ok(z.safeParse(officialAnswer, { ...answer, video }).success);
    for (const wrong of [
      { src: video.src },
      { ...video, src: 'http://a.example/v.mp4' },
      { ...video, transcript: ' ' },
    ]) {
      assert.equal(z.safeParse(officialAnswer, { ...answer, video: wrong }).success, false);
    }
  });

  it('says of a proof of work how long it may take and when it may be left out', () => {
    const asked = { altcha: { parameters: {}, signature: 'a' }, most: 900, waitSeconds: 120 };
    assert.ok(z.safeParse(challenge, asked).success);
    for (const wrong of [{ most: -1 }, { waitSeconds: 1.5 }, { altcha: { parameters: {} } }]) {
      assert.equal(z.safeParse(challenge, { ...asked, ...wrong }).success, false);
    }
  });
});
