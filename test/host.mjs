// The partner's site: the demo's pages, and on the same origin pages that a test writes, behind the same policy.
import { createServer } from 'node:http';
import { contentSecurityPolicy } from '../demo/server.mjs';

/** @param {{ site: string, widgets: string }} options the demo's site, and the backend as pages call it */
export async function startHost({ site, widgets }) {
  const pages = new Map();
  let reportOnly = false;
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });

  async function respond(request, response) {
    const name = new URL(request.url, 'http://host').pathname;
    const { status, headers, body } = pages.has(name) ? own(pages.get(name)) : await demoPage(request.url);
    if (reportOnly) {
      headers['content-security-policy-report-only'] = headers['content-security-policy'];
      delete headers['content-security-policy'];
    }
    response.writeHead(status, headers).end(body);
  }

  function own({ body, origins }) {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(origins),
    };
    return { status: 200, headers, body };
  }

  async function demoPage(address) {
    const response = await fetch(`${site}${address}`);
    const headers = {};
    for (const name of ['content-type', 'content-security-policy', 'cache-control']) {
      const value = response.headers.get(name);
      if (value) headers[name] = value;
    }
    return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${server.address().port}`;
  return {
    url,
    /**
     * Adds a page with the two lines that a webmaster pastes; returns its address. `copies`: other origins from which
     * the script is loaded once more; `script`: another one than the whole library.
     */
    page(name, body, { stylesheet = true, copies = [], script = 'cnr.js' } = {}) {
      const tags = `${stylesheet ? `<link rel="stylesheet" href="${widgets}/v1/cnr.css" />` : ''}
        ${[widgets, ...copies].map((from) => `<script type="module" src="${from}/v1/${script}"></script>`).join('')}`;
      pages.set(`/${name}.html`, {
        origins: [widgets, ...copies].join(' '),
        body: `<!doctype html><html lang="fr"><head><meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${name}</title>${tags}</head>
        <body><main><h1>Une page</h1>${body}<p id="below">Ce texte est dessous.</p></main></body></html>`,
      });
      return `${url}/${name}.html`;
    },
    /** A page with one consultation's card, the fallback link in it. */
    card(consultation) {
      return this.page(
        `page-${consultation}`,
        `<cnr-consultation backend="${widgets}" consultation="${consultation}">
          <a href="${widgets}/c/${consultation}">Participer</a></cnr-consultation>`,
      );
    },
    /** Whether the policy only reports, or holds. */
    report(only) {
      reportOnly = only;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
