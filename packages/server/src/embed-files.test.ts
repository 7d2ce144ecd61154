import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import type { Hono } from 'hono';
import { embedFiles } from './embed-files.js';
import { problemResponse, toProblem } from './problems.js';

let folder: string;
let app: Hono;
before(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'cnr-embed-'));
  folder = join(parent, 'embed');
  await mkdir(join(folder, 'chunks'), { recursive: true });
  await mkdir(join(folder, 'themes'));
  await writeFile(join(parent, 'secret.js'), 'secret');
  await writeFile(join(folder, 'cnr.js'), 'export const a = 1;\n'.repeat(100));
  await writeFile(join(folder, 'cnr.css'), 'cnr-consultation { display: block }');
  await writeFile(join(folder, 'themes', 'state.css'), ':root { --cnr-radius: 0 }');
  await writeFile(join(folder, 'cnr-support.js'), 'export const b = 2;');
  await writeFile(join(folder, 'cnr-history.js'), 'export {};');
  await writeFile(join(folder, 'THIRD-PARTIES.txt'), 'Lit, BSD-3-Clause');
  await writeFile(join(folder, 'chunks', 'form-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'chunks', 'notes.txt'), 'no');
  app = embedFiles(folder);
  app.onError((error) => problemResponse(toProblem(error)));
});
after(() => rm(join(folder, '..'), { recursive: true }));

const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

test('the bundle may be loaded by any page', async () => {
  for (const [path, type] of [
    ['/v1/cnr.js', 'text/javascript; charset=utf-8'],
    ['/v1/cnr-support.js', 'text/javascript; charset=utf-8'],
    ['/v1/cnr-history.js', 'text/javascript; charset=utf-8'],
    ['/v1/cnr.css', 'text/css; charset=utf-8'],
    ['/v1/themes/state.css', 'text/css; charset=utf-8'],
    ['/v1/chunks/form-1a2b.js', 'text/javascript; charset=utf-8'],
    ['/v1/THIRD-PARTIES.txt', 'text/plain; charset=utf-8'],
  ] as const) {
    const { status, headers } = await get(path, { Origin: 'https://anywhere.example' });
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), type);
    assert.equal(headers.get('access-control-allow-origin'), '*');
  }
  assert.match((await get('/v1/chunks/form-1a2b.js')).headers.get('cache-control') ?? '', /immutable/);
  assert.doesNotMatch((await get('/v1/cnr.js')).headers.get('cache-control') ?? '', /immutable/);
});

test('it is compressed for those who can read it, each form under its own tag', async () => {
  const plain = await get('/v1/cnr.js');
  const small = await get('/v1/cnr.js', { 'Accept-Encoding': 'gzip, br' });
  assert.equal(small.headers.get('content-encoding'), 'br');
  assert.match(small.headers.get('vary') ?? '', /Accept-Encoding/);
  const bytes = Buffer.from(await small.arrayBuffer());
  assert.equal(brotliDecompressSync(bytes).toString(), await plain.text());
  assert.notEqual(small.headers.get('etag'), plain.headers.get('etag'));
  const again = await get('/v1/cnr.js', { 'If-None-Match': plain.headers.get('etag') ?? '' });
  assert.equal(again.status, 304);
});

test('a build made meanwhile is served', async () => {
  await writeFile(join(folder, 'cnr.css'), 'before');
  assert.equal(await (await get('/v1/cnr.css')).text(), 'before');
  await writeFile(join(folder, 'cnr.css'), 'after, and longer');
  assert.equal(await (await get('/v1/cnr.css')).text(), 'after, and longer');
});

test('nothing else is served, and no path leads out', async () => {
  for (const path of [
    '/v1/chunks/absent.js',
    '/v1/chunks/notes.txt',
    '/v1/themes/absent.css',
    '/v1/themes/..%2Fcnr.css',
    '/v1/chunks/..%2Fcnr.js',
    '/v1/chunks/..%2F..%2Fsecret.js',
    '/v1/chunks/%2e%2e%2f%2e%2e%2fsecret.js',
    '/v1/chunks/..%5C..%5Csecret.js',
    '/v1/chunks/.hidden.js',
    '/v1/chunks/form-1a2b.js%00.js',
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
});
