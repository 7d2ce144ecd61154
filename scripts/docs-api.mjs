// npm run docs:api: writes docs/elements.md, and the README's table of elements, from the docs blocks in the elements'
// own source, so that no attribute, event or token is typed a second time. test/docs.test.mjs compares what is committed.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { readEvents, readTokens } from './docs-source.mjs';
import { ATTRIBUTES, ELEMENTS, EVENTS, PARTS, SLOTS, TOKENS } from './docs-french.mjs';
import { root } from './setup.mjs';

const PAGE = path.join(root, 'docs', 'elements.md');
const README = path.join(root, 'README.md');
/** Between these the README's table stands. */
const MARKS = ['<!-- elements -->', '<!-- /elements -->'];

/** Elements that a page may carry; the others are parts of these. In the order of the page. */
export const PUBLIC = [
  'cnr-consultation',
  'cnr-questionnaire',
  'cnr-proposals',
  'cnr-meeting-map',
  'cnr-support',
  'cnr-outbox',
  'cnr-receipt',
  'cnr-provider',
];

/** @returns {Promise<{ elements: string, readme: string }>} docs/elements.md and README.md as they should stand */
export async function pagesOfElements() {
  const elements = await publicElements();
  return {
    elements: await formatted(PAGE, content(elements)),
    readme: await formatted(README, withTable(readFileSync(README, 'utf8'), elements)),
  };
}

async function formatted(filepath, text) {
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

/** What the analyzer tells of each of them, with the `module` that declares it. */
export async function publicElements() {
  const manifest = await cli({
    argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
    cwd: root,
    noWrite: true,
  });
  const declared = new Map(
    manifest.modules.flatMap(({ path: module, declarations = [] }) =>
      declarations.map((one) => [one.tagName, { ...one, module }]),
    ),
  );
  return PUBLIC.map((name) => {
    const element = declared.get(name);
    if (!element) throw new Error(`<${name}> is not in the manifest`);
    return element;
  });
}

function content(elements) {
  const events = readEvents();
  return [
    '# Les éléments · The elements',
    '<!-- Made by `npm run docs:api` from the elements’ own source and scripts/docs-french.mjs. Change it there. -->',
    'Chaque élément tient son serveur de son propre `backend`, sinon du `<cnr-provider>` le plus proche. / Each takes its backend from its own `backend`, or else from the nearest `<cnr-provider>`.',
    ...elements.map((element) => elementSection(element)),
    '## Événements · Events',
    'Tous remontent jusqu’au document. Aucun ne porte un mot de la réponse, ni un code de reçu. / All bubble and cross shadow roots. None carries a word of what was answered, nor a receipt code.',
    table(
      ['Événement · Event', 'Quand', 'When', 'Ce qu’il porte · What it carries'],
      events.map(({ name, when, fields }) => [
        code(name),
        inFrench(EVENTS, name),
        line(when),
        fields
          .map(({ field, type, about }) => `${code(field)} (${code(type)})${about ? `: ${line(about)}` : ''}`)
          .join('<br>'),
      ]),
    ),
    '## Couleurs et mesures · Tokens',
    'À donner sur l’élément ou au-dessus. Sans elles, un élément lit les propriétés du système de design de l’État quand la page les a ; sinon un thème neutre, sombre si le `color-scheme` de la page l’est. / Set them on an element or above it. Without them it reads the State design system’s own properties where the page has them, and else a neutral theme, dark where the page’s `color-scheme` is.',
    table(
      ['Nom · Token', 'Pour', 'For', 'Lu de la page · Read from the host', 'Sinon · Else', 'Sombre · Dark'],
      tokenRows(),
    ),
    `${code('--cnr-card-room')} et ${code('--cnr-form-room')} : la hauteur gardée pour la carte et pour le questionnaire tant qu’ils sont vides. / The height kept for the card and for the questionnaire until they have content.`,
  ].join('\n\n');
}

function inFrench(words, name) {
  if (!words[name]) throw new Error(`scripts/docs-french.mjs has no words for ${name}`);
  return words[name];
}

/** The README says which attributes and events there are; docs/elements.md what they mean. */
function withTable(text, elements) {
  const [start, end] = MARKS.map((mark) => text.indexOf(mark));
  if (start < 0 || end < start) throw new Error('README.md has no place for the table of elements');
  const rows = elements.map((element) => [
    code(`<${element.tagName}>`),
    fieldsOf(element)
      .filter(({ attribute }) => attribute)
      .map(({ attribute }) => code(attribute))
      .join(', '),
    eventsOf(element)
      .map(({ name }) => code(name))
      .join(', ') || '–',
  ]);
  const told = [
    table(
      ['Élément · Element', 'Rôle', 'Role'],
      elements.map(({ tagName, summary }) => [
        code(`<${tagName}>`),
        inFrench(ELEMENTS, tagName),
        line(summary),
      ]),
    ),
    table(['Élément · Element', 'Attributs · Attributes', 'Événements · Events'], rows),
  ];
  return [text.slice(0, start) + MARKS[0], ...told, text.slice(end)].join('\n\n');
}

/** What the analyzer takes from other code than docs blocks has no description. */
export function eventsOf({ events = [] }) {
  return events.filter(({ description }) => description);
}

/** With the attributes that are read where they are needed, and have no property. */
function fieldsOf(element) {
  const { attributes = [] } = element;
  const bare = attributes.filter(({ fieldName }) => !fieldName);
  return [
    ...visibleMembers(element).filter(({ kind }) => kind === 'field'),
    ...bare.map((one) => ({ ...one, attribute: one.name, name: undefined })),
  ];
}

export function visibleMembers({ members = [] }) {
  return members.filter(({ name, privacy, inheritedFrom, kind, description }) => {
    const own = privacy === undefined || privacy === 'public';
    // What the elements share among themselves is public in TypeScript, and of no use to a host.
    const shared = inheritedFrom?.name === 'CnrElement' && !['backend', 'locale'].includes(name);
    return own && !shared && !name.startsWith('#') && (kind === 'field' || description);
  });
}

function elementSection(element) {
  const { tagName, summary, slots = [], cssParts = [] } = element;
  const methods = visibleMembers(element).filter(({ kind }) => kind === 'method');
  const described = ({ name, description }, words, key = name) => [
    name ? code(name) : '–',
    inFrench(words, key),
    line(description),
  ];
  const sections = [
    [
      'Attributs et propriétés · Attributes and properties',
      [
        'Attribut · Attribute',
        'Propriété · Property',
        'Type',
        'Défaut · Default',
        'Ce que c’est',
        'In English',
      ],
      fieldsOf(element).map(fieldRow),
    ],
    [
      'Méthodes · Methods',
      ['Méthode · Method', 'In English'],
      methods.map(({ name, description }) => [code(`${name}()`), line(description)]),
    ],
    [
      'Événements · Events',
      ['Événement · Event', 'Quand', 'When'],
      eventsOf(element).map((event) => described(event, EVENTS)),
    ],
    [
      'Emplacement · Slot',
      ['Nom · Name', 'Ce que c’est', 'In English'],
      slots.map((slot) => described(slot, SLOTS, tagName)),
    ],
    [
      'Parties · Parts',
      ['`::part()`', 'Ce que c’est', 'In English'],
      cssParts.map((part) => described(part, PARTS)),
    ],
  ];
  return [
    `## \`<${tagName}>\``,
    `${inFrench(ELEMENTS, tagName)} / ${summary}`,
    ...sections
      .filter(([, , rows]) => rows.length > 0)
      .flatMap(([title, head, rows]) => [`### ${title} (${tagName})`, table(head, rows)]),
  ].join('\n\n');
}

function fieldRow({ name, attribute, type, default: value, description }) {
  return [
    attribute ? code(attribute) : '–',
    name ? code(name) : '–',
    type ? code(type.text) : '',
    value && value !== "''" && value !== '{}' ? code(value.replace(/^'(.*)'$/, '$1')) : '',
    attribute ? inFrench(ATTRIBUTES, attribute) : '',
    line(description ?? ''),
  ];
}

function tokenRows() {
  const tokens = readTokens();
  const gone = Object.keys(TOKENS).find((name) => !tokens.some(({ token }) => token === name));
  if (gone) throw new Error(`no style reads ${gone}`);
  return tokens.map(({ token, host, otherwise, dark }) => [
    code(token),
    ...inFrench(TOKENS, token),
    host ? code(host) : '',
    code(otherwise),
    dark ? code(dark) : '',
  ]);
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function code(text) {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** One line, as a cell of a table needs it. */
function line(text) {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { elements, readme } = await pagesOfElements();
  writeFileSync(PAGE, elements);
  writeFileSync(README, readme);
}
