// What somebody gets who installs the packages: all that they name is in them, every public entry has its types by
// itself and can be imported on a server, and what the README shows compiles.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { PUBLIC } from '../scripts/docs-api.mjs';
import { runTool } from '../scripts/run.mjs';
import { root } from '../scripts/setup.mjs';
import { compiler } from './compiled.mjs';
import { installPacked, link } from './packed.mjs';

const { site, packages } = await installPacked();
const ELEMENTS = '@cnr-widgets/elements';
const elements = packages.get(ELEMENTS);

const text = (...names) => readFileSync(path.join(...names), 'utf8');

/** Types alone, for who has the framework. */
const FRAMEWORKS = ['react', 'svelte', 'vue'].map((name) => `${ELEMENTS}/${name}`);

/** What is imported under which name; stylesheets and JSON are no modules. */
const modules = [...packages.values()].flatMap(({ about }) =>
  Object.keys(about.exports)
    .filter((key) => !/\.(css|json)$/.test(key))
    .map((key) => path.posix.join(about.name, key)),
);

describe('archives', () => {
  for (const [name, { folder, files, about }] of packages) {
    test(`${name} is described, licensed, and holds what it names and nothing of its tests`, () => {
      for (const field of ['description', 'keywords', 'engines', 'license']) assert.ok(about[field], field);
      assert.notEqual(about.private, true);
      assert.equal(text(folder, 'LICENSE'), text(root, 'LICENSE'));
      assert.match(text(folder, 'README.md'), new RegExp(`^# ${name}\n`));
      const named = [about.exports, about.bin ?? {}, { about: about.customElements ?? './package.json' }]
        .flatMap((table) => Object.values(table))
        .flatMap((target) => (typeof target === 'string' ? target : Object.values(target)));
      for (const target of named) {
        const [start, end] = path.posix.normalize(target).split('*');
        const is = (file) =>
          end === undefined ? file === start : file.startsWith(start) && file.endsWith(end);
        assert.ok(files.some(is), `${target} is not in it`);
      }
      assert.deepEqual(
        files.filter((file) => /\.(test|fixture)\.|\/testing\/|\.d\.ts\.map$|tsbuildinfo/.test(file)),
        [],
      );
    });

    test(`${name}: a map brings the source that it leads to`, () => {
      const maps = files.filter((file) => file.endsWith('.map'));
      assert.ok(maps.length > 0);
      const bare = maps.filter(
        (file) => typeof JSON.parse(text(folder, file)).sourcesContent?.[0] !== 'string',
      );
      assert.deepEqual(bare, [], 'compiled before, or from what is gone: remove dist, and build');
    });
  }

  test('the packages ask for each other, and for the same things, by one version', () => {
    const versions = new Map([...packages.values()].map(({ about }) => [about.name, about.version]));
    assert.equal(new Set(versions.values()).size, 1);
    for (const { about } of packages.values()) {
      for (const [name, version] of Object.entries(about.dependencies)) {
        const before = versions.get(name) ?? version;
        assert.equal(version, before, `${about.name} asks for ${name}`);
        versions.set(name, before);
      }
    }
  });
});

test('the public elements are exported by name, and no part of theirs', () => {
  const defined = Object.keys(elements.about.exports)
    .filter((key) => key.startsWith('./define/'))
    .map((key) => key.slice('./define/'.length));
  const wanted = [...PUBLIC.map((name) => name.replace('cnr-', '')), 'all', 'history'];
  assert.deepEqual(defined.toSorted(), wanted.toSorted());
});

test('the manifest tells of the public elements, each in a module that is there', () => {
  const { modules: told } = JSON.parse(text(elements.folder, elements.about.customElements));
  const declared = told.flatMap(({ declarations }) => declarations);
  assert.deepEqual(
    declared.map(({ tagName }) => tagName),
    PUBLIC,
  );
  for (const { path: file } of told) assert.ok(elements.files.includes(file), file);
  const hidden = declared.flatMap(({ members }) => members).filter(({ privacy }) => privacy === 'private');
  assert.deepEqual(hidden, []);
});

test('what an element holds tells the page by the same events', () => {
  const { modules: told } = JSON.parse(text(elements.folder, elements.about.customElements));
  const declared = told.flatMap(({ declarations }) => declarations);
  const events = (tag) => declared.find(({ tagName }) => tagName === tag).events.map(({ name }) => name);
  const held = {
    'cnr-consultation': ['cnr-questionnaire', 'cnr-proposals', 'cnr-meeting-map'],
    'cnr-questionnaire': ['cnr-receipt'],
    'cnr-proposals': ['cnr-support', 'cnr-receipt'],
    'cnr-meeting-map': ['cnr-receipt'],
  };
  for (const [tag, parts] of Object.entries(held)) {
    const missing = parts.flatMap(events).filter((name) => !events(tag).includes(name));
    assert.deepEqual(missing, [], tag);
  }
});

test('every entry can be imported without a page, where there is no shared outbox', async () => {
  const file = path.join(site, 'server.mjs');
  const lines = modules.map((name) => `await import('${name}');`);
  writeFileSync(
    file,
    `${lines.join('\n')}
    const { memoryStore, Outbox, sharedOutbox } = await import('@cnr-widgets/client');
    const own = new Outbox({ store: memoryStore() });
    for (const start of [sharedOutbox, sharedOutbox, () => own.start(), () => own.start()]) {
      try { start(); } catch ({ name, code }) { console.log(name, code); }
    }`,
  );
  const { code, output } = await runTool('node', [file]);
  assert.equal(output, 'ClientError not-supported\n'.repeat(4));
  assert.equal(code, 0);
});

test('the command line runs from its archive', async () => {
  const { folder, about } = packages.get('@cnr-widgets/server');
  const { code, output } = await runTool('node', [path.join(folder, about.bin.cnr), '--help']);
  assert.equal(code, 0, output);
});

/** How each framework is asked what may be set on an element, and what is told to who listens. */
const TYPED = {
  react: {
    declared: () => ['@types/react', 'csstype'].forEach((name) => link(name, site)),
    props: "import type { JSX } from 'react'; type Props = JSX.IntrinsicElements['cnr-consultation'];",
    handler: "Props['oncnr-received']",
  },
  svelte: {
    declared: () =>
      declare(
        'svelte',
        './elements',
        'export interface HTMLAttributes<T> { id?: T } export interface SvelteHTMLElements { a: object }',
      ),
    props: `import type { SvelteHTMLElements } from 'svelte/elements';
      type Props = SvelteHTMLElements['cnr-consultation'];`,
    handler: "Props['oncnr-received']",
  },
  vue: {
    declared: () =>
      declare(
        'vue',
        '.',
        `export interface HTMLAttributes { id?: string } export interface PublicProps { key?: string }
        export type EmitFn<E> = E; export interface GlobalComponents { a: object }`,
      ),
    props: `import type { GlobalComponents } from 'vue';
      type Element = InstanceType<GlobalComponents['cnr-consultation']>; type Props = Element['$props'];`,
    handler: "Element['$emit']['cnr-received']",
  },
};

for (const resolution of ['bundler', 'nodenext']) {
  describe(`types, moduleResolution ${resolution}`, () => {
    const faultsOf = compiler(site, resolution);
    const nameOf = (entry) => entry.replaceAll(/\W+/g, '-');

    const withElements = modules.filter(
      (name) => name.startsWith(ELEMENTS) && !name.endsWith('/history') && !FRAMEWORKS.includes(name),
    );
    for (const entry of withElements) {
      test(`${entry} by itself`, () => {
        const [, own] = /(?:define|embed)\/([a-z-]+)$/.exec(entry) ?? [];
        const tags = PUBLIC.includes(`cnr-${own}`) ? [`cnr-${own}`] : PUBLIC;
        const use = tags.map(using).join('\n');
        const classes = tags.map(className).join(', ');
        const types = `import type { ${classes}, CnrReceivedEvent } from '${entry}';\n`;
        const used = `${use}\nexport type Used = [${classes}, CnrReceivedEvent];`;
        assert.deepEqual(faultsOf(nameOf(entry), `import '${entry}';\n${use}`), []);
        assert.deepEqual(faultsOf(`${nameOf(entry)}-types`, `${types}${used}`), []);
        // Without it, the same is wrong.
        assert.notDeepEqual(faultsOf(`${nameOf(entry)}-without`, `export {};\n${use}`), []);
      });
    }

    test('the README’s examples for developers, as they stand there', () => {
      const [, section] = /^## Pour le développeur.*?\n(.*?)^## /ms.exec(text(root, 'README.md'));
      const examples = [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, example]) => example);
      assert.ok(examples.some((example) => example.includes('sharedOutbox')));
      examples.forEach((example, index) => assert.deepEqual(faultsOf(`readme-${index}`, example), []));
    });

    for (const [framework, { declared, props, handler }] of Object.entries(TYPED)) {
      test(`${ELEMENTS}/${framework} tells ${framework} of elements, attributes and events`, () => {
        declared();
        const set = (history, field) => `import '${ELEMENTS}/${framework}';
          ${props}
          export const set: Props = { consultation: 'a', history: '${history}' };
          export const handle: NonNullable<${handler}> = (event) => console.log(event.${field});`;
        const ours = /elements\/(types|dist\/tags)/;
        assert.deepEqual(faultsOf(`${framework}-right`, set('on', 'late'), ours), []);
        assert.equal(faultsOf(`${framework}-wrong`, set('yes', 'lates')).length, 2);
      });
    }

    test('declarations need nothing that is not installed with them', () => {
      const all = modules
        .filter((name) => !name.includes('server') && !FRAMEWORKS.includes(name))
        .map((name) => `import '${name}';`);
      const ours = /@cnr-widgets\/(contract|client|elements)\//;
      assert.deepEqual(faultsOf('all', all.join('\n'), ours), []);
    });
  });
}

/** A framework that is not installed here: what ours build upon of its declarations. */
function declare(name, entry, declarations) {
  const folder = path.join(site, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  const about = { name, exports: { [entry]: { types: './index.d.ts' } } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(about));
  writeFileSync(path.join(folder, 'index.d.ts'), declarations);
}

function className(tag) {
  return tag.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}

/** Is it more than an element that nobody knows, and are its events more than events? */
function using(tag) {
  return `{
    const element = document.createElement('${tag}');
    const known: HTMLElement extends typeof element ? false : true = true;
    element.addEventListener('cnr-received', ({ late }) => console.log(late satisfies boolean, known));
  }`;
}
