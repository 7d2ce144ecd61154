import { ContractError } from './contract-error.js';

/**
 * A copy of an object by a check a member, other members dropped. A key that ends in `?` may be absent. For the few
 * small things that a page needs which only sends: it does without the tables and their reader (`shape.ts`).
 * @param what what it should be, as a developer calls it
 * @throws ContractError with the first member that does not fit
 */
export function readMembers(
  what: string,
  value: unknown,
  checks: Readonly<Record<string, (member: unknown) => boolean>>,
): unknown {
  const copy: Record<string, unknown> = {};
  for (const [name, fits] of Object.entries(checks)) {
    const key = name.replace('?', '');
    const member = (value as Record<string, unknown> | null | undefined)?.[key];
    if (member === undefined && key !== name) continue;
    if (!fits(member)) throw new ContractError(what, [{ path: [key], message: 'missing or wrong' }]);
    copy[key] = member;
  }
  return copy;
}

export const isText = (member: unknown): boolean => isLike(/^/)(member);

/** 0, 1, 2… */
export const isCount = (member: unknown): boolean => Number.isSafeInteger(member) && (member as number) >= 0;

export const isLike =
  (pattern: RegExp) =>
  (member: unknown): boolean =>
    typeof member === 'string' && pattern.test(member);

/** A date and time, as strictly as showing it takes: a month's days are for the schema to count. */
export const isInstant = (member: unknown): boolean =>
  isLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)(member) &&
  Date.parse(member as string) > -Infinity;
