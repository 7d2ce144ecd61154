/** What `npm run shapes` writes and a test compares: the tables by which a device reads, made from the schemas. */
import * as z from 'zod/mini';
import { retrieved } from './contribution.js';
import { counts } from './counts.js';
import { problem } from './problem.js';
import { publishedConsultation } from './published.js';
import { condition, questionnaire } from './questionnaire.js';
import { receipt } from './receipt.js';
import { results } from './results.js';
import type { Shape } from './shape.js';

/** What is read on a device by a table, by the table's name. */
export const READ_BY_TABLE: Readonly<Record<string, z.core.$ZodType>> = {
  published: publishedConsultation,
  questionnaire,
  retrieved,
  results,
};

/** Every thing that is read on a device. */
export const READ_ON_THE_DEVICE: Readonly<Record<string, z.core.$ZodType>> = {
  ...READ_BY_TABLE,
  receipt,
  counts,
  problem,
};

type Json = z.core.JSONSchema.BaseSchema;

/**
 * The table of a schema. Parts that stand in it twice are told twice: a compressor does without names for them, and
 * only what holds itself needs one.
 * @throws Error when the schema says something that the device's reader does not know
 */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const names = z.registry<{ id: string }>().add(condition, { id: 'condition' });
  const { $defs, ...root } = z.toJSONSchema(schema, { io: 'input', metadata: names });
  if (!$defs) return shortened(root);
  const defs = Object.entries($defs).map(([name, part]) => [name, shortened(part)] as const);
  return { ...shortened(root), defs: Object.fromEntries(defs) };
}

function shortened(schema: Json): Shape {
  const {
    // Neither is the device's business, nor is the name a second time.
    $schema: _dialect,
    id: _name,
    additionalProperties: _others,
    format,
    type,
    const: only,
    enum: several,
    pattern,
    minimum,
    maximum,
    minItems,
    maxItems,
    // A text that is too long is shown as it is: an operator's to mend.
    maxLength: _length,
    items,
    properties,
    required = [],
    anyOf,
    oneOf = anyOf,
    $ref,
    default: preset,
    ...unknown
  } = schema;
  refuse(Object.keys(unknown));
  if (format !== undefined && pattern === undefined) refuse([format]);
  const shape: Shape = {};
  if (Array.isArray(type)) return unionOf(type.map((one) => ({ ...schema, type: one })));
  if (oneOf) return unionOf(oneOf);
  if ($ref !== undefined) shape.ref = $ref.replace('#/$defs/', '');
  else if (type === undefined && only === undefined) shape.type = 'any';
  else if (type === 'null' || type === 'boolean' || type === 'number' || type === 'integer')
    shape.type = type;
  else if (format === 'date' || format === 'date-time') shape.type = format;
  const strings = only === undefined ? several : [only];
  if (strings) shape.enum = strings.map((value) => (typeof value === 'string' ? value : refuse(['enum'])));
  // A date has a type of its own; of ids the device reads one, and compares it with the one that it made.
  if (pattern !== undefined && (format === undefined || format === 'regex'))
    shape.pattern = new RegExp(pattern);
  // That an integer is a safe one is said by its type.
  const min = minimum === Number.MIN_SAFE_INTEGER ? undefined : (minimum ?? minItems);
  const max = maximum === Number.MAX_SAFE_INTEGER ? undefined : (maximum ?? maxItems);
  if (min !== undefined) shape.min = min;
  if (max !== undefined) shape.max = max;
  if (items) shape.items = shortened(items as Json);
  if (properties) shape.properties = propertiesOf(properties as Record<string, Json>, required);
  if (preset !== undefined) shape.default = preset;
  return shape;
}

/** A union in a union is one. Null comes first, because an issue is about the last member. */
function unionOf(schemas: Json[]): Shape {
  const members = schemas.map(shortened).flatMap((shape) => shape.anyOf ?? [shape]);
  return { anyOf: members.sort((a, b) => Number(b.type === 'null') - Number(a.type === 'null')) };
}

/** What tells a union's members apart comes first, so that an issue is about it. */
function propertiesOf(properties: Record<string, Json>, required: readonly string[]): Record<string, Shape> {
  const entries = Object.entries(properties).map(
    ([key, part]) => [required.includes(key) ? key : `${key}?`, shortened(part)] as const,
  );
  return Object.fromEntries([...entries.filter(([, { enum: tag }]) => tag?.length === 1), ...entries]);
}

function refuse(keywords: readonly string[]): never | string {
  if (keywords.length === 0) return '';
  throw new Error(`the device's reader (shape.ts) does not know: ${keywords.join(', ')}`);
}

/** The module of a table, not yet formatted. */
export function moduleOf(name: string, schema: z.core.$ZodType): string {
  return `// Made from the schemas by \`npm run shapes\`: change those, not this. What reads it is \`../shape.ts\`.
import type { Shape } from '../shape.js';

export const ${name}Shape: Shape = ${sourceOf(shapeOf(schema))};
`;
}

/** A table as the text of a program; a pattern stands in it as such, so that it is compiled once. */
export function sourceOf(part: unknown): string {
  if (Array.isArray(part)) return `[${part.map(sourceOf).join(', ')}]`;
  if (typeof part !== 'object' || part === null) return JSON.stringify(part);
  if (part instanceof RegExp) return String(part);
  const entries = Object.entries(part).map(([key, inner]) => `${JSON.stringify(key)}: ${sourceOf(inner)}`);
  return `{ ${entries.join(', ')} }`;
}
