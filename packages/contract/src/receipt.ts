import * as z from 'zod/mini';
import { instant } from './instant.js';
import { slug, storableText } from './text.js';

/** A receipt code as somebody typed it: which one it is, if any, is the backend's to say. */
export const typedReceiptCode = storableText(40);

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

export type Receipt = z.infer<typeof receipt>;
