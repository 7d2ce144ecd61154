import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { cookieOf, formOf, viewOf, type Form, type ModerationOptions } from './request.js';
import { address, note, page, type Markup, type View } from './page.js';
import { OperatorError, signIn, signOut, type Session } from './operators.js';

interface SignInPage {
  status?: 200 | 403 | 422 | 429;
  fault?: string | undefined;
  remark?: Markup;
  /** A form that was sent by somebody who was no longer signed in: nothing that was written may be lost. */
  kept?: Form | undefined;
  headers?: Record<string, string>;
}

/** The fields of a form that waits for its author to sign in again begin so. */
const KEPT = 'kept:';

/**
 * Signing in and out.
 * @param resume shows again the form that somebody had sent when they were no longer signed in
 */
export function signInRoutes(
  options: ModerationOptions,
  resume: (c: Context, view: View, kept: Form) => Promise<Response>,
): Hono {
  const { db, origin, now } = options;
  const { name, secure, prefix } = cookieOf(origin);
  const routes = new Hono();

  routes.get('/moderation/sign-in', async (c) => c.redirect(address(await viewOf(c, options), ''), 303));

  routes.post('/moderation/sign-in', async (c) => {
    const view = await viewOf(c, options);
    const form = await formOf(c);
    const kept = keptIn(form);
    let session: Session;
    try {
      session = await signIn(db, (form['token'] ?? '').trim(), now());
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      const { words } = view;
      if (error.code === 'not-a-moderator') {
        return signInPage(c, view, { status: 403, fault: words.notAModerator, kept });
      }
      if (error.code !== 'too-many-attempts') {
        const fault = error.code === 'token-ended' ? words.tokenEnded : words.wrongToken;
        return signInPage(c, view, { status: error.code === 'token-ended' ? 403 : 422, fault, kept });
      }
      const fault = words.tooManyAttempts(Math.ceil(error.retryAfter / 60));
      const headers = { 'Retry-After': String(error.retryAfter) };
      return signInPage(c, view, { status: 429, fault, kept, headers });
    }
    setCookie(c, name, session.key, {
      path: '/moderation',
      httpOnly: true,
      sameSite: 'Strict',
      secure,
      expires: session.expiresAt,
      ...(prefix && { prefix }),
    });
    if (!kept) return c.redirect(address(view, ''), 303);
    c.req.raw.headers.set('Cookie', `${prefix ? '__Secure-' : ''}${name}=${session.key}`);
    return resume(c, await viewOf(c, options), kept);
  });

  routes.post('/moderation/sign-out', async (c) => {
    const key = getCookie(c, name, prefix);
    if (key !== undefined) await signOut(db, key);
    deleteCookie(c, name, { path: '/moderation', secure, ...(prefix && { prefix }) });
    const { operator: _, ...view } = await viewOf(c, options);
    return signInPage(c, view, { remark: note('done', 'success', html`<p>${view.words.signedOut}</p>`) });
  });

  return routes;
}

export function signInPage(
  c: Context,
  view: View,
  { status = 200, fault, remark, kept, headers = {} }: SignInPage = {},
): Promise<Response> {
  const { words } = view;
  const hidden = Object.entries(kept ?? {}).map(
    ([name, value]) => html`<input type="hidden" name="${KEPT}${name}" value="${value}" />`,
  );
  const content = html`<div class="sign-in">
    ${remark ?? ''}
    <h1>${words.signInTitle}</h1>
    <form method="post" action="${address(view, '/sign-in', {}, '#token')}">
      ${hidden}
      <p class="field">
        <label for="token">${words.token}</label>
        <span class="hint" id="token-hint">${words.signInHelp}</span>
        ${fault === undefined ? '' : html`<span class="fault" id="token-fault" role="alert">${fault}</span>`}
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="current-password"
          aria-describedby="token-hint ${fault === undefined ? '' : 'token-fault'}"
          ${fault === undefined ? '' : html`aria-invalid="true"`}
        />
      </p>
      <button class="primary">${words.signIn}</button>
      <p class="muted small">${words.signInFor}</p>
    </form>
  </div>`;
  return page(c, view, { title: words.signInTitle, content, status, headers });
}

function keptIn(form: Form): Form | undefined {
  const kept = Object.entries(form).flatMap(([name, value]) =>
    name.startsWith(KEPT) ? [[name.slice(KEPT.length), value] as const] : [],
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
