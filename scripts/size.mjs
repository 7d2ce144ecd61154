// npm run size: what a citizen's phone fetches, in brotli bytes, and what those bytes are made of. 1 kB = 1,000 bytes.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './setup.mjs';

const STATS = ['embed-stats.json', 'embed-support-stats.json'].map((name) => path.join(root, 'dist', name));

/**
 * What was asked for, what is aimed for, and what fails: a budget that is not met yet is held where it stands, so that
 * it does not grow unseen. Lower `ceiling` with every saving, raise it only for what citizens get; without one, `limit` fails.
 */
const LIMITS = {
  before: { title: 'before "Participer" is pressed', limit: 18, aim: 15 },
  answer: {
    title: 'all that is needed to answer, in French, from card to receipt code',
    limit: 30,
    aim: 24,
    ceiling: 37.7,
  },
  support: {
    title: 'the support button alone on a page, in French: shown, pressed, offline too, and counted',
    limit: 12,
    aim: 12,
    ceiling: 19.3,
  },
  proposals: {
    title: 'proposals listed, searched, opened and answered, on top of cnr.js and the support button',
    limit: 8,
    aim: 8,
  },
  meetings: {
    title: 'meetings listed, searched and filtered, on top of cnr.js and what sends',
    limit: 14.5,
    aim: 10,
  },
  meeting: { title: 'a meeting opened, fetched behind the list', limit: 5, aim: 5 },
  map: {
    title: 'the map of meetings with the contours of the départements, on top of their list',
    limit: 24,
    aim: 24,
  },
  drawing: { title: 'the same without the contours', limit: 16 },
};

/** Chunks that a citizen who answers in French on a consultation's page does not fetch, by name or first module. */
const NOT_TO_ANSWER = [
  /^chunks\/en-/,
  /\/messages\.en\.js$/,
  // What was sent or waits: listing it, reading it again, taking it back. Fetched in advance, once answering began.
  /^chunks\/(manage|rest|sent)-/,
  /\/define\/(rest|receipt|refusal|outbox)\.js$/,
  /\/client\/dist\/parse-seldom\.js$/,
  // The card and the questionnaire take `backend` themselves.
  /\/define\/provider\.js$/,
  // Steps in the browser's history, where a host asks for them.
  /^chunks\/follow-/,
  // Proofs of work, where a backend asks for one.
  /^chunks\/solver-/,
  /\/define\/proof\.js$/,
  // Supporting and proposing.
  /^chunks\/(support|proposals|writing|lists)-/,
  // Meetings.
  /^chunks\/(meetings?|map|registration)-/,
  // The other adapters: the script tag's `backend` is an http address.
  /\/client\/dist\/(static|memory)\.js$/,
];

/** The same of its one file's own chunks, for the support button: all but itself has to do with something else. */
const NOT_TO_SUPPORT = [/^chunks\//];

if (!STATS.every((file) => existsSync(file))) {
  console.error("Rien n'est construit : npm run build d'abord. / Nothing is built: npm run build first.");
  process.exit(1);
}
const chunks = new Map(
  STATS.flatMap((file) => JSON.parse(readFileSync(file, 'utf8'))).map((chunk) => [chunk.fileName, chunk]),
);
const compressed = (content) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const brotli = (file) => compressed(readFileSync(path.join(root, 'dist', 'embed', file)));
const sizes = new Map([...chunks.keys()].map((file) => [file, brotli(file)]));
const css = brotli('cnr.css');

const before = reach(['cnr.js'], () => false);
const answer = reach(['cnr.js'], without(NOT_TO_ANSWER));
const support = reach(['cnr-support.js'], without(NOT_TO_SUPPORT));
const named = (name) => [...chunks.keys()].find((file) => file.startsWith(`chunks/${name}-`));
const shared = reach(['cnr.js', named('support')], () => false);
const proposals = new Set([...reach([named('proposals')], () => false)].filter((file) => !shared.has(file)));
const listed = reach(['cnr.js', named('meetings')], () => false);
const sending = reach([named('outbox')], () => false);
const meetings = new Set([...listed].filter((file) => !before.has(file) && !sending.has(file)));
const meeting = new Set([...reach([named('meeting')], () => false)].filter((file) => !listed.has(file)));
const map = new Set([...reach([named('map')], () => false)].filter((file) => !listed.has(file)));
// The contours stand in the same file, which is one round trip less; alone they compress as well.
const { CONTOURS } = await import('../packages/elements/dist/meetings/map/contours.data.js');
const drawing = sum([...map].map((file) => sizes.get(file))) - compressed(CONTOURS);

let over = false;
for (const [files, { title, limit, aim, ceiling = limit }] of [
  [before, LIMITS.before],
  [answer, LIMITS.answer],
  [support, LIMITS.support],
  [proposals, LIMITS.proposals],
  [meetings, LIMITS.meetings],
  [meeting, LIMITS.meeting],
  [map, LIMITS.map],
]) {
  const style = [before, answer, support].includes(files) ? css : 0;
  const bytes = style + sum([...files].map((file) => sizes.get(file)));
  const above = `${kB(bytes - limit * 1000).trim()} OVER THE LIMIT, fails above ${ceiling} kB`;
  const verdict = bytes > limit * 1000 ? above : bytes > aim * 1000 ? 'over the aim' : 'ok';
  over ||= bytes > ceiling * 1000;
  console.log(`\n${kB(bytes)}  ${title} (limit ${limit} kB, aim ${aim} kB): ${verdict}`);
  if (style > 0) console.log(`  ${kB(style)}  cnr.css`);
  for (const file of files) console.log(`  ${kB(sizes.get(file))}  ${file}`);
  madeOf(files);
}
const heavy = drawing > LIMITS.drawing.limit * 1000;
over ||= heavy;
console.log(
  `\n${kB(drawing)}  ${LIMITS.drawing.title} (limit ${LIMITS.drawing.limit} kB): ${heavy ? 'OVER THE LIMIT' : 'ok'}`,
);
const rest = [...chunks.keys()].filter(
  (file) => ![answer, support, proposals, meetings, meeting, map].some((set) => set.has(file)),
);
console.log(
  '\nNot counted: other languages, what was sent or waits (rest, fetched behind the first question), writing proposals\n' +
    'and comments (writing, fetched when a form is opened), a provider,\n' +
    'shared devices, other adapters, tallies and receipts read back:',
);
for (const file of rest)
  console.log(`  ${kB(sizes.get(file))}  ${file}  (${chunks.get(file).facade ?? 'shared'})`);
if (over) process.exitCode = 1;

/** Follows what may be imported later, but for chunks that match by name or first module. */
function without(patterns) {
  return (file) =>
    !patterns.some((pattern) => pattern.test(file) || pattern.test(chunks.get(file).facade ?? ''));
}

/** These chunks and what they import; what they may import later as far as `follow` says. */
function reach(files, follow, seen = new Set()) {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const { imports, dynamicImports } = chunks.get(file);
    reach([...imports, ...dynamicImports.filter(follow)], follow, seen);
  }
  return seen;
}

/**
 * Shares the compressed bytes of each chunk out among its modules by their length before minifying: not exact, as a
 * compressor knows no modules, yet good enough to see what stands in the way.
 */
function madeOf(files) {
  const packages = new Map();
  const modules = new Map();
  for (const file of files) {
    const parts = Object.entries(chunks.get(file).modules);
    const length = sum(parts.map(([, rendered]) => rendered));
    for (const [name, rendered] of parts) {
      const share = length === 0 ? 0 : (sizes.get(file) * rendered) / length;
      modules.set(name, (modules.get(name) ?? 0) + share);
      packages.set(packageOf(name), (packages.get(packageOf(name)) ?? 0) + share);
    }
  }
  console.log('  made of, about:');
  for (const [name, share] of largest(packages, Infinity)) {
    const inside = new Map([...modules].filter(([module]) => packageOf(module) === name));
    const names = largest(inside, 6).map(
      ([module, part]) => `${path.posix.basename(module)} ${(part / 1000).toFixed(1)}`,
    );
    console.log(`    ${kB(share)}  ${name}: ${names.join(', ')}`);
  }
}

function packageOf(module) {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module.split('/').slice(0, 2).join('/');
}

function largest(shares, count) {
  return [...shares].sort(([, a], [, b]) => b - a).slice(0, count);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(2).padStart(6)} kB`;
}
