// The scripts that a webmaster pastes: one entry, chunks that load when they are needed, one stylesheet; what some hosts
// load before their router; and the support button alone.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { thirdParties } from './scripts/third-parties.mjs';
import { shortenCss, shortenTemplates } from './scripts/shorten-templates.mjs';

const here = import.meta.dirname;

const page = {
  input: {
    cnr: 'packages/elements/dist/embed/cnr.js',
    'cnr-history': 'packages/elements/dist/define/history.js',
  },
  output: {
    dir: 'dist/embed',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    banner: ({ isEntry }) => (isEntry ? '/*! CNR Widgets, MIT. See THIRD-PARTIES.txt */' : ''),
    // Nothing here reads a module's namespace object: it need not be frozen, nor say that it is one.
    generatedCode: { preset: 'es2015', symbols: false },
    freeze: false,
    // The entry would name chunks that it does not need itself, to have them fetched earlier.
    hoistTransitiveImports: false,
    manualChunks: chunkOf,
    onlyExplicitManualChunks: true,
  },
  // What TypeScript's helpers and zod's own modules do is theirs to mend.
  onLog(level, log, handle) {
    if (
      log.code === 'THIS_IS_UNDEFINED' ||
      (log.code === 'CIRCULAR_DEPENDENCY' && log.message.includes('zod'))
    )
      return;
    handle(level, log);
  },
  plugins: [
    emptied(),
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    shortenTemplates(),
    stylesheet('packages/elements/src/embed/cnr.css', 'cnr.css'),
    ...readdirSync(path.join(here, 'packages/elements/themes')).map((name) =>
      stylesheet(`packages/elements/themes/${name}`, `themes/${name}`),
    ),
    thirdParties('THIRD-PARTIES.txt'),
    stats('dist/embed-stats.json'),
    terser({
      ecma: 2022,
      module: true,
      compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
      format: { comments: /^!/ },
    }),
  ],
};

/** For a page that carries support buttons alone: one file, made after the others, which stay as they are. */
const button = {
  ...page,
  input: { 'cnr-support': 'packages/elements/dist/embed/support.js' },
  // What it exports is for itself: nobody imports from a script tag.
  preserveEntrySignatures: false,
  // Without their names: it carries those of all that it may ever fetch, and they do not compress.
  output: { ...page.output, chunkFileNames: 'chunks/support-[hash].js', manualChunks: undefined },
  plugins: [
    ...page.plugins.filter(({ name }) => !['emptied', 'stylesheet', 'third-parties', 'stats'].includes(name)),
    stats('dist/embed-support-stats.json'),
  ],
};

export default [page, button];

/** Chunks carry a hash in their names, so that the last build's would pile up. */
function emptied() {
  return {
    name: 'emptied',
    renderStart: ({ dir }) => rmSync(path.resolve(here, dir), { recursive: true, force: true }),
  };
}

/**
 * Few files, cut where a citizen's road is: the entry is the card; `answer` is what questions take; `outbox`, which
 * sends, serves answers, the `support` button and proposals, with what these read with; `proposals` is to list and
 * open them, `writing` to deposit, comment and report; `meetings` lists meetings, `meeting` opens one, `map` draws them
 * (its contours are a file apart), `registration` is to come to one, `lists` what proposals and meetings share; `rest` is
 * for what was sent, `sent` what of it is the same for proposals and registrations; another language than French is one
 * file. Rollup's own cut makes a dozen small ones, which compress badly and cost a request each.
 */
function chunkOf(id, { getModuleInfo }) {
  if (id.endsWith('.en.js')) return 'en';
  // Reading a receipt or the tallies back and a backend of files are seldom asked for: they keep chunks of their own.
  if (/(shapes\/(retrieved|results)|parse-(seldom|retrieved|results)|contract\/dist\/phase)\.js$/.test(id))
    return undefined;
  // A file of its own, so that neither a card nor a meeting fetches the other's for it.
  if (id.endsWith('elements/dist/share.js')) return 'share';
  // Only answers that were given before are looked at this closely. The index hides who asks for it.
  if (id.endsWith('contract/dist/check-answer.js')) return 'rest';
  if (/(parse-support-counts|proposal-status|dist\/subject|shapes\/supportCounts)\.js$/.test(id))
    return 'support';
  if (/(check-proposal|parse-comments|shapes\/commentPage|http-writing)\.js$/.test(id)) return 'writing';
  // For backends that ask for a proof of work, when they do.
  if (/altcha-lib|client\/dist\/proof\.js|parse-challenge|shapes\/challenge/.test(id)) return 'solver';
  // What a card reads the device with names it, and never makes one.
  if (id.endsWith('client/dist/memory-store.js')) return 'outbox';
  const isNeeded = (root) => needs(root, getModuleInfo).has(id);
  // The index of @lit/context names both ends: the provider's comes with a provider.
  if (/@lit\/context\/.*\/(context-provider|value-notifier)\.js$/.test(id)) return undefined;
  // The card reads a definition at once, and is in the entry, which is where this belongs then.
  if (isNeeded(elements('embed/cnr.js')) || isNeeded(client('parse-definition.js'))) return 'cnr';
  const answer = isNeeded(elements('define/questionnaire.js'));
  if (isOfButton(id, getModuleInfo)) return answer ? 'outbox' : 'support';
  if (SHARED.test(id)) return 'outbox';
  if (PROPOSALS.test(id)) return 'proposals';
  if (LISTS.test(id)) return 'lists';
  if (/lit(-html)?\/directive[\w/-]*\.js$/.test(id)) return 'directives';
  if (MEETINGS.test(id)) return 'meetings';
  if (/(http-registrations|parse-registration|shapes\/registrationDetails)\.js$/.test(id))
    return 'registration';
  if (id.endsWith('contract/dist/contours.js')) return 'map';
  if (answer) return 'answer';
  const [rest, proposals, writing, meetings, meeting, registration] = [
    'rest',
    'proposals',
    'writing',
    'meeting-map',
    'meeting',
    'registration',
  ].map((name) => isNeeded(elements(`define/${name}.js`)));
  if (proposals) return 'proposals';
  if (meetings) return 'meetings';
  if (meeting) return 'meeting';
  if ([rest, writing, registration].filter(Boolean).length > 1) return 'sent';
  if (rest) return 'rest';
  if (writing) return 'writing';
  if (registration) return 'registration';
  // The contours are data, and may be replaced by the organiser's own: a file apart.
  return isNeeded(elements('define/map.js')) ? 'map' : undefined;
}

/** What answers and proposals both show texts and places with, and are passed by: neither should fetch the other for it. */
const SHARED =
  /(contract\/dist\/(markdown|departements|postal-code|limits)|elements\/dist\/(instead|load-proof|markdown|skip|boxes\.styles))\.js$/;

/** Of the contract and the client, what only proposals are read with. */
const PROPOSALS = /(http-proposals|parse-proposals|shapes\/proposal\w*)\.js$/;

/** What lists of proposals and of meetings both take. */
const LISTS = /elements\/dist\/(listing\.styles|fields|part)\.js$/;

/** The same as `PROPOSALS`, of meetings. */
const MEETINGS =
  /(http-meetings|client\/dist\/kept|parse-meetings|parse-places|meeting-status|plain-name|shapes\/(meeting\w*|foundPlaces))\.js$/;

/** The contract's index names all of it: what the button takes of it by that way is said here. */
function isOfButton(id, getModuleInfo) {
  const index = path.join(here, 'packages/contract/dist/index.js');
  const found = needs(elements('define/support.js'), getModuleInfo, index);
  return found.has(id) || /contract\/dist\/(canonical|replaced-by)\.js$/.test(id);
}

const client = (file) => path.join(here, 'packages/client/dist', file);
const elements = (file) => path.join(here, 'packages/elements/dist', file);

/** By build, whose `getModuleInfo` is its own, and then by root: asked for with every module. */
const known = new WeakMap();

/** The modules that come with `root` before it runs. @param passedOver a package's index, which names all of it */
function needs(root, getModuleInfo, passedOver) {
  const ofBuild = known.get(getModuleInfo) ?? new Map();
  known.set(getModuleInfo, ofBuild);
  const key = `${root} ${passedOver}`;
  const found = ofBuild.get(key) ?? new Set();
  if (!ofBuild.has(key)) {
    ofBuild.set(key, found);
    const add = (id) => {
      if (found.has(id) || id === passedOver) return;
      found.add(id);
      getModuleInfo(id).importedIds.forEach(add);
    };
    add(root);
  }
  return found;
}

function stylesheet(file, fileName) {
  return {
    name: 'stylesheet',
    buildStart() {
      this.addWatchFile(path.join(here, file));
    },
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName,
        source: shortenCss(readFileSync(path.join(here, file), 'utf8')).trim(),
      });
    },
  };
}

/** What `npm run size` reads: which chunk asks for which, and what each is made of. */
function stats(file) {
  return {
    name: 'stats',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const name = (id) => path.relative(here, id.replace(/^\0/, '')).split(path.sep).join('/');
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(
        file,
        JSON.stringify(
          chunks.map(({ fileName, isEntry, facadeModuleId, imports, dynamicImports, modules }) => ({
            fileName,
            isEntry,
            facade: facadeModuleId && name(facadeModuleId),
            imports,
            dynamicImports,
            modules: Object.fromEntries(
              Object.entries(modules).map(([id, { renderedLength }]) => [name(id), renderedLength]),
            ),
          })),
          null,
          2,
        ),
      );
    },
  };
}
