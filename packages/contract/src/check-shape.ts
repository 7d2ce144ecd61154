import type * as z from 'zod/mini';
import { quoted, type FaultCode, type FaultPath, type Report } from './fault.js';

/**
 * Tells each issue of a schema in the operator's words.
 * @param root what was read, from which the issues' paths start
 * @param base the path of `root` in the definition
 */
export function reportShape(
  issues: readonly z.core.$ZodIssue[],
  root: unknown,
  base: FaultPath,
  report: Report,
): void {
  for (const issue of issues) {
    const inner = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
    reportIssue(issue, [...base, ...inner], valueAt(root, inner), report);
  }
}

function reportIssue(issue: z.core.$ZodIssue, path: FaultPath, value: unknown, report: Report): void {
  const key = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const unknown of issue.keys) report('unknown-key', [...path, unknown], { key: unknown });
      return;
    case 'invalid_union':
      if (issue.discriminator !== undefined && issue.inclusive !== false) {
        if (value === undefined) return report('missing-key', path, { key });
        return report('unknown-value', path, { key, values: quoted((issue.options ?? []).map(String)) });
      }
      return reportCondition(issue, path, value, report);
    case 'custom':
      return report(wordOf(issue.message), path, { key });
    default:
  }
  if (value === undefined) return report('missing-key', path, { key });
  switch (issue.code) {
    case 'invalid_type':
      if (path.length === 0) return report('not-a-definition', path);
      return report('wrong-type', path, { key, expected: issue.expected });
    case 'invalid_value':
      return report('unknown-value', path, { key, values: quoted(issue.values.map(String)) });
    case 'too_big': {
      const max = String(issue.maximum);
      if (issue.origin === 'string') return report('text-too-long', path, { key, max });
      return report(issue.origin === 'array' ? 'too-many-items' : 'number-too-big', path, { key, max });
    }
    case 'too_small': {
      const min = String(issue.minimum);
      return report(issue.origin === 'array' ? 'too-few-items' : 'number-too-small', path, { key, min });
    }
    case 'invalid_format':
      if (issue.message === 'not-an-https-url') return report(issue.message, path, { key });
      return reportFormat(issue.format, path, value, report);
    default:
      return report('wrong-type', path, { key, expected: 'object' });
  }
}

function reportFormat(format: string, path: FaultPath, value: unknown, report: Report): void {
  if (format === 'datetime') return report('bad-instant', path);
  if (format === 'date') return report('bad-date', path);
  if (path[0] === 'id') return report('bad-slug', path);
  if (path[0] === 'origins') {
    const plain =
      typeof value === 'string' && /^http:(?!\/\/(localhost|127\.0\.0\.1|\[::1\])\b)/i.test(value);
    return report(plain ? 'origin-not-https' : 'bad-origin', path);
  }
  if (path[0] === 'territory') return report('unknown-territory', path, { code: String(value) });
  return report('bad-id', path);
}

/** Conditions are the contract's only union without a discriminator: their keys say which one was meant. */
function reportCondition(
  issue: z.core.$ZodIssueInvalidUnion,
  path: FaultPath,
  value: unknown,
  report: Report,
): void {
  const keys = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const place = ['all', 'any', 'not', 'includes', 'answered'].findIndex((key) => keys.has(key));
  const meant = issue.errors[place < 0 && keys.has('question') ? 5 : place];
  if (!meant || Array.isArray(value)) return report('invalid-condition', path);
  reportShape(meant, value, path, report);
}

function wordOf(message: string): FaultCode {
  return message === 'blank-text' ? message : 'unstorable-text';
}

/** The last key of a path with its place in a list, as an operator would say it: `choices[2]`. */
function nameOf(path: FaultPath): string {
  const last = path.at(-1) ?? '';
  return typeof last === 'number' ? `${path.at(-2) ?? ''}[${last}]` : last;
}

function valueAt(root: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}
