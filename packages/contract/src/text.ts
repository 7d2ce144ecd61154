import * as z from 'zod/mini';

/**
 * Text that every store on the road can hold. U+0000 and lone surrogates are refused: PostgreSQL stores
 * neither, and a replacement in silence would break "same content, same hash". RFC 8785 refuses the latter too.
 */
export const storableText = (maxLength: number) =>
  z.string().check(
    z.maxLength(maxLength),
    z.refine((value) => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value), {
      error: 'unstorable-text',
    }),
  );

/** A sentence or a label that somebody wrote: not blank. */
export const writtenText = (maxLength: number) =>
  storableText(maxLength).check(z.refine((value) => value.trim() !== '', { error: 'blank-text' }));

/** The id of a question, choice, row or column: what an operator types once and refers to afterwards. */
export const localId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));

/** The id of a consultation: a slug, because it stands in addresses. */
export const slug = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** An `https:` address (`http:` on the reader's own machine, for trying things out). */
export const httpsUrl = z.string().check(
  z.maxLength(2000),
  // A pattern, so that a device checks it as well (`shapes/`): elements make links of these.
  z.regex(/^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/, {
    error: 'not-an-https-url',
  }),
);
