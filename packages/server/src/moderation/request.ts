import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Consultations } from '../consultations.js';
import type { Database } from '../database.js';
import { ANSWER_FIELDS, type AnswerForm } from './answer-form.js';
import { SORTS } from './list-queue.js';
import { QUEUES } from './queue.js';
import type { Place } from './queue-page.js';
import { WORDS, type View } from './page.js';
import { operatorOf } from './operators.js';
import { covers } from './scope.js';
import { preferred } from '../page.js';

/** What the moderation's pages work with. */
export interface ModerationOptions {
  db: Database;
  consultations: Consultations;
  /** The backend's own: what forms are taken from. */
  origin: string;
  now: () => Date;
}

/** The fields of a form that was sent, line breaks as everywhere else. */
export type Form = Readonly<Record<string, string>>;

/** Where the key of what is signed in stands; with https no page on plain http can set it (RFC 6265bis, 4.1.3). */
export function cookieOf(origin: string) {
  const secure = origin.startsWith('https:');
  return { name: 'cnr_moderation', secure, ...(secure && { prefix: 'secure' as const }) };
}

/** Who asks, and in which language: the address's, or what their browser prefers. */
export async function viewOf(
  c: Context,
  { db, consultations, origin, now }: ModerationOptions,
): Promise<View> {
  const lang = c.req.query('lang');
  const asked = lang === 'fr' || lang === 'en';
  const locale = asked ? lang : preferred(c);
  const { name, prefix } = cookieOf(origin);
  const key = getCookie(c, name, prefix);
  const operator = key === undefined ? undefined : await operatorOf(db, key, now());
  // What somebody who is not signed in reads tells nothing of what is moderated.
  const moderable = operator ? await consultations.list() : [];
  return {
    locale,
    words: WORDS[locale],
    asked,
    operator: operator?.name,
    within: operator?.consultations ?? undefined,
    consultations: new Map(
      moderable.flatMap(({ definition }) =>
        definition.proposals && operator && covers(operator, definition.id)
          ? [[definition.id, definition]]
          : [],
      ),
    ),
  };
}

/** What cannot be meant is left out: an address may be anything. */
export function placeOf(c: Context, { consultations }: View): Place {
  const consultation = c.req.query('consultation') ?? '';
  const queue = QUEUES.find((name) => name === c.req.query('queue')) ?? 'todo';
  const sort = SORTS.find((name) => name === c.req.query('sort'));
  return { queue, consultation: consultations.has(consultation) ? consultation : undefined, sort };
}

/** A whole number of an address, undefined when it is none. */
export function numberOf(c: Context, name: string): number | undefined {
  const text = c.req.query(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** What was sent says that it is a form, and is none. */
export class FormError extends Error {
  override readonly name = 'FormError';
  readonly code = 'malformed-form';
}

/** A form as it was sent. U+0000 goes: no database holds it, and nobody typed it. @throws FormError */
export async function formOf(c: Context): Promise<Form> {
  const body = await c.req.parseBody().catch((error: unknown) => {
    // What a browser's `formData` throws, too, e.g. of parts whose boundary is not said.
    throw error instanceof TypeError ? new FormError('the body is no form', { cause: error }) : error;
  });
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replace(/\r\n?/g, '\n').replaceAll('\u0000', '')]] : [],
    ),
  );
}

/** What the moderator had before them when they pressed. */
export function seenIn(form: Form): { revision: string; openReports: number } {
  return { revision: form['revision'] ?? '', openReports: Number(form['reports']) || 0 };
}

export function answerIn(form: Form): AnswerForm {
  const entries = ANSWER_FIELDS.map((field) => [field, form[field] ?? ''] as const);
  return Object.fromEntries(entries) as AnswerForm;
}
