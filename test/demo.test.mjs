// `npm run demo` as a person starts it: what it prints, what it serves, what it refuses, and how it ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = mkdtempSync(path.join(tmpdir(), 'cnr-demo-'));
let port;
let sitePort;
let demo;

/** Starts the demo and waits until it is up, or has ended. */
async function start(env) {
  const { DATABASE_URL: _ours, ...rest } = process.env;
  const child = spawn(process.execPath, ['scripts/demo.mjs'], {
    cwd: root,
    env: { ...rest, DATA_DIR: data, CNR_BUILT: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const closed = once(child, 'close');
  const up = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (output.includes('Ctrl-C stops everything')) resolve();
      });
    }
  });
  await Promise.race([up, closed]);
  return {
    said: () => output,
    ended: async () => (await closed)[0],
    stop: async (signal) => {
      child.kill(signal);
      return (await closed)[0];
    },
  };
}

async function freePorts() {
  const probes = [createServer(), createServer()];
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve))));
  const ports = probes.map((probe) => probe.address().port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}

before(async () => {
  [port, sitePort] = await freePorts();
  demo = await start({ PORT: String(port), SITE_PORT: String(sitePort) });
});
after(async () => {
  await demo.stop('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

test('prints the addresses and the seconds of each step', () => {
  assert.match(demo.said(), new RegExp(`http://localhost:${sitePort}/\\n`));
  assert.match(demo.said(), new RegExp(`http://localhost:${port}/\\n`));
  for (const step of ['Base de données PostgreSQL', 'Consultations de la démonstration', 'Serveur']) {
    assert.match(demo.said(), new RegExp(`${step}[ .]+\\d+,\\d s`));
  }
});

test('serves the partner’s pages with the tags of this very start, behind a strict policy', async () => {
  const widgets = `http://localhost:${port}`;
  const pages = ['ecole.html', 'suites.html', 'questions.html', 'questionnaire.html', 'participations.html'];
  for (const page of ['', ...pages]) {
    const response = await fetch(`http://localhost:${sitePort}/${page}`);
    assert.equal(response.status, 200, page);
    const policy = response.headers.get('content-security-policy');
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.match(policy, new RegExp(`script-src 'self' ${widgets};`));
    assert.doesNotMatch(policy, /unsafe/);
    const text = await response.text();
    assert.ok(text.includes(`src="${widgets}/v1/cnr.js"`), page);
    assert.ok(!text.includes('{{'), page);
    assert.doesNotMatch(text, / style=| on[a-z]+=|<style|<script>/, 'nothing inline');
  }
  assert.equal((await fetch(`http://localhost:${sitePort}/nulle-part.html`)).status, 404);
  assert.equal((await fetch(`http://localhost:${sitePort}/..%2f..%2fpackage.json`)).status, 404);
});

/** What everybody reads of the citizens' questions, each with its supports. */
async function questions() {
  const base = `http://localhost:${port}/v1/consultations/questions-pays-de-la-loire`;
  const response = await fetch(`${base}/proposals?sort=supported&limit=50`);
  const { proposals, total } = await response.json();
  assert.equal(proposals.length, total);
  return proposals.map(({ status, supports }) => `${status} ${supports}`);
}

test('holds citizens’ questions that were supported, moderated and answered', async () => {
  const found = await questions();
  assert.equal(found.length, 12);
  assert.deepEqual(found.slice(0, 3), ['answered 146', 'answered 121', 'selected 97']);
  const film = await fetch(`http://localhost:${sitePort}/dernier-train.webm`);
  assert.equal(film.headers.get('content-type'), 'video/webm');
  await film.body.cancel();
});

test('allows the partner’s origin of this very start, and no other', async () => {
  const address = `http://localhost:${port}/v1/consultations/acces-aux-soins-sarthe`;
  for (const [origin, allowed] of [
    [`http://localhost:${sitePort}`, `http://localhost:${sitePort}`],
    ['http://localhost:1', null],
  ]) {
    const response = await fetch(address, { headers: { Origin: origin } });
    assert.equal(response.headers.get('access-control-allow-origin'), allowed);
    await response.arrayBuffer();
  }
});

test('refuses a second start on the same folder', async () => {
  const [other, otherSite] = await freePorts();
  const second = await start({ PORT: String(other), SITE_PORT: String(otherSite) });
  assert.equal(await second.ended(), 1);
  assert.match(second.said(), /déjà en service \(processus \d+\)/);
  assert.doesNotMatch(second.said(), /\n {4}at /, 'a sentence, not a stack');
});

test('says which port is taken and how to choose another', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cnr-demo-'));
  const second = await start({ PORT: String(port), SITE_PORT: String(sitePort), DATA_DIR: folder });
  assert.equal(await second.ended(), 1);
  assert.match(second.said(), new RegExp(`Le port ${port} est déjà pris .* PORT=\\d+ npm run demo`));
  rmSync(folder, { recursive: true, force: true });
});

test('refuses a port that is no port', async () => {
  const second = await start({ PORT: 'abc' });
  assert.equal(await second.ended(), 1);
  assert.match(second.said(), /PORT=abc n'est pas un numéro de port/);
});

test(
  'stops everything on Ctrl-C, and keeps the data for the next start',
  { skip: process.platform === 'win32' },
  async () => {
    assert.equal(await demo.stop('SIGINT'), 0);
    for (const address of [`http://localhost:${port}/healthz`, `http://localhost:${sitePort}/`]) {
      await assert.rejects(fetch(address), address);
    }
    demo = await start({ PORT: String(port), SITE_PORT: String(sitePort) });
    assert.match(demo.said(), /Ctrl-C stops everything/);
    const published = await fetch(`http://localhost:${port}/v1/consultations/projet-ecole-villeneuve`);
    assert.equal((await published.json()).version, 1, 'the same definition is no new version');
    assert.equal((await questions())[0], 'answered 146', 'and nothing is supported twice');
  },
);
