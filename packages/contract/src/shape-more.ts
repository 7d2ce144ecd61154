// The shapes that definitions and tallies take besides: a page that only sends does without.
import { a, dated, record, type Shape } from './shape.js';

export const any: Shape = (value) => value;
export const number = a('number', Number.isFinite);
export const day = dated('date', /^\d{4}-\d\d-\d\d$/);
export const oneOf = (...words: readonly unknown[]) =>
  a(words.join(' or '), (value) => words.includes(value));

export const orNull =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? null : shape(value, at);

/** One of several objects, by what its member `tag` says. */
export const kinds =
  (tag: string, members: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    const kind = at.part(
      tag,
      oneOf(...Object.keys(members)),
      (record(value, at) as Record<string, unknown>)[tag],
    ) as string;
    return { [tag]: kind, ...(members[kind]?.(value, at) as object) };
  };

/** One of several objects, by the first of these members that it has. */
export const having =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    const given = record(value, at) as Record<string, unknown>;
    const found = Object.entries(members).find(([key]) => given[key] !== undefined);
    return found ? found[1](value, at) : at.fail(`${Object.keys(members).join(' or ')} expected`);
  };
