import * as z from 'zod/mini';
import { MAX_OTHER, MAX_TEXT } from './limits.js';
import { typedReceiptCode } from './receipt.js';
import { localId, storableText } from './text.js';

const ids = z.array(localId).check(z.minLength(1), z.maxLength(200));

/** What was answered to one question; its `kind` is the question's. */
export const answerValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), choice: localId, other: z.optional(storableText(MAX_OTHER)) }),
  z.strictObject({ kind: z.literal('multiple'), choices: ids, other: z.optional(storableText(MAX_OTHER)) }),
  z.strictObject({ kind: z.literal('text'), text: storableText(MAX_TEXT) }),
  /** One entry a field, in order; an empty string for a field left empty. */
  z.strictObject({
    kind: z.literal('texts'),
    texts: z.array(storableText(MAX_TEXT)).check(z.minLength(1), z.maxLength(5)),
  }),
  z.strictObject({ kind: z.literal('scale'), value: z.int() }),
  /** Choice ids, most preferred first. */
  z.strictObject({ kind: z.literal('ranking'), order: ids }),
  z.strictObject({
    kind: z.literal('matrix'),
    rows: z.array(z.strictObject({ row: localId, column: localId })).check(z.minLength(1), z.maxLength(50)),
  }),
  z.strictObject({ kind: z.literal('number'), value: z.number() }),
  z.strictObject({ kind: z.literal('date'), date: z.iso.date() }),
  /** INSEE code of the département or overseas collectivity; the postal code only where it was asked. */
  z.strictObject({
    kind: z.literal('territory'),
    departement: z.string().check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/)),
    postalCode: z.optional(z.string().check(z.regex(/^\d{5}$/))),
  }),
]);

/**
 * One question of an answer: `value` is null when the question was seen and left empty. A question that was
 * never shown is absent, so that results have the right denominator.
 */
const answered = z.strictObject({ question: localId, value: z.nullable(answerValue) });

export const profile = z.strictObject({
  as: z.optional(z.enum(['individual', 'elected', 'association'])),
  departement: z.optional(z.string().check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/))),
});

/** What an answer carries, questions in the order in which they were shown. */
export const answerPayload = z.strictObject({
  answers: z.array(answered).check(z.minLength(1), z.maxLength(500)),
  profile: z.optional(profile),
  /** The receipt code of the answer that this one replaces. */
  replaces: z.optional(typedReceiptCode),
});

export type AnswerValue = z.infer<typeof answerValue>;
export type Profile = z.infer<typeof profile>;
export type AnswerPayload = z.infer<typeof answerPayload>;

/** Answers by question id, while they are being given: null is "seen and left empty". */
export type Answers = ReadonlyMap<string, AnswerValue | null>;
