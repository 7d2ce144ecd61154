import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLimits, type LimitRules } from './limits-settings.js';
import { LOG_LEVELS, type LogLevel } from './logging.js';

/** What the server needs to know, from the environment. */
export interface ServerConfig {
  databaseUrl: string;
  host: string;
  /** 0: any free port. */
  port: number;
  /** The origin under which citizens reach the server; undefined: `http://localhost:` and the port. */
  publicUrl: string | undefined;
  /** The folder that the bundle was built into: `cnr.js`, `cnr.css`, `chunks/`. */
  embedDir: string;
  logLevel: LogLevel;
  /** Whom to tell of a vulnerability (`mailto:` or `https:`): served as security.txt (RFC 9116). */
  securityContact: string | undefined;
  /** What is not said here is as a server without settings has it. */
  limits?: Partial<LimitRules> | undefined;
}

/** The repository's own build, where the server runs from a clone. */
const BUILT_EMBED = fileURLToPath(new URL('../../../dist/embed', import.meta.url));

const WORDS = {
  fr: {
    databaseMissing:
      'DATABASE_URL est absente. Elle dit où est PostgreSQL, par exemple : DATABASE_URL=postgres://utilisateur:motdepasse@localhost:5432/cnr',
    databaseWrong: 'DATABASE_URL doit commencer par postgres:// ou postgresql://',
    port: (value: string) => `PORT doit être un nombre entier de 0 à 65535 (reçu : « ${value} »)`,
    publicUrl: (value: string) =>
      `PUBLIC_URL doit être une origine sans chemin, par exemple https://participation.example (reçu : « ${value} »)`,
    logLevel: (value: string) => `LOG_LEVEL doit être l’un de ${LOG_LEVELS.join(', ')} (reçu : « ${value} »)`,
    contact: (value: string) =>
      `SECURITY_CONTACT doit commencer par mailto: ou https:// (reçu : « ${value} »)`,
    embedDir: (value: string) =>
      `EMBED_DIR doit être le dossier des éléments construits, où se trouve cnr.js (reçu : « ${value} »)`,
    noElements:
      'Aucun élément à servir : /v1/cnr.js manque, le reste répond. Pour les servir : npm run build, ou EMBED_DIR=dossier',
  },
  en: {
    databaseMissing:
      'DATABASE_URL is missing. It says where PostgreSQL is, for example: DATABASE_URL=postgres://user:password@localhost:5432/cnr',
    databaseWrong: 'DATABASE_URL must begin with postgres:// or postgresql://',
    port: (value: string) => `PORT must be a whole number from 0 to 65535 (got “${value}”)`,
    publicUrl: (value: string) =>
      `PUBLIC_URL must be an origin without a path, for example https://participation.example (got “${value}”)`,
    logLevel: (value: string) => `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')} (got “${value}”)`,
    contact: (value: string) => `SECURITY_CONTACT must begin with mailto: or https:// (got “${value}”)`,
    embedDir: (value: string) =>
      `EMBED_DIR must be the folder of the built elements, with cnr.js in it (got “${value}”)`,
    noElements:
      'No elements to serve: /v1/cnr.js is missing, all else answers. To serve them: npm run build, or EMBED_DIR=folder',
  },
};

/** The settings are wrong; `problems` are the operator's sentences, one a setting. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'wrong-settings';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the database is. @throws ConfigError */
export function readDatabaseUrl(env: Environment, locale: 'fr' | 'en' = 'fr'): string {
  const problem = wrongDatabaseUrl(env, locale);
  if (problem !== undefined) throw new ConfigError([problem]);
  return env.DATABASE_URL ?? '';
}

/** @throws ConfigError that names every setting that is wrong, not only the first */
export function readConfig(env: Environment, locale: 'fr' | 'en' = 'fr'): ServerConfig {
  const words = WORDS[locale];
  const port = env.PORT || '8080';
  const publicUrl = env.PUBLIC_URL || undefined;
  const logLevel = LOG_LEVELS.find((level) => level === (env.LOG_LEVEL || 'info'));
  const contact = env.SECURITY_CONTACT || undefined;
  const embedDir = env.EMBED_DIR || undefined;
  const limits = readLimits(env, locale);
  const problems = [
    wrongDatabaseUrl(env, locale),
    /^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? undefined : words.port(port),
    publicUrl === undefined || originOf(publicUrl) !== undefined ? undefined : words.publicUrl(publicUrl),
    logLevel ? undefined : words.logLevel(env.LOG_LEVEL ?? ''),
    contact === undefined || /^(mailto:|https:\/\/)\S+$/.test(contact) ? undefined : words.contact(contact),
    embedDir === undefined || holdsElements(embedDir) ? undefined : words.embedDir(embedDir),
    ...limits.problems,
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0 || !logLevel) throw new ConfigError(problems);
  return {
    databaseUrl: env.DATABASE_URL ?? '',
    // All interfaces only when asked: a trial on a laptop is not the network's business.
    host: env.HOST || '127.0.0.1',
    port: Number(port),
    publicUrl: publicUrl === undefined ? undefined : originOf(publicUrl),
    embedDir: embedDir ?? BUILT_EMBED,
    logLevel,
    securityContact: contact,
    limits: limits.rules,
  };
}

/** What the operator is told where nobody named a folder of elements and none is built: the calls alone are a use, too. */
export function elementsMissing({ embedDir }: ServerConfig, locale: 'fr' | 'en'): string | undefined {
  return holdsElements(embedDir) ? undefined : WORDS[locale].noElements;
}

function holdsElements(folder: string): boolean {
  return existsSync(path.join(folder, 'cnr.js'));
}

function wrongDatabaseUrl(env: Environment, locale: 'fr' | 'en'): string | undefined {
  const url = env.DATABASE_URL;
  if (!url) return WORDS[locale].databaseMissing;
  return /^postgres(ql)?:\/\//.test(url) ? undefined : WORDS[locale].databaseWrong;
}

function originOf(value: string): string | undefined {
  try {
    const url = new URL(value);
    const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
    return bare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
  } catch {
    return undefined;
  }
}
