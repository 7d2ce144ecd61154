// The partner's site of the demo: plain files, behind the policy that a careful host would send.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const site = fileURLToPath(new URL('site', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt; charset=utf-8',
};

/**
 * What a host adds to its policy for the widgets: their origin for scripts, styles and calls, and Lit's policy name.
 * Without 'allow-duplicates' a second copy of Lit on the page could not start.
 * @param {string} widgets the backend's origin
 */
export function contentSecurityPolicy(widgets) {
  return [
    `default-src 'self'`,
    `script-src 'self' ${widgets}`,
    `style-src 'self' ${widgets}`,
    `connect-src 'self' ${widgets}`,
    `img-src 'self' https: data:`,
    `media-src 'self' https:`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html 'allow-duplicates'`,
  ].join('; ');
}

/**
 * Serves demo/site; in its pages `{{widgets}}` stands for the backend's origin.
 * @param {{ port: number, widgets: string, host?: string }} options port 0: a free one
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serveSite({ port, widgets, host }) {
  const server = createServer((request, response) => {
    respond(request, response, widgets).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(request, response, widgets) {
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(widgets),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Control': 'no-cache',
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  // A page that names no icon has browsers ask for this one: its absence is no error.
  if (request.url === '/favicon.ico') {
    response.writeHead(204, headers).end();
    return;
  }
  const file = fileFor(request.url ?? '/');
  const content = file && (await readFile(file).catch(() => undefined));
  const [status, type, body] = content
    ? [200, TYPES[path.extname(file)], content]
    : [404, TYPES['.html'], await readFile(path.join(site, '404.html'))];
  const text = type === TYPES['.html'] ? body.toString('utf8').replaceAll('{{widgets}}', widgets) : body;
  response.writeHead(status, { ...headers, 'Content-Type': type }).end(request.method === 'HEAD' ? '' : text);
}

/** The file behind an address, or undefined for anything outside of the site. */
function fileFor(address) {
  let name;
  try {
    name = decodeURIComponent(new URL(address, 'http://site').pathname);
  } catch {
    return undefined;
  }
  const file = path.join(site, name.endsWith('/') ? `${name}index.html` : name);
  return file.startsWith(site + path.sep) && path.extname(file) in TYPES ? file : undefined;
}
