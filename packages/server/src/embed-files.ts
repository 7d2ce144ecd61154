import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { Hono, type Context } from 'hono';
import { matches } from './consultation-routes.js';
import { publicFiles } from './cors.js';
import { ProblemError } from './problems.js';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  // The licences of what the bundle holds travel with it.
  '.txt': 'text/plain; charset=utf-8',
};

/** One plain name, so that no path leads out of the folder. */
const SERVED =
  /^(chunks\/[A-Za-z0-9_][A-Za-z0-9._-]*\.(js|css|map)|cnr(-support|-history)?\.js|cnr\.css|themes\/[a-z]+\.css|THIRD-PARTIES\.txt)$/;

interface File {
  modified: number;
  bytes: Buffer<ArrayBuffer>;
  brotli: Buffer<ArrayBuffer>;
  etag: string;
}

const compress = promisify(brotliCompress);

/**
 * What a page embeds: `/v1/cnr.js`, or `/v1/cnr-support.js` for support buttons alone, `/v1/cnr-history.js` before some
 * routers, `/v1/cnr.css` and the chunks they load. Compressed here, once a file: an old phone in a place without
 * coverage is whom this is for, and not every operator has a proxy that does it.
 * @param folder where the bundle was built; a file that is not there is 404 `not-found`
 */
export function embedFiles(folder: string): Hono {
  const files = new Map<string, File>();
  const routes = new Hono();

  async function read(path: string): Promise<File> {
    const full = join(folder, path);
    const { mtimeMs } = await stat(full);
    const known = files.get(path);
    if (known?.modified === mtimeMs) return known;
    const bytes = await readFile(full);
    const file = {
      modified: mtimeMs,
      bytes,
      brotli: Buffer.from(await compress(bytes)),
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    };
    files.set(path, file);
    return file;
  }

  async function serve(c: Context, path: string, cacheControl: string): Promise<Response> {
    const type = TYPES[extname(path)];
    if (!type || !SERVED.test(path)) throw new ProblemError('not-found');
    const file = await read(path).catch((error: unknown) => {
      throw new ProblemError('not-found', { cause: error });
    });
    const brotli = /\bbr\b/.test(c.req.header('Accept-Encoding') ?? '');
    // A tag names bytes: each encoding has its own (RFC 9110, 8.8.3.3).
    const etag = brotli ? file.etag.replace(/"$/, '-br"') : file.etag;
    const headers = { ETag: etag, 'Cache-Control': cacheControl, Vary: 'Accept-Encoding' };
    if (matches(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
    return c.body(brotli ? file.brotli : file.bytes, 200, {
      ...headers,
      'Content-Type': type,
      ...(brotli && { 'Content-Encoding': 'br' }),
    });
  }

  for (const name of ['cnr.js', 'cnr-support.js', 'cnr-history.js', 'cnr.css', 'THIRD-PARTIES.txt']) {
    routes.get(`/v1/${name}`, publicFiles, (c) => serve(c, name, 'public, max-age=300'));
  }
  // The example themes, for a page that links one as it is.
  routes.get('/v1/themes/:name', publicFiles, (c) =>
    serve(c, `themes/${c.req.param('name')}`, 'public, max-age=300'),
  );
  // A chunk's name holds the hash of its content.
  routes.get('/v1/chunks/:name', publicFiles, (c) =>
    serve(c, `chunks/${c.req.param('name')}`, 'public, max-age=31536000, immutable'),
  );
  return routes;
}
