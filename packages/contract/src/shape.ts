import { ContractError } from './contract-error.js';
import { isInstant } from './members.js';

/**
 * What a device checks of a schema: JSON Schema, abbreviated. The tables in `shapes/` are made from the zod schemas
 * (`npm run shapes`), because a citizen's phone would otherwise fetch 10 kB of zod for them.
 */
export interface Shape {
  /** Default: `object` with `properties`, `array` with `items`, else `string`. `integer` is a safe one. */
  type?: 'any' | 'null' | 'boolean' | 'number' | 'integer' | 'date' | 'date-time';
  /** Strings. One of one tells the members of a union apart. */
  enum?: readonly string[];
  pattern?: RegExp;
  /** Inclusive bounds of a number, of the number of items. */
  min?: number;
  max?: number;
  items?: Shape;
  /** A key that ends in `?` may be absent. Others than these are dropped: a newer backend may serve more. */
  properties?: Readonly<Record<string, Shape>>;
  anyOf?: readonly Shape[];
  /** The name of one of the root's `defs`: for what holds itself. */
  ref?: string;
  defs?: Readonly<Record<string, Shape>>;
  default?: unknown;
}

/** Deeper than any definition that makes sense, and far from what a call stack bears. In keys and places. */
const DEEPEST = 100;

/**
 * A copy of `value` as `shape` says, defaults filled in. Linear in its size.
 * @param what what it should be, as a developer calls it
 * @throws ContractError with the first thing that is wrong
 */
export function readAs(shape: Shape, what: string, value: unknown): unknown {
  const path: (string | number)[] = [];
  const fail = (message: string): never => {
    throw new ContractError(what, [{ path, message }]);
  };
  const readAt = (key: string | number, part: Shape, inner: unknown): unknown => {
    if (path.push(key) > DEEPEST) fail('too deep');
    const copy = inner === undefined ? fail('missing') : read(part, inner);
    path.pop();
    return copy;
  };
  const read = (part: Shape, given: unknown): unknown => {
    const { ref, anyOf, pattern, items, properties, min = -Infinity, max = Infinity } = part;
    if (ref) return read(shape.defs?.[ref] ?? fail(ref), given);
    // When none is meant, the last one says what is missing.
    if (anyOf) return read(anyOf.find((member) => isMeant(member, given)) ?? anyOf.at(-1) ?? {}, given);
    const type = typeOf(part);
    if (!isA(type, given)) fail(`${type} expected`);
    const size = typeof given === 'number' ? given : ((given as unknown[] | null)?.length ?? 0);
    if (size < min) fail(`less than ${min}`);
    if (size > max) fail(`more than ${max}`);
    if (part.enum?.includes(given as string) === false) fail('not one of ' + part.enum.join(', '));
    if (pattern?.test(given as string) === false) fail('not as ' + pattern.source);
    if (items) return Array.from(given as unknown[], (item, place) => readAt(place, items, item));
    if (!properties) return given;
    const copy: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(properties)) {
      const key = name.replace('?', '');
      const inner = (given as Record<string, unknown>)[key];
      const known = inner === undefined ? property.default : inner;
      if (known !== undefined || key === name) copy[key] = readAt(key, property, known);
    }
    return copy;
  };
  return read(shape, value);
}

const typeOf = ({ type, properties, items }: Shape): string =>
  type ?? (properties ? 'object' : items ? 'array' : 'string');

function isA(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return Number.isFinite(value);
  if (type === 'date-time') return isInstant(value);
  if (type === 'date') return typeof value === 'string' && isInstant(`${value}T00:00:00Z`);
  const own = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return type === own || type === 'any';
}

/** Whether a union's member is the one that its tag, or without a tag its keys, say. What fits is always meant. */
function isMeant(member: Shape, value: unknown): boolean {
  if (!isA(typeOf(member), value)) return false;
  const needed = Object.entries(member.properties ?? {}).filter(([name]) => !name.endsWith('?'));
  const tags = needed.filter(([, property]) => property.enum?.length === 1);
  return (tags.length > 0 ? tags : needed).every(([key, property]) => {
    const inner = (value as Record<string, unknown>)[key];
    return inner !== undefined && property.enum?.includes(inner as string) !== false;
  });
}
