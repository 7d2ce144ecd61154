import * as z from 'zod/mini';
import { described, notice } from './published.js';
import { questionnaire } from './questionnaire.js';
import { instant, storableText } from './text.js';

/** An origin as in RFC 6454: scheme, host and port, no path. */
const origin = z
  .string()
  .check(
    z.maxLength(300),
    z.regex(/^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d{1,5})?$/),
  );

/**
 * What the operator writes. The shape alone: `checkConsultation` says what else must hold before it can open.
 * A draft may still lack dates, notice and origins.
 */
export const consultation = z.strictObject({
  ...described,
  $schema: z.optional(storableText(500)),
  draft: z._default(z.boolean(), false),
  opensAt: z.optional(instant),
  closesAt: z.optional(instant),
  notice: z.optional(notice),
  /** Host sites allowed to embed it. The backend's own origin always is. */
  origins: z.optional(z.array(origin).check(z.maxLength(200))),
  questionnaire,
});

export type Consultation = z.infer<typeof consultation>;
