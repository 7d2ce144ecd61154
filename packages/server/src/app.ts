import { Hono, type MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { consultationRoutes } from './consultation-routes.js';
import { Consultations } from './consultations.js';
import { contributionRoutes } from './contribution-routes.js';
import { Contributions } from './contributions.js';
import { consultationCors, publicFiles } from './cors.js';
import type { Database } from './database.js';
import { embedFiles } from './embed-files.js';
import { contourRoutes } from './geo/contour-routes.js';
import { placeRoutes } from './geo/place-routes.js';
import { guardHeaders } from './guard-headers.js';
import { healthRoutes } from './health.js';
import { LIMIT_RULES, type LimitRules } from './limits-settings.js';
import { Limits } from './limits.js';
import { requestLog, type Log } from './logging.js';
import { meetingRoutes } from './meetings/meeting-routes.js';
import { registrationRoutes } from './meetings/registration-routes.js';
import { moderationPages } from './moderation/routes.js';
import { openApiDocument } from './openapi.js';
import { pages } from './page.js';
import { ProblemError, problemResponse, toProblem } from './problems.js';
import { proposalRoutes } from './proposal-routes.js';
import { ResultsReader } from './results.js';

export interface AppOptions {
  db: Database;
  /** For what may take longer than a citizen waits, and is then kept for all who ask: tallies. Default: `db`. */
  patientDb?: Database;
  /** The origin under which citizens reach the server, e.g. `https://participation.example`. */
  origin: string;
  /** The folder of the built bundle. */
  embedDir: string;
  log: Log;
  securityContact?: string | undefined;
  /** Those that are not said are the settings' defaults. */
  limits?: Partial<LimitRules> | undefined;
  /** Default: the machine's clock. */
  now?: () => Date;
  /** Once true, `/readyz` says 503 so that no new request is sent here, and connections are not kept. */
  stopping?: () => boolean;
}

/** The whole HTTP surface, without a socket. */
export function createApp(options: AppOptions): Hono {
  const { db, origin, embedDir, log, securityContact } = options;
  const { now = () => new Date(), stopping = () => false, patientDb = db } = options;
  const consultations = new Consultations(db, now);
  const limits = new Limits({ db, consultations, rules: { ...LIMIT_RULES, ...options.limits }, now });
  const app = new Hono();

  app.use(requestLog(log));
  app.use(guardHeaders);
  app.use(async (c, next) => {
    await next();
    // A connection that is kept open would keep the server from stopping.
    if (stopping()) c.header('Connection', 'close');
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (_, methods) =>
        problemResponse(new ProblemError('method-not-allowed', { headers: { Allow: methods.join(', ') } })),
    }),
  );
  app.onError((error) => problemResponse(toProblem(error)));
  app.notFound(() => problemResponse(new ProblemError('not-found')));

  for (const path of ['/v1/consultations/*', '/c/*']) app.use(path, refuseNul);
  app.use('/v1/consultations/:id/*', consultationCors(consultations, origin));
  app.route('/', consultationRoutes(consultations, new ResultsReader({ db, patientDb, now })));
  app.route('/', proposalRoutes(db, consultations, now));
  app.route('/', meetingRoutes(db, consultations, origin, now));
  app.route('/', registrationRoutes(db, consultations, now));
  app.route('/', contributionRoutes(new Contributions(db, consultations, now), limits));
  app.route('/', placeRoutes(db, now));
  app.route('/', contourRoutes(db));
  app.route('/', embedFiles(embedDir));
  app.route('/', pages(consultations, origin, now));
  app.route('/', moderationPages({ db, consultations, origin, now }));
  app.route('/', healthRoutes(db, stopping));
  const document = JSON.stringify(openApiDocument(origin));
  app.get('/v1/openapi.json', publicFiles, (c) =>
    c.body(document, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' }),
  );
  if (securityContact !== undefined) {
    app.get('/.well-known/security.txt', (c) => c.text(securityText(securityContact, now())));
  }
  return app;
}

/** PostgreSQL knows no such character, in an id as in a search. */
const refuseNul: MiddlewareHandler = async (c, next) => {
  if (c.req.url.includes('%00')) throw new ProblemError('invalid-request', { detail: 'U+0000' });
  await next();
};

/** RFC 9116. It asks for an expiry within a year; ours moves with the day, as long as the server runs. */
function securityText(contact: string, now: Date): string {
  const expires = new Date(now.getTime() + 180 * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  return `Contact: ${contact}\nExpires: ${expires.toISOString()}\nPreferred-Languages: fr, en\n`;
}
