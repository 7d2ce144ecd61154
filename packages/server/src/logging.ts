import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { ProblemError } from './problems.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * One JSON object a line: `time` (ISO 8601, UTC), `level`, `event`, and what belongs to it. Nothing personal goes in:
 * no address, no body, no receipt code, no header of the caller, and of a path only its template.
 */
export type Log = (
  level: Exclude<LogLevel, 'silent'>,
  event: string,
  fields?: Record<string, string | number | boolean | string[]>,
) => void;

/** @param write receives whole lines, their end included; standard output unless told otherwise */
export function createLog(
  lowest: LogLevel,
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Log {
  return (level, event, fields) => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(lowest)) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
  };
}

/**
 * What may be logged of a failure. Its own words stay out: PostgreSQL's quote the row that was refused, and a parser's
 * the text that it could not read. Class, code and the lines of code that it went through say enough to find it.
 */
export function failureFields(error: unknown): Record<string, string | string[]> {
  const cause = error instanceof ProblemError && error.cause !== undefined ? error.cause : error;
  if (!(error instanceof Error) || !(cause instanceof Error)) return { error: typeof cause };
  const code = 'code' in cause && typeof cause.code === 'string' ? { errorCode: cause.code } : {};
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: cause.name, ...code, at: frames.slice(0, 8).map((line) => line.trim()) };
}

/** A line a request, and its id in `X-Request-Id` so that an operator can match the two. */
export function requestLog(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const requestId = randomUUID();
    const started = performance.now();
    await next();
    c.header('X-Request-Id', requestId);
    const { status } = c.res;
    const fields = {
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status,
      ms: Math.round(performance.now() - started),
    };
    const failed = c.error && status >= 500 ? failureFields(c.error) : {};
    log(status >= 500 ? 'error' : 'info', 'request', { ...fields, ...failed });
  };
}
