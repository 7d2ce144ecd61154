import * as z from 'zod/mini';
import { answerPayload } from './answer.js';
import { instant, slug } from './text.js';

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
]);

/** What the backend says once a contribution is committed. The same for every replay of the same content. */
export const receipt = z.object({
  id: z.uuid(),
  consultation: slug,
  /** Lower-case hexadecimal SHA-256 of the contribution's canonical JSON (`canonicalJson`), in UTF-8. */
  contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  receivedAt: instant,
  /** Arrived after closing, within the days of grace. */
  late: z.boolean(),
  /** Private: reads, corrects or withdraws the contribution. Four groups of four, Crockford's base 32. */
  code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)),
});

/** What a receipt code reads back. */
export const retrieved = z.object({ contribution, receipt });

/** Participants of a consultation: one an answer that is neither withdrawn nor replaced, late ones included. */
export const counts = z.object({ participants: z.int().check(z.gte(0)) });

export type Contribution = z.infer<typeof contribution>;
export type ContributionKind = Contribution['kind'];
export type Receipt = z.infer<typeof receipt>;
export type Retrieved = z.infer<typeof retrieved>;
export type Counts = z.infer<typeof counts>;
