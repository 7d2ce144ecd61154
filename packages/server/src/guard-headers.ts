import type { MiddlewareHandler } from 'hono';

/**
 * What every answer says, whatever it is: no browser may take it for another type than it says (`nosniff`), and no
 * page that opened one of ours, or that ours opened, reaches into it (`Cross-Origin-Opener-Policy`).
 */
export const guardHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  if (c.res.headers.get('Content-Type')?.startsWith('text/html')) {
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
  }
};
