/** What `npm run shapes` writes and a test compares: the tables by which a device reads, made from the schemas. */
import * as z from 'zod/mini';
import { retrieved } from './contribution.js';
import { foundPlaces } from './commune.js';
import { counts } from './counts.js';
import { problem } from './problem.js';
import { challenge } from './challenge.js';
import { meetingDetails, meetingList, registrationDetails } from './meeting.js';
import { publishedMeetingRules } from './meeting-rules.js';
import { commentPage, proposal, proposalPage, supportCounts } from './proposal.js';
import { publishedProposalRules } from './proposal-rules.js';
import { publishedConsultation } from './published.js';
import { condition, questionnaire } from './questionnaire.js';
import { receipt } from './receipt.js';
import { results } from './results.js';
import { httpsUrl, localId } from './text.js';

/** Every thing that is read on a device, by the name of its shape. */
export const READ_ON_THE_DEVICE: Readonly<Record<string, z.core.$ZodType>> = {
  published: publishedConsultation,
  questionnaire,
  receipt,
  retrieved,
  counts,
  results,
  problem,
  proposalRules: publishedProposalRules,
  proposalPage,
  proposal,
  commentPage,
  supportCounts,
  challenge,
  meetingRules: publishedMeetingRules,
  meetingList,
  meetingDetails,
  registrationDetails,
  foundPlaces,
};

type Json = z.core.JSONSchema.BaseSchema;

/** What stands in many places, or in itself, has a name in the program. */
const NAMED = { id: localId, address: httpsUrl, condition };

/**
 * The shape of a schema, as the text of a program. Other parts that stand in it twice are told twice: a compressor
 * does without names for them.
 * @throws Error when the schema says something that the device's reader does not know
 */
function programOf(name: string, schema: z.core.$ZodType): string {
  const names = z.registry<{ id: string }>();
  for (const [id, part] of Object.entries(NAMED)) names.add(part, { id });
  const { $defs = {}, ...root } = z.toJSONSchema(schema, { io: 'input', metadata: names });
  const named = Object.keys(NAMED).flatMap((id) => {
    const part = $defs[id];
    // Within itself a name is not there yet.
    return part
      ? `const ${id}: Shape = ${shapeOf(part).replaceAll(`:${id}:`, `(value, at) => ${id}(value, at)`)};\n`
      : [];
  });
  return [...named, `export const ${name}Shape: Shape = ${shapeOf(root)};`]
    .join('\n')
    .replace(/:(\w+):/g, '$1');
}

function shapeOf(schema: Json): string {
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
    // Filled in by the object that it is missing from.
    default: _preset,
    ...unknown
  } = schema;
  if (Object.keys(unknown).length > 0) refuse(Object.keys(unknown));
  if (format !== undefined && pattern === undefined) refuse([format]);
  if (Array.isArray(type)) return unionOf(type.map((one) => ({ ...schema, type: one })));
  if (oneOf) return unionOf(oneOf);
  if ($ref !== undefined) return `:${$ref.replace('#/$defs/', '')}:`;
  const words = only === undefined ? several : [only];
  if (words)
    return call(
      'oneOf',
      words.map((word) => (typeof word === 'string' ? quoted(word) : refuse(['enum']))),
    );
  if (properties) return objectOf(properties as Record<string, Json>, required);
  if (items) return call('list', [shapeOf(items as Json), ...bounds(minItems, maxItems)]);
  if (type === 'integer') return call('integer', bounds(minimum, maximum));
  if (type === 'number')
    return minimum === undefined && maximum === undefined ? 'number' : refuse(['minimum']);
  if (type === 'boolean') return 'flag';
  if (type === undefined) return 'any';
  if (type !== 'string') refuse([type]);
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'instant';
  // Of ids the device reads one, and compares it with the one that it made.
  return pattern !== undefined && (format === undefined || format === 'regex')
    ? call('like', [String(new RegExp(pattern))])
    : 'text';
}

const quoted = (word: unknown) => JSON.stringify(word);
const call = (name: string, values: readonly string[]) => `${name}(${values.join(', ')})`;
const record = (members: readonly string[]) => `{ ${members.join(', ')} }`;

/** That an integer is a safe one is said by its shape. */
function bounds(min: number | undefined, max: number | undefined): string[] {
  const [least, most] = [
    min === Number.MIN_SAFE_INTEGER ? undefined : min,
    max === Number.MAX_SAFE_INTEGER ? undefined : max,
  ];
  if (most !== undefined) return [String(least), String(most)];
  return least === undefined ? [] : [String(least)];
}

function objectOf(properties: Record<string, Json>, required: readonly string[], without?: string): string {
  const entries = Object.entries(properties).filter(([key]) => key !== without);
  const members = entries.map(
    ([key, part]) => `${quoted(required.includes(key) ? key : `${key}?`)}: ${shapeOf(part)}`,
  );
  const presets = entries
    .filter(([, part]) => part.default !== undefined)
    .map(([key, part]) => `${quoted(key)}: ${quoted(part.default)}`);
  return call('object', [record(members), ...(presets.length > 0 ? [record(presets)] : [])]);
}

/** A union in a union is one. */
function unionOf(schemas: Json[]): string {
  const members = schemas.flatMap((schema) => schema.anyOf ?? schema.oneOf ?? [schema]);
  const [first, ...others] = members.filter(({ type }) => type !== 'null');
  if (!first) return refuse(['null']);
  if (others.length < members.length - 1) return `orNull(${unionOf([first, ...others])})`;
  if (others.length === 0) return shapeOf(first);
  const objects = [first, ...others].map(({ properties, required = [] }) => ({
    properties: (properties ?? refuse(['anyOf'])) as Record<string, Json>,
    required,
  }));
  const tag = Object.keys(first.properties ?? {}).find((key) =>
    objects.every(({ properties: { [key]: part } }) => part?.const !== undefined || part?.enum),
  );
  if (tag !== undefined) {
    const cases = objects.flatMap(({ properties, required }) => {
      const { const: only, enum: words = [only] } = properties[tag] ?? {};
      return words.map((word) => `${quoted(word)}: ${objectOf(properties, required, tag)}`);
    });
    return call('kinds', [quoted(tag), record(cases)]);
  }
  const cases = objects.map(({ properties, required }, place) => {
    const later = objects.slice(place + 1).flatMap((other) => other.required);
    const own = required.find((key) => !later.includes(key)) ?? refuse(['anyOf']);
    return `${quoted(own)}: ${objectOf(properties, required)}`;
  });
  return call('having', [record(cases)]);
}

function refuse(keywords: readonly string[]): never {
  throw new Error(`the device's reader (shape.ts) does not know: ${keywords.join(', ')}`);
}

/** The module of a shape, not yet formatted. */
export function moduleOf(name: string, schema: z.core.$ZodType): string {
  const program = programOf(name, schema);
  const imported = (file: string, words: string) => {
    const used = words.split(' ').filter((word) => new RegExp(`[ (]${word}[,;( )]`).test(program));
    return used.length > 0 ? `import { ${used.join(', ')} } from '../${file}.js';\n` : '';
  };
  const basic = imported('shape', 'flag instant integer like list object text');
  const more = imported('shape-more', 'any day having kinds number oneOf orNull');
  return `// Made from the schemas by \`npm run shapes\`: change those, not this.
import type { Shape } from '../shape.js';
${basic}${more}
${program}
`;
}
