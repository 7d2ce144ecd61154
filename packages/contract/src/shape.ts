import { ContractError } from './contract-error.js';

/**
 * Reads one part of what arrived: returns a copy, or says what is wrong. Shapes are what a device has of a schema; the
 * large ones in `shapes/` are made from the zod schemas (`npm run shapes`), because a citizen's phone would otherwise
 * fetch 10 kB of zod for them.
 */
export type Shape = (value: unknown, at: Place) => unknown;

/** How far reading has come. */
interface Place {
  readonly fail: (message: string) => never;
  readonly part: (key: string | number, shape: Shape, value: unknown) => unknown;
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
  const at: Place = {
    fail(message) {
      throw new ContractError(what, [{ path, message }]);
    },
    part(key, inner, given) {
      if (path.push(key) > DEEPEST) at.fail('too deep');
      const copy = given === undefined ? at.fail('missing') : inner(given, at);
      path.pop();
      return copy;
    },
  };
  return shape(value, at);
}

export const a =
  (what: string, fits: (value: unknown) => boolean): Shape =>
  (value, at) =>
    fits(value) ? value : at.fail(`${what} expected`);

export const text = a('string', (value) => typeof value === 'string');
export const flag = a('boolean', (value) => typeof value === 'boolean');

export const like = (pattern: RegExp) =>
  a(`${pattern}`, (value) => typeof value === 'string' && pattern.test(value));

/** A date, and time where the pattern says so. As strict as showing it takes: a month's days are for the schema to count. */
export const dated = (what: string, pattern: RegExp) =>
  a(what, (value) => typeof value === 'string' && pattern.test(value) && Date.parse(value) > -Infinity);

export const instant = dated('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);

/** Bounds are inclusive. */
export const integer = (min = -Infinity, max = Infinity) =>
  a(
    `integer from ${min} to ${max}`,
    (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
  );

export const list =
  (item: Shape, min = 0, max = Infinity): Shape =>
  (value, at) =>
    Array.isArray(value) && value.length >= min && value.length <= max
      ? Array.from(value, (one, place) => at.part(place, item, one))
      : at.fail(`list of ${min} to ${max} expected`);

export const record = a('object', (value) => typeof value === 'object' && !!value && !Array.isArray(value));

/**
 * A key that ends in `?` may be absent. Other members than these are dropped: a newer backend may serve more.
 * @param presets what stands for a member that is absent
 */
export const object =
  (members: Readonly<Record<string, Shape>>, presets: Readonly<Record<string, unknown>> = {}): Shape =>
  (value, at) => {
    const given = record(value, at) as Record<string, unknown>;
    const copy: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(members)) {
      const key = name.replace('?', '');
      const known = given[key] === undefined ? presets[key] : given[key];
      if (known !== undefined || key === name) copy[key] = at.part(key, shape, known);
    }
    return copy;
  };
