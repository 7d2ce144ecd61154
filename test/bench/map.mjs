// npm run bench:map: the same 10,000 made-up meetings on the same contours in our map, on a bare SVG page with
// supercluster, in Leaflet with markercluster and in OpenLayers, in one run, on a processor four times as slow.
//   ready: from having the meetings to the map on the screen, its code fetched and run meanwhile
//   zoom:  from a press to the next picture, nearer and farther
//   heap:  what it holds besides the meetings
//   nodes: elements, texts and comments that it made
//   bytes: its scripts and styles, brotli; ours with Lit and what else the embed shares
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { rollup } from 'rollup';
import { CONTOURS } from '../../packages/elements/dist/meetings/map/contours.data.js';
import { findBrowser } from '../../scripts/browser.mjs';
import { shortenTemplates } from '../../scripts/shorten-templates.mjs';
import { madeUpMeetings } from './map-meetings.mjs';
import { median } from './rounds.mjs';

const MEETINGS = 10_000;
const ROUNDS = 7;
const SLOWER = 4;
/** Nearer three times, and back. */
const ZOOMS = [true, true, true, false, false, false];
const COLUMNS = { ready: 'ms', zoom: 'ms', heap: 'MB', nodes: '', bytes: 'kB' };

const require = createRequire(import.meta.url);
const LEAFLET = {
  'leaflet.js': readFileSync(require.resolve('leaflet/dist/leaflet.js')),
  'markercluster.js': readFileSync(require.resolve('leaflet.markercluster/dist/leaflet.markercluster.js')),
  'leaflet.css': readFileSync(require.resolve('leaflet/dist/leaflet.css')),
  'markercluster.css': readFileSync(require.resolve('leaflet.markercluster/dist/MarkerCluster.css')),
};
const OTHERS = { leaflet: LEAFLET, openlayers: { 'ol.css': readFileSync(require.resolve('ol/ol.css')) } };
const PAGES = ['ours', 'bare', 'leaflet', 'openlayers'];
/** `on top` is ours where cnr.js and the list stand on the page already, as they do: what they share is loaded before. */
const NAMES = ['ours', 'on top', ...PAGES.slice(1)];

const files = new Map([['/meetings.json', JSON.stringify(madeUpMeetings(MEETINGS, CONTOURS))]]);
const bytes = {};
for (const name of PAGES) await build(name);

const server = createServer(({ url }, response) => {
  const found = files.get(url);
  const type = { css: 'text/css', js: 'text/javascript', json: 'application/json' }[url.split('.').pop()];
  response.writeHead(found === undefined ? 404 : 200, { 'content-type': type ?? 'text/html' });
  response.end(found);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });

const measured = Object.fromEntries(NAMES.map((name) => [name, []]));
try {
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    // Each begins a round in its turn.
    for (let at = 0; at < NAMES.length; at += 1) {
      const name = NAMES[(turn + at) % NAMES.length];
      measured[name].push(await measure(name));
    }
  }
} finally {
  await browser.close();
  server.close();
}
tell();

/** Makes the page's files, and weighs them. */
async function build(name) {
  const bundle = await rollup({
    input: Object.fromEntries(
      [name, ...(name === 'ours' ? ['before'] : [])].map((file) => [
        file,
        path.join(import.meta.dirname, 'map', `${file}.js`),
      ]),
    ),
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      shortenTemplates(),
      terser({ ecma: 2022, module: true }),
    ],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: 'page-[name].js',
    chunkFileNames: `${name}-[name].js`,
  });
  await bundle.close();
  const made = output.map(({ fileName, code }) => [fileName, Buffer.from(code)]);
  const others = Object.entries(OTHERS[name] ?? {});
  const tags = others
    .map(([file]) => (file.endsWith('.css') ? `<link rel="stylesheet" href="/${file}">` : ''))
    .join('');
  files.set(
    `/${name}`,
    `<!doctype html><html lang="fr"><title>${name}</title>${tags}<style>#map{width:600px;height:560px}</style><div id="map"></div>`,
  );
  for (const [file, content] of [...made, ...others]) files.set(`/${file}`, content);
  const weight = (wanted) =>
    [...made, ...others]
      .filter(([file]) => wanted.includes(file))
      .reduce((sum, [, content]) => sum + brotliCompressSync(content).length, 0) / 1000;
  bytes[name] = weight(needs([`page-${name}.js`, ...others.map(([file]) => file)], output));
  if (name !== 'ours') return;
  const before = needs(['page-before.js'], output);
  bytes['on top'] = weight(needs(['page-ours.js'], output).filter((file) => !before.includes(file)));
}

/** These files and what they import at once: what may be imported later, English for one, is not needed to draw. */
function needs(files, output) {
  const imported = files.flatMap((file) => output.find(({ fileName }) => fileName === file)?.imports ?? []);
  return imported.length === 0 ? files : [...new Set([...files, ...needs(imported, output)])];
}

async function measure(row) {
  const onTop = row === 'on top';
  const name = onTop ? 'ours' : row;
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 800, height: 900 },
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const scripts = Object.keys(OTHERS[name] ?? {}).filter((file) => file.endsWith('.js'));
  await page.goto(`http://127.0.0.1:${server.address().port}/${name}`);
  await page.evaluate(
    async () => (window.meetings = await (await fetch('/meetings.json')).json()) && undefined,
  );
  if (onTop) await page.evaluate((file) => import(file).then(() => undefined), '/page-before.js');
  const before = await heapOf(devtools);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const times = await page.evaluate(
    async ({ name, scripts, zooms }) => {
      const started = performance.now();
      for (const file of scripts) {
        await new Promise((resolve, reject) => {
          const script = Object.assign(document.createElement('script'), {
            src: `/${file}`,
            onload: resolve,
            onerror: reject,
          });
          document.head.append(script);
        });
      }
      const { draw } = await import(`/page-${name}.js`);
      const map = await draw(window.meetings);
      const ready = performance.now() - started;
      window.map = map;
      const markers = map.markers();
      const times = [];
      for (const closer of zooms) {
        const pressed = performance.now();
        await map.zoom(closer);
        times.push(performance.now() - pressed);
      }
      return { ready, times, markers };
    },
    { name, scripts, zooms: ZOOMS },
  );
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const heap = ((await heapOf(devtools)) - before) / 1e6;
  const nodes = await page.evaluate(() => {
    const count = (node) =>
      [...node.childNodes, ...(node.shadowRoot?.childNodes ?? [])].reduce((sum, one) => sum + count(one), 1);
    return count(document.querySelector('#map')) - 1;
  });
  await context.close();
  return { ready: times.ready, zoom: median(times.times), heap, nodes, markers: times.markers };
}

async function heapOf(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

function tell() {
  const rows = Object.fromEntries(
    NAMES.map((name) => {
      const middle = (key) => median(measured[name].map((one) => one[key]));
      return [
        name,
        {
          ready: middle('ready'),
          zoom: middle('zoom'),
          heap: middle('heap'),
          nodes: middle('nodes'),
          bytes: bytes[name],
          markers: middle('markers'),
        },
      ];
    }),
  );
  console.log(
    `${MEETINGS} meetings, processor ÷ ${SLOWER}, medians of ${ROUNDS} rounds; in brackets: ours, times as much\n`,
  );
  console.log(
    ['', ...Object.entries(COLUMNS).map(([key, unit]) => `${key} ${unit}`), 'by keyboard']
      .map((cell) => cell.padStart(15))
      .join(''),
  );
  for (const [name, row] of Object.entries(rows)) {
    const cells = Object.keys(COLUMNS).map((key) => {
      const digits = key === 'nodes' ? 0 : 1;
      const ratio = name === 'ours' ? '' : ` (${(rows.ours[key] / row[key]).toFixed(2)})`;
      return `${row[key].toFixed(digits)}${ratio}`.padStart(15);
    });
    console.log(name.padStart(15) + cells.join('') + String(name === 'bare' ? 0 : row.markers).padStart(15));
  }
}
