import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Consultation, OfficialAnswer } from '@cnr-widgets/contract';
import type { ModeratedKind } from './rules.js';
import { en } from './words.en.js';
import { fr, type Words } from './words.fr.js';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;
export type Locale = 'fr' | 'en';

export const WORDS: Readonly<Record<Locale, Words>> = { fr, en };

/** What a moderator needs to know of a consultation. */
type Moderable = Pick<Consultation, 'id' | 'title' | 'organiser' | 'timeZone' | 'locale' | 'proposals'>;

/** Who reads a page, and in which language. */
export interface View {
  locale: Locale;
  words: Words;
  /** The language was chosen in the address: links keep it. */
  asked: boolean;
  /** The moderator's name; absent when nobody is signed in. */
  operator?: string | undefined;
  /** The consultations that their token is for; absent: all. */
  within?: readonly string[] | undefined;
  /** Those of them that ask for proposals. */
  consultations: ReadonlyMap<string, Moderable>;
}

/** Somebody is signed in. */
export type SignedView = View & { operator: string };

type Status = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;

interface Page {
  title: string;
  content: Markup;
  status?: Status;
  current?: 'queue' | 'journal';
  headers?: Record<string, string>;
}

/** An address of these pages. What is undefined is left out. */
export function address(
  { asked, locale }: Pick<View, 'asked' | 'locale'>,
  path: '' | '/item' | '/answer' | '/journal' | '/sign-in' | '/sign-out',
  query: Record<string, string | number | undefined> = {},
  fragment = '',
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  if (asked) parameters.set('lang', locale);
  const search = parameters.size > 0 ? `?${parameters.toString()}` : '';
  return `/moderation${path}${search}${fragment}`;
}

/**
 * A whole page. No script runs in it and no style stands in it: what a citizen wrote is text, whatever it holds.
 * Its `Referrer-Policy` is `same-origin`: with `no-referrer` a browser sends its own forms with `Origin: null`.
 */
export async function page(c: Context, view: View, { title, content, ...rest }: Page): Promise<Response> {
  const { words, locale } = view;
  const document = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${words.title}</title>
        <link rel="stylesheet" href="/moderation.css" />
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        ${banner(c, view, rest.current)}
        <main id="content" tabindex="-1">${content}</main>
      </body>
    </html>`;
  return c.html(document, rest.status ?? 200, {
    'Content-Security-Policy': [
      "default-src 'none'",
      "style-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    ...rest.headers,
  });
}

function banner(c: Context, view: View, current: Page['current']): Markup {
  const { words, operator, locale } = view;
  const other = locale === 'fr' ? 'en' : 'fr';
  // A page that answers a form has no address of its own to come back to in another language.
  const here = c.req.method === 'GET' ? new URL(c.req.url) : new URL('/moderation', c.req.url);
  here.searchParams.set('lang', other);
  const link = (name: 'queue' | 'journal', path: '' | '/journal') =>
    html`<li>
      <a href="${address(view, path)}" ${current === name ? html`aria-current="page"` : ''}>${words[name]}</a>
    </li>`;
  return html`<header>
    <p class="brand">${words.title}</p>
    ${
      operator === undefined
        ? ''
        : html`<nav aria-label="${words.nav}">
              <ul>
                ${link('queue', '')} ${link('journal', '/journal')}
              </ul>
            </nav>
            <form method="post" action="${address(view, '/sign-out')}" class="who">
              <span>${words.signedInAs(operator)}</span>
              <button class="quiet">${words.signOut}</button>
            </form>`
    }
    <a class="language" lang="${other}" hreflang="${other}" href="${here.pathname}${here.search}"
      >${words.otherLanguage}</a
    >
  </header>`;
}

/** What has to be corrected, each leading to its field. It takes the focus, by the address's fragment. */
export function faultSummary(words: Words, faults: readonly { field: string; message: string }[]): Markup {
  if (faults.length === 0) return html``;
  return html`<div id="faults" class="note error" tabindex="-1" role="alert">
    <p class="strong">${words.faults}</p>
    <ul>
      ${faults.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}
    </ul>
  </div>`;
}

/** A note that takes the focus by the address's fragment. */
export function note(id: string, tone: 'success' | 'error' | 'warning' | '', content: Markup): Markup {
  return html`<div
    id="${id}"
    class="note ${tone}"
    tabindex="-1"
    role="${tone === 'error' ? 'alert' : 'status'}"
  >
    ${content}
  </div>`;
}

/** A day and a time, where the consultation is. */
export function moment({ locale, consultations }: View, date: Date, consultation: string): string {
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: consultations.get(consultation)?.timeZone ?? 'Europe/Paris',
  }).format(date);
}

/** A calendar date, wherever one is. */
function day({ locale }: View, date: string): string {
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** “Proposition”, “Question” or “Commentaire”, as the consultation calls them. */
export function kindName({ words, consultations }: View, kind: ModeratedKind, consultation: string): string {
  if (kind === 'comment') return words.kinds.comment;
  const asks = consultations.get(consultation)?.proposals?.asks;
  return asks === 'questions' ? words.kinds.question : words.kinds.proposal;
}

/** The language of what citizens write there, where it is not the page's. */
export function languageOf({ locale, consultations }: View, consultation: string): Markup {
  const written = consultations.get(consultation)?.locale;
  return written === undefined || written === locale ? html`` : html`lang="${written}"`;
}

export function answerMarkup(view: View, { author, date, text, video, next, url }: OfficialAnswer): Markup {
  return html`<p class="muted">${view.words.answerBy(author, day(view, date))}</p>
    ${text === undefined ? '' : html`<p class="written">${text}</p>`}
    ${video ? html`<p><a href="${video.src}" rel="noopener">${view.words.videoSrc}</a></p>` : ''}
    ${next === undefined ? '' : html`<p class="written">${next}</p>`}
    ${url === undefined ? '' : html`<p><a href="${url}" rel="noopener">${view.words.url}</a></p>`}`;
}

/** A page that says one sentence, and the way back. */
export function message(
  c: Context,
  view: View,
  status: Exclude<Status, 200>,
  sentence: string,
): Promise<Response> {
  const content = html`<h1>${view.words.title}</h1>
    ${note('faults', 'error', html`<p>${sentence}</p>`)}
    <p><a href="${address(view, '')}">${view.words.queue}</a></p>`;
  return page(c, view, { title: view.words.title, content, status });
}
