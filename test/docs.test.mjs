// The documentation holds what it says: its example passes the operator's check, its reference is the elements' own,
// its links lead somewhere, and no field, setting, command or code is left out.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { consultation, item, PROBLEM_CODES, questionnaire } from '@cnr-widgets/contract';
import { COLUMNS, readColumns } from '../packages/server/dist/meetings/import-columns.js';
import { openApiDocument } from '../packages/server/dist/openapi.js';
import { pagesOfElements } from '../scripts/docs-api.mjs';
import { runTool } from '../scripts/run.mjs';
import { root } from '../scripts/setup.mjs';

const CNR = path.join(root, 'packages', 'server', 'bin', 'cnr.mjs');
/** A page must come quickly over the networks that it writes about. */
const LARGEST_PICTURE = 150_000;

const pages = new Map(
  ['.', 'docs', ...packageFolders()]
    .flatMap(markdownIn)
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
);

function packageFolders() {
  return readdirSync(path.join(root, 'packages')).map((name) => path.join('packages', name));
}

function markdownIn(folder) {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));
}

const page = (file) => pages.get(path.join('.', file));

function assertAllNamed(file, names) {
  const text = page(file);
  const missing = names.filter(
    (name) => !new RegExp(`\`[^\`]*(?<![\\w-])${name}(?![\\w-])[^\`]*\``).test(text),
  );
  assert.deepEqual(missing, [], `${file} does not name these`);
}

test('docs/elements.md and the README are as npm run docs:api writes them', async () => {
  const { elements, readme } = await pagesOfElements();
  assert.equal(page('docs/elements.md'), elements);
  assert.equal(page('README.md'), readme);
});

test('the README’s bills of materials name what runs, and what a page carries', async () => {
  const commands = [...page('README.md').matchAll(/^npm (sbom .*)$/gm)].map(([, args]) => args.split(' '));
  const named = await Promise.all(
    commands.map(async (args) => {
      const { stdout } = await promisify(execFile)('npm', args, { cwd: root, maxBuffer: 2 ** 25 });
      return JSON.parse(stdout).components.map(({ name }) => name);
    }),
  );
  const [server, carried] = named;
  for (const name of ['pg', 'hono', 'kysely', 'zod']) assert.ok(server.includes(name), name);
  for (const name of ['lit', 'idb-keyval', 'altcha-lib']) assert.ok(carried.includes(name), name);
});

describe('docs/definition.md', () => {
  test('its example passes cnr check with nothing left to complete', async () => {
    const [, example] = /```json\n(.*?)```/s.exec(page('docs/definition.md'));
    const folder = mkdtempSync(path.join(tmpdir(), 'cnr-docs-'));
    try {
      const file = path.join(folder, 'exemple.json');
      writeFileSync(file, example);
      const { code, output } = await runTool('node', [CNR, 'check', file]);
      assert.equal(code, 0, output);
      // Once its closing is past, that is told as well.
      assert.match(output, /^(?:\S+ {2}attention {2}closesAt .*\n)?Aucune erreur\.\n$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('it names every field of a consultation, of its notice, its questions, its proposals and its meetings', () => {
    const fields = ({ shape }) => Object.keys(shape);
    const { $schema: _, ...described } = consultation.shape;
    const notice = consultation.shape.notice.def.innerType;
    const proposals = consultation.shape.proposals.def.innerType;
    const meetings = consultation.shape.meetings.def.innerType;
    const kinds = item.def.options;
    assertAllNamed('docs/definition.md', [
      ...Object.keys(described),
      ...fields(notice),
      ...fields(questionnaire),
      ...fields(proposals),
      ...fields(meetings),
      ...kinds.flatMap(fields),
      ...kinds.map(({ shape }) => shape.kind.def.values[0]),
    ]);
  });
});

describe('docs/meetings.md', () => {
  test('its example passes cnr meetings check', async () => {
    const [, example] = /```json\n(.*?)```/s.exec(page('docs/meetings.md'));
    const folder = mkdtempSync(path.join(tmpdir(), 'cnr-docs-'));
    try {
      const file = path.join(folder, 'rencontres.json');
      writeFileSync(file, example);
      const { code, output } = await runTool('node', [CNR, 'meetings', 'check', file]);
      assert.equal(code, 0, output);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('it names a column for all that a table may hold, and no column that is unknown', () => {
    const [, table] = /\n(\| Colonne.*?)\n\n/s.exec(page('docs/meetings.md'));
    const columns = table
      .split('\n')
      .slice(2)
      .map((row) => row.split('|')[1]);
    const named = columns.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    const { places, unknown } = readColumns(named);
    assert.deepEqual(unknown, []);
    const missing = Object.keys(COLUMNS).filter((column) => !places.has(column));
    assert.deepEqual(missing, []);
  });
});

describe('README.md', () => {
  test('it names the settings that cnr serve --help names, and no other', async () => {
    const { output } = await runTool('node', [CNR, 'serve', '--help']);
    const settings = [...output.matchAll(/^ {2}([A-Z][A-Z_]+) {2}/gm)].map(([, name]) => name);
    const named = [...page('README.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    assert.deepEqual(named.toSorted(), settings.toSorted());
    assert.ok(settings.includes('DATABASE_URL'));
  });

  test('it tells the webmaster of every code that an element says, and of no other', () => {
    const elements = path.join(root, 'packages', 'elements', 'src');
    const sources = readdirSync(elements, { recursive: true })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join(elements, file), 'utf8'));
    const ofThePage = sources.flatMap((text) => text.match(/(?<=')no-[a-z]+(?=')/g) ?? []);
    const { paths } = openApiDocument('https://participation.example');
    const ofTheBackend = ['', '/proposals', '/supports', '/meetings']
      .flatMap((what) => Object.entries(paths[`/v1/consultations/{id}${what}`].get.responses))
      .flatMap(([status, { description }]) => (status >= 400 ? description.split(', ') : []));
    // What a call may end with that no document of ours answers, and what answering needs.
    const ofTheWay = ['network', 'timeout', 'malformed-response', 'unexpected-status', 'not-found'];
    const others = ['unknown-subject', 'not-supported', 'insecure-context'];
    const [, table] = /`code` de `cnr-error`[^\n]*\n(.*?)\n\n/s.exec(page('README.md'));
    const named = table.split('\n').flatMap((row) => row.split('|')[1].match(/(?<=`)[a-z-]+(?=`)/g) ?? []);
    const said = new Set([...ofThePage, ...ofTheBackend, ...ofTheWay, ...others]);
    assert.deepEqual(named.toSorted(), [...said].toSorted());
    assert.ok(named.includes('no-subject') && named.includes('not-offered'));
  });

  test('it names every command of cnr', async () => {
    const { output } = await runTool('node', [CNR, '--help']);
    const commands = [...output.split('Commandes :')[1].matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    assert.ok(commands.length > 5);
    for (const command of commands) assert.match(page('README.md'), new RegExp(`cnr ${command}\\b`));
  });
});

test('docs/server.md names every code of a problem', () => {
  assertAllNamed('docs/server.md', [...PROBLEM_CODES]);
});

test('what examples import is there', async () => {
  const lines = [...pages.values()].flatMap((text) => [
    ...text.matchAll(/^import \{ ([^}]+) \} from '(@cnr-widgets\/[a-z]+)';$/gm),
  ]);
  assert.ok(lines.length > 0);
  for (const [, names, from] of lines) {
    const exported = await import(from);
    // Types are for test/packages.test.mjs, which compiles them.
    const values = names.split(', ').filter((name) => !name.startsWith('type '));
    for (const name of values) assert.ok(name in exported, `${name} from ${from}`);
  }
});

test('every npm run that the pages name exists', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const [file, text] of pages) {
    for (const [, name] of text.matchAll(/npm run ([a-z:]+)/g)) {
      assert.ok(name in scripts, `${file}: npm run ${name}`);
    }
  }
});

describe('links', () => {
  for (const [file, text] of pages) {
    test(file, () => {
      for (const target of linksOf(text)) {
        const [place, anchor] = target.split('#');
        const full = place ? path.join(path.dirname(file), decodeURIComponent(place)) : file;
        assert.ok(existsSync(path.join(root, full)), `${target} leads nowhere`);
        if (anchor !== undefined) {
          assert.ok(anchorsOf(pages.get(full)).has(decodeURIComponent(anchor)), `no ${target}`);
        }
      }
    });
  }

  test('pictures are small, and each is shown', () => {
    const shown = new Set(
      [...pages.values()].flatMap((text) => linksOf(text).map((link) => path.basename(link))),
    );
    for (const name of readdirSync(path.join(root, 'docs', 'pictures'))) {
      assert.ok(statSync(path.join(root, 'docs', 'pictures', name)).size < LARGEST_PICTURE, name);
      assert.ok(shown.has(name), `${name} is shown nowhere`);
    }
  });
});

/** Relative targets of links and pictures; code is no link. */
function linksOf(text) {
  const prose = text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)]
    .map(([, link, source]) => link ?? source)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Ids that a forge gives to the headings. */
function anchorsOf(text) {
  const headings = text.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, title]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
