import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { idIn } from '@cnr-widgets/contract';
import { ORIGIN, reply, testApp, type Reply, type TestApp } from '../app.fixture.js';
import { DURING } from '../definition.fixture.js';
import { importAsking, report, writeComment, writeProposal } from './moderation.fixture.js';
import { addOperator, revokeOperator, SESSION_LASTS } from './operators.js';
import { MODERATION } from './scope.js';

let t: TestApp;
let token: string;
/** What the browser of somebody who is signed in sends. */
let cookie: string;
before(async () => {
  t = await testApp();
  await importAsking(t, 'velo');
  token = await addOperator(t.db, 'camille', MODERATION, DURING);
  cookie = cookieIn(await post('/moderation/sign-in', { token }));
});
after(() => t.drop());

async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  return reply(await t.app.request(path, { method: 'POST', body, headers: { Origin: ORIGIN, ...headers } }));
}

function cookieIn({ headers }: Reply): string {
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const get = (path: string, headers: Record<string, string> = {}) =>
  t.call('GET', path, { Cookie: cookie, ...headers });

const itemPath = (subject: string) => `/moderation/item?${new URLSearchParams({ subject }).toString()}`;

/** The hidden fields of the page of an item. */
async function fieldsOf(subject: string): Promise<Record<string, string>> {
  const { text } = await get(itemPath(subject));
  const hidden = [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  assert.ok(hidden.length >= 3, 'no form');
  return Object.fromEntries(hidden.slice(0, 3).map(([, name = '', value = '']) => [name, value]));
}

const press = async (subject: string, fields: Record<string, string>) =>
  post('/moderation/item', { ...(await fieldsOf(subject)), ...fields }, { Cookie: cookie });

const statusOf = async (subject: string) => {
  const table = subject.startsWith('comment') ? 'comments' : 'proposals';
  const [row] = await t.query<{ status: string; reason: string | null }>(
    `select status, reason from ${table} where id = $1`,
    [idIn(subject)],
  );
  return row;
};

test('nobody reads anything without signing in, and the page is under a strict policy', async () => {
  await writeProposal(t, 'velo', { title: 'Ce que personne ne doit lire' });
  for (const path of [
    '/moderation',
    '/moderation/item?subject=x',
    '/moderation/answer',
    '/moderation/journal',
  ]) {
    const { status, text, headers } = await t.call('GET', path);
    assert.equal(status, 200);
    assert.match(text, /<label for="token">Jeton<\/label>/);
    assert.doesNotMatch(text, /personne ne doit lire|Propositions velo/);
    assert.doesNotMatch(text, /<script|style=|<style/);
    assert.equal(headers.get('cache-control'), 'no-store');
    // With `no-referrer`, a browser would send the page's own forms with `Origin: null`.
    assert.equal(headers.get('referrer-policy'), 'same-origin');
    assert.equal(
      headers.get('content-security-policy'),
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  }
});

test('signing in gives a cookie that scripts and other sites never see, for twelve hours', async () => {
  const signed = await post('/moderation/sign-in', { token: `  ${token}\n` });
  assert.deepEqual([signed.status, signed.headers.get('location')], [303, '/moderation']);
  const attributes = (signed.headers.get('set-cookie') ?? '').split('; ');
  assert.match(attributes[0] ?? '', /^__Secure-cnr_moderation=[0-9a-f]{64}$/);
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/moderation']) {
    assert.ok(attributes.includes(attribute), attribute);
  }
  assert.ok(attributes.some((one) => one.startsWith('Expires=')));
  const own = { Cookie: cookieIn(signed) };
  assert.match((await get('/moderation', own)).text, /Vous êtes camille/);
  t.clock.now = new Date(DURING.getTime() + SESSION_LASTS);
  assert.doesNotMatch((await get('/moderation', own)).text, /camille/);
  t.clock.now = DURING;
  const left = await post('/moderation/sign-out', {}, own);
  assert.match(left.headers.get('set-cookie') ?? '', /__Secure-cnr_moderation=;.*Max-Age=0/);
  assert.match(left.text, /Vous êtes déconnecté/);
  assert.doesNotMatch((await get('/moderation', own)).text, /camille/);
});

test('a wrong token is said beside its field, and after ten the token rests', async () => {
  const other = await addOperator(t.db, 'eden', MODERATION, DURING);
  const wrong = other.slice(0, -4) + 'xxxx';
  const refused = await post('/moderation/sign-in', { token: wrong });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /id="token-fault"[^>]*>Ce jeton n’est pas valable/);
  assert.match(refused.text, /aria-describedby="token-hint token-fault"/);
  assert.equal(refused.headers.get('set-cookie'), null);
  const close = other.slice(0, -1) + (other.endsWith('0') ? '1' : '0');
  for (let tries = 0; tries < 10; tries++) await post('/moderation/sign-in', { token: close });
  const resting = await post('/moderation/sign-in', { token: other });
  assert.deepEqual([resting.status, resting.headers.get('retry-after')], [429, '900']);
  assert.match(resting.text, /Réessayez dans 15 minutes/);
});

test('a form that another site sends does nothing', async () => {
  const subject = await writeProposal(t, 'velo');
  const fields = { ...(await fieldsOf(subject)), act: 'accept' };
  for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`, '']) {
    const { status, text } = await post('/moderation/item', fields, { Cookie: cookie, Origin: origin });
    assert.equal(status, 403, origin);
    assert.match(text, /rien n’a été fait/);
  }
  const body = new URLSearchParams(fields);
  const headers = { Cookie: cookie };
  assert.equal((await t.app.request('/moderation/item', { method: 'POST', body, headers })).status, 403);
  assert.equal((await statusOf(subject))?.status, 'submitted');
  const signingIn = await post('/moderation/sign-in', { token }, { Origin: 'https://evil.example' });
  assert.deepEqual([signingIn.status, signingIn.headers.get('set-cookie')], [403, null]);
});

test('what says that it is a form and is none is refused, and is no failure', async () => {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
    const headers = { 'Content-Type': type, Origin: ORIGIN, Cookie: cookie };
    for (const path of ['/moderation/sign-in', '/moderation/item']) {
      const sent = await t.app.request(path, { method: 'POST', body: 'token=x', headers });
      assert.equal(sent.status, 400, `${path} ${type}`);
      assert.match(await sent.text(), /Cet envoi est incomplet/);
    }
  }
});

test('after a decision the next one is there, with what was done', async () => {
  const first = await writeProposal(t, 'velo', { receivedAt: '2026-11-02T00:00:00Z', title: 'Des bancs' });
  const second = await writeProposal(t, 'velo', { receivedAt: '2026-11-03T00:00:00Z', title: 'Un abri' });
  assert.match((await get('/moderation')).text, /Des bancs[^]*Un abri/);
  const { status, headers } = await press(first, { act: 'accept' });
  assert.equal(status, 303);
  const to = headers.get('location') ?? '';
  assert.ok(to.includes(encodeURIComponent(second)) && to.endsWith('#done'), to);
  const { text } = await get(to.replace('#done', ''));
  assert.match(text, /id="done"[^>]*tabindex="-1"[^>]*role="status"[^]*Acceptée[^]*Des bancs/);
  assert.match(text, /<h1[^>]*>Un abri<\/h1>/);
  assert.equal((await statusOf(first))?.status, 'published');
  await press(second, { act: 'refuse', reason: 'Déjà proposé.' });
});

test('supports are shown, and put the list in order up to the next text, by a link', async () => {
  await importAsking(t, 'soutiens');
  const few = await writeProposal(t, 'soutiens', { status: 'published', title: 'Un peu' });
  const many = await writeProposal(t, 'soutiens', { status: 'published', title: 'Beaucoup' });
  const add =
    'insert into support_deltas (proposal, delta) select $1, 1 from generate_series(1, $2::integer)';
  await t.query(add, [idIn(few), 1]);
  await t.query(add, [idIn(many), 1200]);
  const { text } = await get('/moderation?queue=published&consultation=soutiens');
  const link = /<a\s+href="([^"]*sort=supports)"\s*>Les plus soutenues/.exec(text)?.[1] ?? '';
  const sorted = await get(link.replaceAll('&amp;', '&'));
  assert.match(sorted.text, /Beaucoup<\/a>[^]*1\u202f200 soutiens[^]*Un peu<\/a>[^]*>1 soutien</);
  assert.match(sorted.text, /aria-current="true"\s*>Les plus soutenues/);
  assert.match(sorted.text, /<input type="hidden" name="sort" value="supports"/);
  const first = /<a class="button primary" href="([^"]*)"/.exec(sorted.text)?.[1] ?? '';
  const item = await get(first.replaceAll('&amp;', '&'));
  assert.match(item.text, /<h1[^>]*>Beaucoup<\/h1>[^]*1\u202f200 soutiens/);
  const onward = `subject=${encodeURIComponent(few)}&amp;queue=published&amp;consultation=soutiens&amp;sort=supports`;
  assert.ok(item.text.includes(onward));
});

test('a refusal without a reason is asked again, with its field', async () => {
  const subject = await writeProposal(t, 'velo', { title: 'Sans raison' });
  const { status, text } = await press(subject, { act: 'refuse', reason: '  ' });
  assert.equal(status, 422);
  assert.match(text, /id="faults"[^>]*tabindex="-1"[^]*<a href="#reason">Donnez la raison du refus/);
  assert.match(text, /aria-describedby="reason-hint reason-fault"\s+aria-invalid="true"/);
  assert.equal((await statusOf(subject))?.status, 'submitted');
  const long = await press(subject, { act: 'refuse', reason: `été ${'x'.repeat(2000)}` });
  assert.deepEqual([long.status, long.text.includes('été xxx')], [422, true]);
  assert.equal((await press(subject, { act: 'refuse', reason: 'Un nom\r\ny figure.' })).status, 303);
  assert.deepEqual(await statusOf(subject), { status: 'refused', reason: 'Un nom\ny figure.' });
});

test('the second of two moderators reads what the first did, and nothing is overwritten', async () => {
  const subject = await writeProposal(t, 'velo', { title: 'À deux' });
  const seen = await fieldsOf(subject);
  const other = await addOperator(t.db, 'sacha', MODERATION, DURING);
  const otherCookie = cookieIn(await post('/moderation/sign-in', { token: other }));
  await post('/moderation/item', { ...seen, act: 'refuse', reason: 'Doublon' }, { Cookie: otherCookie });
  const late = await post('/moderation/item', { ...seen, act: 'accept' }, { Cookie: cookie });
  assert.equal(late.status, 409);
  assert.match(late.text, /a changé depuis[^]*sacha[^]*Refusée\.[^]*Doublon/);
  assert.deepEqual(await statusOf(subject), { status: 'refused', reason: 'Doublon' });
});

test('the organiser’s answer: what is missing is said field by field, then it is published', async () => {
  const subject = await writeProposal(t, 'velo', { status: 'selected', title: 'Une réponse ?' });
  const form = await get(`/moderation/answer?subject=${subject}`);
  assert.match(form.text, /name="author"[^>]*value="Préfecture"/);
  assert.match(form.text, /type="date"[^>]*value="2026-11-22"/);
  const hidden = await fieldsOf(subject);
  const send = (fields: Record<string, string>) =>
    post('/moderation/answer', { ...hidden, ...fields }, { Cookie: cookie });
  const wrong = await send({
    author: '',
    date: '2026-02-31',
    'video.src': 'javascript:alert(1)',
    url: 'ftp://x',
  });
  assert.equal(wrong.status, 422);
  for (const field of ['author', 'date', 'url', 'video-src', 'video-transcript']) {
    assert.match(wrong.text, new RegExp(`<li><a href="#${field}">`), field);
    assert.match(wrong.text, new RegExp(`id="${field}-fault"`), field);
  }
  const nothing = await send({ author: 'La préfète', date: '2026-11-22' });
  assert.match(nothing.text, /<a href="#text">Écrivez une réponse/);
  const long = await send({ author: 'La préfète', date: '2026-11-22', text: 'x'.repeat(20_001) });
  assert.match(long.text, /<a href="#text">C’est trop long/);
  const right = { author: 'La préfète', date: '2026-11-22', text: 'Oui.\r\nEn mars.', next: 'Les travaux' };
  assert.equal((await send(right)).status, 303);
  const [row] = await t.query<{ status: string; answer: object }>(
    'select status, answer from proposals where id = $1',
    [idIn(subject)],
  );
  assert.deepEqual(row, {
    status: 'answered',
    answer: { author: 'La préfète', date: '2026-11-22', text: 'Oui.\nEn mars.', next: 'Les travaux' },
  });
  assert.match((await get(itemPath(subject))).text, /Réponse publiée[^]*En mars[^]*Corriger la réponse/);
});

test('what somebody wrote is kept when they are no longer signed in', async () => {
  const subject = await writeProposal(t, 'velo', { status: 'published' });
  const hidden = await fieldsOf(subject);
  const fields = {
    ...hidden,
    author: 'Le maire',
    date: '2026-11-22',
    text: 'Une longue réponse "précieuse"',
  };
  const away = await post('/moderation/answer', fields);
  assert.equal(away.status, 403);
  assert.match(away.text, /ce que vous avez écrit est gardé/);
  const kept = Object.fromEntries(
    [...away.text.matchAll(/name="(kept:[^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"'),
    ]),
  );
  const failed = await post('/moderation/sign-in', { ...kept, token: 'cnr_wrong' });
  assert.match(failed.text, /kept:text/);
  const back = await post('/moderation/sign-in', { ...kept, token });
  assert.equal(back.status, 200);
  assert.match(back.headers.get('set-cookie') ?? '', /cnr_moderation=[0-9a-f]{64}/);
  assert.match(
    back.text,
    /<textarea[^>]*id="text"[^>]*>\s*Une longue réponse &quot;précieuse&quot;<\/textarea/,
  );
  assert.equal((await statusOf(subject))?.status, 'published', 'nothing is published without a press');
});

test('what citizens write is text, wherever it stands', async () => {
  const nasty = `</textarea><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
  const subject = await writeProposal(t, 'velo', {
    title: nasty,
    text: nasty,
    name: nasty,
    theme: nasty,
    status: 'published',
  });
  const comment = await writeComment(t, subject, { text: nasty });
  await report(t, subject, 'other', nasty);
  const refused = await press(comment, { act: 'refuse', reason: nasty });
  assert.equal(refused.status, 303);
  const paths = [
    '/moderation',
    '/moderation?queue=published',
    '/moderation/journal',
    itemPath(subject),
  ].concat(
    itemPath(comment),
    `/moderation/answer?subject=${subject}`,
    (refused.headers.get('location') ?? '').replace('#done', ''),
  );
  for (const path of paths) {
    const { text } = await get(path);
    assert.doesNotMatch(text, /<script|<img|"'>/, path);
  }
  assert.ok((await get(itemPath(subject))).text.includes('&lt;script&gt;alert(1)'));
});

test('addresses that mean nothing do no harm', async () => {
  for (const path of [
    '/moderation?queue=%00&consultation=%00&after=%00&done=%00',
    '/moderation?before=1,2,3&done=999999',
    '/moderation/journal?before=abc&consultation=nothing',
    '/moderation?consultation=nothing&queue=todo&lang=xx',
  ]) {
    assert.equal((await get(path)).status, 200, path);
  }
  for (const path of [
    '/moderation/item',
    '/moderation/item?subject=%00',
    '/moderation/answer?subject=comment:x',
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
  const malformed = await post('/moderation/item', { act: 'delete-everything' }, { Cookie: cookie });
  assert.equal(malformed.status, 422);
  const large = await post('/moderation/item', { reason: 'x'.repeat(1_100_000) }, { Cookie: cookie });
  assert.equal(large.status, 413);
  assert.deepEqual((await t.call('GET', '/moderation/sign-in')).headers.get('location'), '/moderation');
});

test('a long queue has pages, and their links lead on from what stands on them', async () => {
  await importAsking(t, 'longue');
  const written: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    const receivedAt = new Date(Date.UTC(2026, 10, 2, 9, n)).toISOString();
    written.push(await writeProposal(t, 'longue', { receivedAt }));
  }
  const linkOf = (text: string, name: string) =>
    new RegExp(`href="([^"]*[?&;]${name}=[^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const shown = (text: string) => written.filter((subject) => text.includes(itemPath(subject)));
  const first = (await get('/moderation?consultation=longue')).text;
  assert.deepEqual([shown(first).length, linkOf(first, 'before')], [25, '']);
  await press(written[0] ?? '', { act: 'accept' });
  const second = (await get(linkOf(first, 'after'))).text;
  assert.match(second, /Page précédente/);
  assert.doesNotMatch(second, /Page suivante/);
  assert.deepEqual(shown(second), written.slice(25));
  assert.deepEqual(shown((await get(linkOf(second, 'before'))).text), written.slice(1, 26));
});

test('whoever lost their token is out at once', async () => {
  const lost = await addOperator(t.db, 'dominique', MODERATION, DURING);
  const own = { Cookie: cookieIn(await post('/moderation/sign-in', { token: lost })) };
  assert.match((await get('/moderation', own)).text, /Vous êtes dominique/);
  await revokeOperator(t.db, 'dominique', DURING);
  assert.match((await get('/moderation', own)).text, /id="token"/);
});

test('in English when the browser or the address asks for it, and every link keeps it', async () => {
  const asked = await get('/moderation?lang=en');
  assert.match(asked.text, /<html lang="en">[^]*To do/);
  const links = [...asked.text.matchAll(/(?:href|action)="(\/moderation[^"]*)"/g)].map(
    ([, link = '']) => link,
  );
  const own = links.filter((link) => !link.startsWith('/moderation.css') && !link.includes('lang=fr'));
  assert.ok(own.length > 5);
  for (const link of own) assert.match(link, /lang=en/);
  const preferred = await get('/moderation', { 'Accept-Language': 'en-GB,fr;q=0.5' });
  assert.match(preferred.text, /<html lang="en">[^]*Queue/);
  assert.match((await get('/moderation')).text, /<html lang="fr">/);
});

test('the journal tells each decision, by whom and why', async () => {
  const subject = await writeProposal(t, 'velo', { title: 'Racontée' });
  await press(subject, { act: 'refuse', reason: 'Parce que' });
  const { text } = await get('/moderation/journal');
  assert.match(text, /Refusée[^]*par camille[^]*22 novembre 2026 à 13:00[^]*Racontée[^]*Parce que/);
  const older = /href="([^"]*before=\d+[^"]*)"/.exec(text)?.[1];
  for (let times = 0; times < 25; times++) {
    await press(await writeProposal(t, 'velo', { title: 'Une de plus' }), { act: 'accept' });
  }
  const full = await get('/moderation/journal');
  assert.equal(older, undefined);
  const next = /href="([^"]*before=\d+[^"]*)"/.exec(full.text)?.[1] ?? '';
  assert.match((await get(next.replaceAll('&amp;', '&'))).text, /Racontée/);
});
