import * as z from 'zod/mini';
import { MAX_TEXT } from './limits.js';
import { httpsUrl, localId, storableText, writtenText } from './text.js';

/** A choice of `single`, `multiple` or `ranking`. */
const choice = z.strictObject({
  id: localId,
  label: writtenText(500),
  /** Opens a text field ("Autre, précisez"). `single` and `multiple` only; one a question. */
  other: z.optional(z.boolean()),
  /** Clears every other choice ("Aucune de ces réponses"). `multiple` only. */
  exclusive: z.optional(z.boolean()),
  /** Id of a later question, or `end`. `single` only. */
  next: z.optional(localId),
});

/** A condition on earlier answers. A question that is not on the path counts as unanswered. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  /** One of these choices is chosen (`single`, `multiple`), is the answer's département (`territory`). */
  | { question: string; includes: string[] }
  | { question: string; answered: boolean }
  /** `scale` and `number`; bounds are inclusive. */
  | { question: string; atLeast?: number | undefined; atMost?: number | undefined };

export const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).check(z.minLength(1), z.maxLength(20)) }),
    z.strictObject({ any: z.array(condition).check(z.minLength(1), z.maxLength(20)) }),
    z.strictObject({ not: condition }),
    z.strictObject({ question: localId, includes: z.array(localId).check(z.minLength(1), z.maxLength(200)) }),
    z.strictObject({ question: localId, answered: z.boolean() }),
    z.strictObject({ question: localId, atLeast: z.optional(z.number()), atMost: z.optional(z.number()) }),
  ]),
);

const common = {
  id: localId,
  title: writtenText(1000),
  help: z.optional(writtenText(2000)),
  /** Default false: a citizen may leave any question empty unless the operator says otherwise. */
  required: z.optional(z.boolean()),
  showIf: z.optional(condition),
  /** Id of a later question, or `end`; default: the question below this one. */
  next: z.optional(localId),
};

const choices = z.array(choice).check(z.minLength(2), z.maxLength(200));
const count = z.int().check(z.gte(1), z.lte(200));
const line = z.strictObject({ id: localId, label: writtenText(500) });

export const singleQuestion = z.strictObject({ ...common, kind: z.literal('single'), choices });

export const multipleQuestion = z.strictObject({
  ...common,
  kind: z.literal('multiple'),
  choices,
  /** Fewest and most choices of an answer that is given. */
  min: z.optional(count),
  max: z.optional(count),
});

export const textQuestion = z.strictObject({
  ...common,
  kind: z.literal('text'),
  /** A field of several lines. */
  long: z.optional(z.boolean()),
  /** In UTF-16 code units, as an input's own `maxlength` counts; default 500, or 5000 when `long`. */
  maxLength: z.optional(z.int().check(z.gte(1), z.lte(MAX_TEXT))),
});

export const textsQuestion = z.strictObject({
  ...common,
  kind: z.literal('texts'),
  /** How many fields. */
  count: z.int().check(z.gte(1), z.lte(5)),
  /** Of each field; default 200. */
  maxLength: z.optional(z.int().check(z.gte(1), z.lte(MAX_TEXT))),
});

export const scaleQuestion = z.strictObject({
  ...common,
  kind: z.literal('scale'),
  min: z.int().check(z.gte(-100), z.lte(100)),
  max: z.int().check(z.gte(-100), z.lte(100)),
  minLabel: z.optional(writtenText(100)),
  maxLabel: z.optional(writtenText(100)),
  /** A label for each point, lowest first (a Likert scale): `max - min + 1` of them. */
  labels: z.optional(z.array(writtenText(100))),
});

export const rankingQuestion = z.strictObject({
  ...common,
  kind: z.literal('ranking'),
  choices,
  /** Fewest and most choices to put in order; default: any number up to all. */
  min: z.optional(count),
  max: z.optional(count),
});

/** One column for each row. A required matrix wants every row. */
export const matrixQuestion = z.strictObject({
  ...common,
  kind: z.literal('matrix'),
  rows: z.array(line).check(z.minLength(1), z.maxLength(50)),
  columns: z.array(line).check(z.minLength(2), z.maxLength(11)),
});

export const numberQuestion = z.strictObject({
  ...common,
  kind: z.literal('number'),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  /** Default false: decimals are accepted. */
  integer: z.optional(z.boolean()),
  unit: z.optional(writtenText(30)),
});

export const dateQuestion = z.strictObject({
  ...common,
  kind: z.literal('date'),
  /** ISO 8601 calendar dates, inclusive. */
  min: z.optional(z.iso.date()),
  max: z.optional(z.iso.date()),
});

/** A département, or a postal code from which the département follows. Never a finer address. */
export const territoryQuestion = z.strictObject({
  ...common,
  kind: z.literal('territory'),
  ask: z.enum(['departement', 'postal-code']),
});

/** A chapter: it asks nothing and starts a new page where the questionnaire is shown by chapter. */
export const infoItem = z.strictObject({
  id: localId,
  kind: z.literal('info'),
  title: writtenText(1000),
  /** Markdown subset: paragraphs, lists, emphasis, links. */
  text: z.optional(writtenText(10_000)),
  /** `alt` is empty for a decoration; `width` and `height` in px keep the room while it loads. */
  image: z.optional(
    z.strictObject({
      src: httpsUrl,
      alt: z.optional(storableText(500)),
      width: z.optional(z.int().check(z.gte(1))),
      height: z.optional(z.int().check(z.gte(1))),
    }),
  ),
  video: z.optional(
    z.strictObject({
      src: httpsUrl,
      /** The video's words, and what is seen when it matters. */
      transcript: z.optional(writtenText(50_000)),
      captions: z.optional(httpsUrl),
      poster: z.optional(httpsUrl),
    }),
  ),
  showIf: z.optional(condition),
  next: z.optional(localId),
});

export const item = z.discriminatedUnion('kind', [
  singleQuestion,
  multipleQuestion,
  textQuestion,
  textsQuestion,
  scaleQuestion,
  rankingQuestion,
  matrixQuestion,
  numberQuestion,
  dateQuestion,
  territoryQuestion,
  infoItem,
]);

export const questionnaire = z.strictObject({
  /** What one page shows: one question (default), or one chapter. */
  pageBy: z.optional(z.enum(['question', 'chapter'])),
  /** Offers the optional profile (who answers, in which département). Default false. */
  profile: z.optional(z.boolean()),
  items: z.array(item).check(z.minLength(1), z.maxLength(500)),
});

export type Choice = z.infer<typeof choice>;
export type SingleQuestion = z.infer<typeof singleQuestion>;
export type MultipleQuestion = z.infer<typeof multipleQuestion>;
export type TextQuestion = z.infer<typeof textQuestion>;
export type TextsQuestion = z.infer<typeof textsQuestion>;
export type ScaleQuestion = z.infer<typeof scaleQuestion>;
export type RankingQuestion = z.infer<typeof rankingQuestion>;
export type MatrixQuestion = z.infer<typeof matrixQuestion>;
export type NumberQuestion = z.infer<typeof numberQuestion>;
export type DateQuestion = z.infer<typeof dateQuestion>;
export type TerritoryQuestion = z.infer<typeof territoryQuestion>;
export type InfoItem = z.infer<typeof infoItem>;
export type Item = z.infer<typeof item>;
export type Question = Exclude<Item, InfoItem>;
export type Questionnaire = z.infer<typeof questionnaire>;
