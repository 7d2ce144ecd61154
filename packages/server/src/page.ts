import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { phaseOf } from '@cnr-widgets/contract';
import type { Consultations, PublicConsultation } from './consultations.js';
import { renderData } from './data-page.js';
import { PAGE_STYLE } from './page-style.js';

type Locale = 'fr' | 'en';
type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const WORDS = {
  fr: {
    kind: 'Consultation publique',
    list: 'Consultations ouvertes',
    none: 'Aucune consultation n’est ouverte en ce moment.',
    other: 'Toutes les consultations ouvertes',
    noscript:
      'Pour prendre part à cette consultation, activez JavaScript dans votre navigateur, puis rechargez la page.',
    missing: 'Cette consultation n’existe pas',
    missingWhy: 'L’adresse est peut-être incomplète, ou la consultation n’est pas encore publique.',
  },
  en: {
    kind: 'Public consultation',
    list: 'Open consultations',
    none: 'No consultation is open at the moment.',
    other: 'All open consultations',
    noscript: 'To take part in this consultation, turn on JavaScript in your browser, then reload the page.',
    missing: 'This consultation does not exist',
    missingWhy: 'The address may be incomplete, or the consultation is not public yet.',
  },
};

/**
 * The backend's own pages: `/` lists what is open, `/c/{id}` is where the fallback link of an embedded consultation
 * leads, and where a citizen goes who does not trust the page that embeds it; `/c/{id}/donnees` is its notice.
 */
export function pages(consultations: Consultations, ownOrigin: string, now: () => Date): Hono {
  const routes = new Hono();

  routes.get('/', async (c) => {
    const open = (await consultations.list()).filter(
      ({ definition }) => phaseOf(definition, now()) === 'open',
    );
    const words = WORDS[preferred(c)];
    const items = open.map(
      ({ definition }) =>
        html`<li lang="${definition.locale}">
          <a href="/c/${definition.id}">${definition.title}</a><br />${definition.organiser}
        </li>`,
    );
    const content =
      open.length > 0
        ? html`<ul>
            ${items}
          </ul>`
        : html`<p>${words.none}</p>`;
    return page(
      c,
      200,
      preferred(c),
      words.list,
      html`<h1>${words.list}</h1>
        ${content}`,
    );
  });

  routes.get('/c/:id', async (c) => {
    const found = await consultations.find(c.req.param('id'));
    if (!found) return missingPage(c);
    return consultationPage(c, found, ownOrigin, phaseOf(found.definition, now()) === 'open');
  });

  routes.get('/c/:id/donnees', async (c) => {
    const found = await consultations.find(c.req.param('id'));
    if (!found) return missingPage(c);
    const { title, content } = renderData(found);
    return page(c, 200, found.definition.locale, title, content);
  });

  routes.get('/c.css', (c) =>
    c.body(PAGE_STYLE, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    }),
  );

  return routes;
}

function missingPage(c: Context): Promise<Response> {
  const locale = preferred(c);
  const words = WORDS[locale];
  const content = html`<h1>${words.missing}</h1>
    <p>${words.missingWhy}</p>
    <p><a href="/">${words.other}</a></p>`;
  return page(c, 404, locale, words.missing, content);
}

function consultationPage(
  c: Context,
  { definition }: PublicConsultation,
  ownOrigin: string,
  open: boolean,
): Promise<Response> {
  const { id, locale, title, summary, organiser, origins = [], ...asked } = definition;
  const words = WORDS[locale];
  const head = html`<meta name="description" content="${summary}" />
    <link rel="stylesheet" href="/v1/cnr.css" />
    <script type="module" src="/v1/cnr.js"></script>`;
  // The way in stands open where there is one; in every other phase the card says what is right for it.
  const expanded = open ? 'expanded' : '';
  // A card that has nothing but meetings opens on them; elsewhere they stand beneath what it asks.
  const meetings =
    asked.meetings && (asked.questionnaire ?? asked.proposals)
      ? html`<cnr-meeting-map backend="${ownOrigin}" consultation="${id}"></cnr-meeting-map>`
      : '';
  // The card's own title is of the second level.
  const content = html`<h1 class="kind">${words.kind}</h1>
    <cnr-consultation backend="${ownOrigin}" consultation="${id}" ${expanded}>
      <h2>${title}</h2>
      <p>${organiser}</p>
      <p>${summary}</p>
    </cnr-consultation>
    ${meetings}
    <noscript><p>${words.noscript}</p></noscript>
    <footer>
      <p><a href="/">${words.other}</a></p>
    </footer>`;
  return page(c, 200, locale, title, content, { head, frameAncestors: ["'self'", ...origins].join(' ') });
}

interface PageExtras {
  head?: Markup;
  /** Sites that may show the page in a frame. */
  frameAncestors?: string;
}

async function page(
  c: Context,
  status: 200 | 404,
  locale: Locale,
  title: string,
  content: Markup,
  { head = html``, frameAncestors = "'none'" }: PageExtras = {},
): Promise<Response> {
  const document = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="stylesheet" href="/c.css" />
        ${head}
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
  return c.html(document, status, {
    'Content-Security-Policy': policy(frameAncestors),
    'Cache-Control': 'no-cache',
    'Referrer-Policy': 'no-referrer',
    Vary: 'Accept-Language',
  });
}

function policy(frameAncestors: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src https: data:',
    'media-src https:',
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

/** French, unless the reader's browser prefers English to it. */
export function preferred(c: Context): Locale {
  const languages = (c.req.header('Accept-Language') ?? '')
    .split(',')
    .map((entry, place) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.split('-')[0], quality: quality ? Number(quality.trim().slice(2)) : 1, place };
    })
    .filter(({ language }) => language === 'fr' || language === 'en')
    .sort((a, b) => b.quality - a.quality || a.place - b.place);
  return languages[0]?.language === 'en' ? 'en' : 'fr';
}
