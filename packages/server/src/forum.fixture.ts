import assert from 'node:assert/strict';
import {
  parseProposalPage,
  type ProposalPage,
  type ProposalPayload,
  type Receipt,
} from '@cnr-widgets/contract';
import type { TestApp } from './app.fixture.js';
import { DURING } from './definition.fixture.js';
import { asking, proposal, support } from './proposal.fixture.js';
import { importConsultation } from './publishing.js';

let made = 0;

/** A consultation of its own that asks for proposals, and what citizens do there. */
export async function openForum(
  t: TestApp,
  rules: Parameters<typeof asking>[1] = {},
  changes: Parameters<typeof asking>[2] = {},
) {
  made += 1;
  const id = `forum-${made}`;
  await importConsultation(t.db, asking(id, rules, changes), DURING);
  return {
    id,
    /** @param at what time it is from then on */
    deposit: async (payload: Partial<ProposalPayload> = {}, at?: Date): Promise<string> => {
      if (at) t.clock.now = at;
      const sent = proposal(payload, { consultation: id });
      const { status, text } = await t.put(sent);
      assert.equal(status, 201, text);
      return sent.id;
    },
    read: async (query = ''): Promise<ProposalPage> => {
      const { status, text, headers } = await t.call('GET', `/v1/consultations/${id}/proposals${query}`);
      assert.equal(status, 200, text);
      assert.equal(headers.get('cache-control'), 'public, max-age=5');
      return parseProposalPage(JSON.parse(text));
    },
    /** What is asked in a body: it tells of one person. */
    ask: async (path: string, body: unknown): Promise<ProposalPage> => {
      const { status, text, headers } = await t.post(`/v1/consultations/${id}/proposals/${path}`, body);
      assert.equal(status, 200, text);
      assert.equal(headers.get('cache-control'), 'no-store');
      return parseProposalPage(JSON.parse(text));
    },
    /** So many people at once. */
    supported: async (proposalId: string, times: number): Promise<Receipt[]> => {
      const sent = Array.from({ length: times }, () => support(proposalId, {}, { consultation: id }));
      const replies = await Promise.all(sent.map((one) => t.put(one)));
      assert.ok(replies.every(({ status }) => status === 201));
      return replies.map(({ receipt }) => receipt());
    },
  };
}
