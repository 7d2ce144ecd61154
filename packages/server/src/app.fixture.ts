import type { Contribution, Problem, Receipt } from '@cnr-widgets/contract';
import type { Hono } from 'hono';
import { createApp } from './app.js';
import { testDatabase, type TestDatabase } from './database.fixture.js';
import { DURING } from './definition.fixture.js';
import type { LimitRules } from './limits-settings.js';
import { createLog } from './logging.js';

export const ORIGIN = 'https://participation.example';

export interface TestApp extends TestDatabase {
  app: Hono;
  /** What time it is for the server. */
  clock: { now: Date };
  /** Every line that was logged. */
  logged: string[];
  put: (contribution: Contribution, headers?: Record<string, string>) => Promise<Reply>;
  /** Asks with a body. */
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Reply>;
  call: (method: string, path: string, headers?: Record<string, string>) => Promise<Reply>;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  receipt: () => Receipt;
  problem: () => Problem;
}

/** The application on a database of its own, without a socket. */
export async function testApp(embedDir = '/nowhere', limits?: Partial<LimitRules>): Promise<TestApp> {
  const database = await testDatabase();
  const clock = { now: DURING };
  const logged: string[] = [];
  const app = createApp({
    db: database.db,
    origin: ORIGIN,
    embedDir,
    log: createLog('debug', (line) => void logged.push(line)),
    securityContact: 'mailto:securite@participation.example',
    now: () => clock.now,
    ...(limits && { limits }),
  });
  return {
    ...database,
    app,
    clock,
    logged,
    put: async (contribution, headers = {}) =>
      reply(
        await app.request(addressOf(contribution), {
          method: 'PUT',
          body: JSON.stringify(contribution),
          headers: { 'Content-Type': 'application/json', ...headers },
        }),
      ),
    post: async (path, body, headers = {}) =>
      reply(
        await app.request(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', ...headers },
        }),
      ),
    call: async (method, path, headers = {}) => reply(await app.request(path, { method, headers })),
  };
}

export function addressOf({ consultation, id }: Pick<Contribution, 'consultation' | 'id'>): string {
  return `/v1/consultations/${consultation}/contributions/${id}`;
}

export async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    receipt: () => JSON.parse(text) as Receipt,
    problem: () => JSON.parse(text) as Problem,
  };
}
