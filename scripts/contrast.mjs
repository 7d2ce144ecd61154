// npm run contrast: writes the table of contrasts in docs/design.md, from the colours that a browser computes for the
// elements' own rules in each theme, light and dark. test/contrast.test.mjs holds them to what WCAG 2.2 asks.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import { base } from '../packages/elements/dist/base.styles.js';
import { consultationStyles } from '../packages/elements/dist/consultation/consultation.styles.js';
import { frame } from '../packages/elements/dist/frame.styles.js';
import { facts } from '../packages/elements/dist/listing.styles.js';
import { outboxStyles } from '../packages/elements/dist/outbox/outbox.styles.js';
import { fieldStyles } from '../packages/elements/dist/questionnaire/fields/fields.styles.js';
import { receiptStyles } from '../packages/elements/dist/receipt/receipt.styles.js';
import { tokens } from '../packages/elements/dist/tokens.styles.js';
import { findBrowser } from './browser.mjs';
import { root } from './setup.mjs';

const PAGE = path.join(root, 'docs', 'design.md');
/** Between these the table stands. */
const MARKS = ['<!-- contrast -->', '<!-- /contrast -->'];

const STYLES = [tokens, base, frame, facts, fieldStyles, consultationStyles, outboxStyles, receiptStyles];

/** What a page in the State design system defines, as far as the elements read it: its values, light and dark. */
const STATE_HOST = `:root {
  --text-title-grey: light-dark(#161616, #fff);
  --text-default-grey: light-dark(#3a3a3a, #cecece);
  --text-mention-grey: light-dark(#666, #929292);
  --background-default-grey: light-dark(#fff, #161616);
  --border-plain-grey: light-dark(#3a3a3a, #cecece);
  --background-action-high-blue-france: light-dark(#000091, #8585f6);
  --background-action-high-blue-france-hover: light-dark(#1212ff, #b1b1f9);
  --text-inverted-blue-france: light-dark(#f5f5fe, #000091);
  --text-action-high-blue-france: light-dark(#000091, #8585f6);
  --text-default-error: light-dark(#ce0500, #ff5655);
  --text-default-success: light-dark(#18753c, #27a658);
  --text-default-warning: light-dark(#b34000, #fc5d00);
}`;

/** The name of each theme, and what it adds to a page. */
const THEMES = {
  neutral: '',
  'DSFR page': STATE_HOST,
  'state.css': themeFile('state'),
  'departement.css': themeFile('departement'),
  'contrast.css': themeFile('contrast'),
};

const TEXT = 4.5;
/** WCAG 2.2, 1.4.11: what tells a control, its state or the focus. */
const SHAPE = 3;

const note = (tone, inside = 'Mot') => `<div class="note ${tone}"><p data-look>${inside}</p></div>`;
const linked = (tone) => `<div class="note ${tone}"><p><a href="#" data-look>Mot</a></p></div>`;
const field = (rest = '') => `<input type="text" data-look ${rest} />`;

/** What is seen on what. `data-look` marks what is measured, by `color` unless another property is named. */
const PAIRS = [
  { name: 'title on background', html: '<h2 data-look>Mot</h2>' },
  { name: 'text on background', html: '<p data-look>Mot</p>' },
  { name: 'muted on background', html: '<p class="muted" data-look>Mot</p>' },
  { name: 'link on background', html: '<a href="#" data-look>Mot</a>' },
  { name: 'link on a button under the mouse', html: '<button data-look>Mot</button>', hover: true },
  { name: 'on-action on action', html: '<button class="primary" data-look>Mot</button>' },
  { name: 'on-action on action-hover', html: '<button class="primary" data-look>Mot</button>', hover: true },
  { name: 'error on background', html: '<p class="fault" data-look>Mot</p>' },
  { name: 'text on a note', html: note('') },
  { name: 'text on an error', html: note('error') },
  { name: 'text on a success', html: note('success') },
  { name: 'text on a warning', html: note('warning') },
  { name: 'muted on a note', html: '<div class="note"><p class="muted" data-look>Mot</p></div>' },
  { name: 'link on a note', html: linked('') },
  { name: 'link on an error', html: linked('error') },
  { name: 'link on a success', html: linked('success') },
  { name: 'link on a warning', html: linked('warning') },
  { name: 'error on its tint', html: '<p class="state refused" data-look>Mot</p>' },
  { name: 'success on its tint', html: '<p class="state received" data-look>Mot</p>' },
  { name: 'warning on its tint', html: '<p class="state" data-look>Mot</p>' },
  { name: 'muted on its tint', html: '<p><span class="phase" data-look>Mot</span></p>' },
  { name: 'link on its tint', html: '<p><span class="phase results" data-look>Mot</span></p>' },
  {
    name: 'text on a choice made',
    html: '<label class="choice"><input type="radio" checked /><span data-look>Mot</span></label>',
  },
  { name: 'text on a receipt', html: '<div class="ticket"><p class="code" data-look>Mot</p></div>' },
  { name: 'link on a receipt', html: '<div class="ticket"><button data-look>Mot</button></div>' },
  { name: 'border on background', html: field(), property: 'border-top-color' },
  { name: 'error border on background', html: field('aria-invalid="true"'), property: 'border-top-color' },
  { name: 'edge of a choice made', html: chosen(), property: 'border-top-color' },
  {
    name: 'action on background',
    html: '<button class="primary" data-look>Mot</button>',
    property: 'background-color',
  },
  {
    name: 'progress made on its track',
    html: '<progress max="2" value="1" data-look></progress>',
    isShape: true,
  },
  { name: 'focus on background', html: field(), property: 'outline-color', focus: true },
  {
    name: 'focus on an error',
    html: `<div class="note error">${field()}</div>`,
    property: 'outline-color',
    focus: true,
  },
];

function chosen() {
  return '<label class="choice" data-look><input type="radio" checked /><span>Mot</span></label>';
}

function asked({ property, isShape }) {
  return property || isShape ? SHAPE : TEXT;
}

function themeFile(name) {
  return readFileSync(path.join(root, 'packages', 'elements', 'themes', `${name}.css`), 'utf8');
}

/**
 * @returns {Promise<{ pair: string, theme: string, scheme: 'light' | 'dark', least: number, ratio: number }[]>} what
 *   WCAG 2.2 calls the contrast ratio, 1 to 21, and the least that it may be; `contrast.css` promises 7 for text
 */
export async function measureContrasts() {
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const measured = [];
    for (const [theme, css] of Object.entries(THEMES)) {
      for (const scheme of ['light', 'dark']) {
        await page.setContent(
          `<!doctype html><style>${css} :root { color-scheme: ${scheme} }</style><main></main>`,
        );
        await page.evaluate(drawPairs, { styles: STYLES.map(({ cssText }) => cssText), pairs: PAIRS });
        for (const [index, pair] of PAIRS.entries()) {
          const { name, property = 'color', hover, focus } = pair;
          const look = page.locator(`#pair-${index} [data-look]`);
          if (hover) await look.hover();
          if (focus) await look.focus();
          const ratio = await look.evaluate(contrastOf, property);
          const least = asked(pair) === TEXT && theme === 'contrast.css' ? 7 : asked(pair);
          measured.push({ pair: name, theme, scheme, least, ratio });
        }
      }
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** docs/design.md as it should stand. */
export async function withContrasts(measured) {
  const text = readFileSync(PAGE, 'utf8');
  const [start, end] = MARKS.map((mark) => text.indexOf(mark));
  if (start < 0 || end < start) throw new Error('docs/design.md has no place for the table of contrasts');
  const columns = Object.keys(THEMES).flatMap((theme) =>
    ['light', 'dark'].map((scheme) => ({ theme, scheme })),
  );
  const cell = (pair, { theme, scheme }) =>
    measured
      .find((one) => one.pair === pair && one.theme === theme && one.scheme === scheme)
      .ratio.toFixed(1);
  const rows = [
    ['', ...columns.map(({ theme, scheme }) => `${theme}, ${scheme}`), 'at least'],
    ['---', ...columns.map(() => '--:'), '--:'],
    ...PAIRS.map((pair) => [pair.name, ...columns.map((column) => cell(pair.name, column)), asked(pair)]),
  ];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const whole = `${text.slice(0, start)}${MARKS[0]}\n\n${table}\n\n${text.slice(end)}`;
  return format(whole, { ...(await resolveConfig(PAGE)), filepath: PAGE });
}

/** In the page: each pair in the frame of an element, with the elements' own rules. */
function drawPairs({ styles, pairs }) {
  const host = globalThis.document.querySelector('main');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new globalThis.CSSStyleSheet();
  sheet.replaceSync(styles.join('\n'));
  shadow.adoptedStyleSheets = [sheet];
  shadow.innerHTML = pairs
    .map(({ html }, index) => `<div class="frame" id="pair-${index}">${html}</div>`)
    .join('');
}

/** In the page: an element's colour against all that lies behind it, painted as the browser would. */
function contrastOf(element, property) {
  const context = new globalThis.OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const paint = (colour) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  };
  const luminance = () => {
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // A border, an outline and a filled shape stand out from what is around them, text from what is under it.
  const layers = [];
  for (let at = property === 'color' ? element : element.parentElement; at; at = at.parentElement) {
    layers.unshift(globalThis.getComputedStyle(at).backgroundColor);
  }
  layers.forEach(paint);
  const behind = luminance();
  paint(globalThis.getComputedStyle(element).getPropertyValue(property));
  const [darker, lighter] = [behind, luminance()].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PAGE, await withContrasts(await measureContrasts()));
}
