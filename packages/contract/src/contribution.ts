import * as z from 'zod/mini';
import { answerPayload } from './answer.js';
import { instant } from './instant.js';
import { registrationPayload } from './meeting.js';
import { commentPayload, proposalPayload, reportPayload, standing, supportPayload } from './proposal.js';
import { receipt } from './receipt.js';
import { SUBJECT } from './subject.js';
import { slug } from './text.js';

const envelope = {
  /** Made by the device, and stored there, before the first byte leaves it. */
  id: z.uuid(),
  consultation: slug,
  /** The version of the definition that was answered. */
  definitionVersion: z.int().check(z.gte(1)),
  /** When the citizen finished, by the device's clock. */
  createdAt: instant,
};

/** Everything a citizen sends that may wait on the device. A new kind adds a member here. */
export const contribution = z.discriminatedUnion('kind', [
  z.strictObject({ ...envelope, kind: z.literal('answer'), payload: answerPayload }),
  z.strictObject({ ...envelope, kind: z.literal('support'), payload: supportPayload }),
  z.strictObject({ ...envelope, kind: z.literal('proposal'), payload: proposalPayload }),
  z.strictObject({ ...envelope, kind: z.literal('comment'), payload: commentPayload }),
  z.strictObject({ ...envelope, kind: z.literal('report'), payload: reportPayload }),
  z.strictObject({ ...envelope, kind: z.literal('registration'), payload: registrationPayload }),
]);

/**
 * What a receipt code reads back; of what is moderated also its `standing`, and as `subject` what it is known by, the
 * same through every correction: `proposal:<uuid>` or `comment:<uuid>`.
 */
export const retrieved = z.object({
  contribution,
  receipt,
  subject: z.optional(z.string().check(z.regex(SUBJECT))),
  standing: z.optional(standing),
});

export type Contribution = z.infer<typeof contribution>;
export type ContributionKind = Contribution['kind'];
/** A contribution of one kind. */
export type ContributionOf<Kind extends ContributionKind> = Extract<Contribution, { kind: Kind }>;
export type Retrieved = z.infer<typeof retrieved>;
