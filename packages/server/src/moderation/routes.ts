import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { isUnavailable } from '../database.js';
import { preferred } from '../page.js';
import { fromForm } from './answer-form.js';
import { MAX_REASON } from './decide.js';
import { Desk, tooLate } from './desk.js';
import { pageOfQueue } from './list-queue.js';
import { findOwnItem, ownPart, ScopeError } from './own-items.js';
import { message, note, page, WORDS, type SignedView, type View } from './page.js';
import { countQueues, findItem, readJournal, type Item } from './queue.js';
import { itemTitle, journalContent, queueContent } from './queue-page.js';
import {
  answerIn,
  FormError,
  formOf,
  numberOf,
  placeOf,
  viewOf,
  type Form,
  type ModerationOptions,
} from './request.js';
import { ACTS } from './rules.js';
import { signInPage, signInRoutes } from './sign-in.js';
import { MODERATION_STYLE } from './style.js';

/** Items and journal entries that a page shows. */
const PAGE = 25;

/** Bytes of a form: the longest transcript, each of its characters written as `%C3%A9`. */
const MAX_BODY = 1024 * 1024;

/**
 * Moderation in a browser: forms and links, no script. Reading needs somebody who is signed in; writing needs the
 * backend's own `Origin` besides, so that no page of another site can press a button here.
 */
export function moderationPages(options: ModerationOptions): Hono {
  const { db, origin } = options;
  const routes = new Hono();
  const desk = new Desk(options);

  routes.onError((error, c: Context) => failurePage(c, error));
  routes.use('/moderation/*', async (c: Context, next) => {
    if (c.req.method !== 'POST' || c.req.header('Origin') === origin) return next();
    const view = await viewOf(c, options);
    return message(c, view, 403, view.words.wrongOrigin(origin));
  });
  routes.use('/moderation/*', bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }));

  routes.get(
    '/moderation',
    reading(async (c, view) => {
      const place = placeOf(c, view);
      const { queue } = place;
      const own = ownPart(view, place);
      const { after, before } = c.req.query();
      const counts = await countQueues(db, own.consultation);
      const listed = await pageOfQueue(db, own, { after, before }, PAGE);
      const done = await desk.justDone(c, view, counts[queue] === 0);
      const content = queueContent(view, { ...place, ...listed, counts }, done);
      return page(c, view, { title: view.words.queues[queue], content, current: 'queue' });
    }),
  );

  routes.get(
    '/moderation/item',
    reading(async (c, view) => {
      const item = await findOwnItem(db, view, c.req.query('subject'));
      if (!item) return message(c, view, 404, view.words.gone);
      return desk.showItem(c, view, item, { remark: await desk.justDone(c, view, false) });
    }),
  );

  routes.get(
    '/moderation/answer',
    reading(async (c, view) => {
      const item = await findProposal(view, c.req.query('subject'));
      return item ? desk.showAnswer(c, view, item) : message(c, view, 404, view.words.gone);
    }),
  );

  routes.get(
    '/moderation/journal',
    reading(async (c, view) => {
      const { consultation } = placeOf(c, view);
      const entries = await readJournal(db, {
        ...ownPart(view, { consultation }),
        before: numberOf(c, 'before'),
        limit: PAGE + 1,
      });
      const shown = entries.slice(0, PAGE);
      const titles = new Map<string, string>();
      for (const { subject } of shown) {
        const item = titles.has(subject) ? undefined : await findItem(db, subject);
        if (item) titles.set(subject, itemTitle(view, item));
      }
      const older = entries.length > PAGE;
      const content = journalContent(view, shown, titles, { consultation, older });
      return page(c, view, { title: view.words.journal, content, current: 'journal' });
    }),
  );

  routes.post(
    '/moderation/item',
    writing(async (c, view, form) => {
      const { words } = view;
      const act = ACTS.find((name) => name === form['act'] && name !== 'answer');
      if (!act) return message(c, view, 422, words.malformed);
      const { reason: text = '' } = form;
      return desk.attempt(c, view, form, { act, reason: text }, async (error, item) => {
        if (error.code === 'reason-required' || error.code === 'reason-too-long') {
          const missing = error.code === 'reason-required';
          const fault = missing ? words.reasonRequired : words.reasonTooLong(MAX_REASON);
          return desk.showItem(c, view, item, { status: 422, reason: { text, fault } });
        }
        return desk.showItem(c, view, item, { status: 409, remark: tooLate(view, error), reason: { text } });
      });
    }),
  );

  routes.post(
    '/moderation/answer',
    writing(async (c, view, sent) => {
      const item = await findProposal(view, sent['subject']);
      if (!item) return message(c, view, 404, view.words.gone);
      const form = answerIn(sent);
      const read = fromForm(form);
      if ('faults' in read) return desk.showAnswer(c, view, item, { status: 422, faults: read.faults, form });
      return desk.attempt(c, view, sent, { act: 'answer', answer: read.answer }, async (error, found) =>
        desk.showAnswer(c, view, found, { status: 409, remark: tooLate(view, error), form }),
      );
    }),
  );

  routes.route(
    '/',
    signInRoutes(options, async (c, view, kept) => {
      const item = await findOwnItem(db, view, kept['subject']);
      if (!item) return message(c, view, 404, view.words.gone);
      if (kept['act'] === undefined) return desk.showAnswer(c, view, item, { form: answerIn(kept) });
      return desk.showItem(c, view, item, { reason: { text: kept['reason'] ?? '' } });
    }),
  );

  routes.get('/moderation.css', (c) =>
    c.body(MODERATION_STYLE, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    }),
  );

  async function tooLarge(c: Context): Promise<Response> {
    const view = await viewOf(c, options);
    return message(c, view, 413, view.words.malformed);
  }

  /** For who is signed in; others are asked to sign in. */
  function reading(show: (c: Context, view: SignedView) => Promise<Response>) {
    return async (c: Context) => {
      const view = await viewOf(c, options);
      return isSigned(view) ? show(c, view) : signInPage(c, view);
    };
  }

  /** The same for a form that was sent: what somebody wrote is kept until they have signed in again. */
  function writing(take: (c: Context, view: SignedView, form: Form) => Promise<Response>) {
    return async (c: Context) => {
      const view = await viewOf(c, options);
      const form = await formOf(c);
      if (isSigned(view)) return take(c, view, form);
      const remark = note('faults', 'warning', html`<p>${view.words.expired}</p>`);
      return signInPage(c, view, { status: 403, remark, kept: form });
    };
  }

  async function findProposal(view: View, subject?: string): Promise<Item | undefined> {
    const item = await findOwnItem(db, view, subject);
    return item?.kind === 'proposal' ? item : undefined;
  }

  return routes;
}

function isSigned(view: View): view is SignedView {
  return view.operator !== undefined;
}

/** Without a look into the database: it may be what failed. */
function failurePage(c: Context, error: Error): Promise<Response> {
  if (error instanceof ScopeError) return message(c, error.view, 403, error.view.words.otherConsultation);
  const locale = preferred(c);
  const view: View = { locale, words: WORDS[locale], asked: false, consultations: new Map() };
  if (error instanceof FormError) return message(c, view, 400, view.words.malformed);
  return message(c, view, isUnavailable(error) ? 503 : 500, view.words.failed);
}
