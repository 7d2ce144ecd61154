import { isUnavailable, UnusableDatabaseError } from '../database.js';
import { MissingExtensionError } from '../migrations/0002-proposals-and-supports.js';
import type { Context } from './command.js';

/** What an operator needs to know of the database: never its password. */
interface Database {
  host: string;
  name: string;
  user: string;
}

const WORDS = {
  fr: {
    unreadable:
      'DATABASE_URL ne se lit pas. Sa forme : postgres://utilisateur:motdepasse@serveur:5432/base. Dans le mot de passe, écrivez %2F pour /, %23 pour #, %3F pour ?, %40 pour @, %3A pour :, %25 pour %.',
    unreadableFile: (file: string, code: string) =>
      `DATABASE_URL nomme un fichier qui ne peut pas être lu : ${file} (${code}).`,
    missing: ({ name, host }: Database) =>
      `La base « ${name} » n’existe pas sur ${host}. Créez-la : createdb ${name}`,
    refused: ({ host }: Database) =>
      `PostgreSQL (${host}) refuse l’utilisateur ou le mot de passe donnés dans DATABASE_URL.`,
    notAllowed: ({ name, user }: Database) =>
      `L’utilisateur « ${user} » ne peut pas créer de tables dans la base « ${name} ». Un administrateur de PostgreSQL le permet : psql ${name} -c '${ownership(name, user)}'`,
    notOwner: ({ name, user }: Database, message: string) =>
      `L’utilisateur « ${user} » n’a pas les droits qu’il faut dans la base « ${name} » (${message}). Donnez dans DATABASE_URL l’utilisateur qui a créé les tables.`,
    extension: ({ name }: Database, extension: string) =>
      `Il manque l’extension « ${extension} » à la base « ${name} ». Un administrateur de PostgreSQL peut l’ajouter : psql ${name} -c "create extension ${extension}"`,
    encoding: ({ name }: Database, encoding: string) =>
      `La base « ${name} » est en ${encoding}, et il la faut en UTF8. Créez-en une autre : createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8 ${name}_utf8`,
    newer: ({ name }: Database, migration: string) =>
      `La base « ${name} » a été mise à jour par une version plus récente de ce programme (${migration}). Installez cette version, ou une plus récente encore.`,
    noEncryption: ({ host }: Database) =>
      `PostgreSQL (${host}) n’accepte pas de connexion chiffrée (SSL), et DATABASE_URL en demande une. Activez SSL sur ce serveur ; s’il est sur la même machine, ôtez plutôt sslmode de DATABASE_URL.`,
    certificate: ({ host }: Database, code: string) =>
      `Le certificat de PostgreSQL (${host}) n’est pas reconnu (${code}). Ajoutez à DATABASE_URL l’autorité qui l’a signé : sslmode=verify-full&sslrootcert=/chemin/de/l/autorite.pem`,
    away: ({ host }: Database) =>
      `PostgreSQL ne répond pas à l’adresse ${host}. Est-il démarré ? DATABASE_URL est-elle juste ?`,
  },
  en: {
    unreadable:
      'DATABASE_URL cannot be read. Its form: postgres://user:password@server:5432/database. In the password write %2F for /, %23 for #, %3F for ?, %40 for @, %3A for :, %25 for %.',
    unreadableFile: (file: string, code: string) =>
      `DATABASE_URL names a file that cannot be read: ${file} (${code}).`,
    missing: ({ name, host }: Database) =>
      `There is no database “${name}” on ${host}. Create it: createdb ${name}`,
    refused: ({ host }: Database) =>
      `PostgreSQL (${host}) refuses the user or the password given in DATABASE_URL.`,
    notAllowed: ({ name, user }: Database) =>
      `The user “${user}” may not create tables in the database “${name}”. An administrator of PostgreSQL allows it: psql ${name} -c '${ownership(name, user)}'`,
    notOwner: ({ name, user }: Database, message: string) =>
      `The user “${user}” lacks rights in the database “${name}” (${message}). Give in DATABASE_URL the user that made the tables.`,
    extension: ({ name }: Database, extension: string) =>
      `The database “${name}” lacks the extension “${extension}”. An administrator of PostgreSQL can add it: psql ${name} -c "create extension ${extension}"`,
    encoding: ({ name }: Database, encoding: string) =>
      `The database “${name}” is in ${encoding}, and must be in UTF8. Create another one: createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8 ${name}_utf8`,
    newer: ({ name }: Database, migration: string) =>
      `The database “${name}” was brought up to date by a newer version of this program (${migration}). Install that version, or a newer one still.`,
    noEncryption: ({ host }: Database) =>
      `PostgreSQL (${host}) takes no encrypted connection (SSL), and DATABASE_URL asks for one. Turn SSL on there; if it is on the same machine, take sslmode out of DATABASE_URL instead.`,
    certificate: ({ host }: Database, code: string) =>
      `The certificate of PostgreSQL (${host}) is not known (${code}). Add to DATABASE_URL the authority that signed it: sslmode=verify-full&sslrootcert=/path/of/the/authority.pem`,
    away: ({ host }: Database) =>
      `PostgreSQL does not answer at ${host}. Is it started? Is DATABASE_URL right?`,
  },
};

/** From PostgreSQL 15 on, who owns the database may create in it; where that was changed, the second half helps. */
function ownership(name: string, user: string): string {
  return `alter database "${name}" owner to "${user}"; grant all on schema public to "${user}"`;
}

/** Codes of TLS where the other side is not who it should be. */
const CERTIFICATE = /^(?:ERR_TLS_|CERT_)|_CERT$|^UNABLE_TO_|^SELF_SIGNED_|^DEPTH_ZERO_/;

/** The operator's sentence for a database that cannot be used; undefined when the failure is another. */
export function databaseSentence(error: unknown, { env, locale }: Context): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  const words = WORDS[locale];
  if (error instanceof UnusableDatabaseError && error.code === 'unreadable-url') {
    const { cause } = error;
    const file = cause instanceof Error && 'path' in cause ? String(cause.path) : undefined;
    return file === undefined ? words.unreadable : words.unreadableFile(file, codeOf(cause));
  }
  const database = databaseOf(env);
  if (error instanceof UnusableDatabaseError) {
    return words[error.code === 'not-utf8' ? 'encoding' : 'newer'](database, error.detail);
  }
  if (error instanceof MissingExtensionError) return words.extension(database, error.extension);
  if (code === '3D000') return words.missing(database);
  if (code.startsWith('28')) return words.refused(database);
  if (code === '42501') {
    // In whichever language the server speaks.
    return /sch[eé]ma|esquema/i.test(error.message)
      ? words.notAllowed(database)
      : words.notOwner(database, error.message);
  }
  // node-postgres gives these no code.
  if (/does not support SSL/i.test(error.message)) return words.noEncryption(database);
  if (/^SASL: .*password must be/i.test(error.message)) return words.refused(database);
  if (CERTIFICATE.test(code)) return words.certificate(database, code);
  return isUnavailable(error) ? words.away(database) : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function databaseOf(env: Context['env']): Database {
  const url = env.DATABASE_URL ?? '';
  if (!URL.canParse(url)) return { host: '?', name: '?', user: '?' };
  const { host, pathname, username, searchParams } = new URL(url);
  const user = decoded(username) || env.PGUSER || env.USER || '?';
  return {
    // A socket of this machine stands behind `?`.
    host: host || searchParams.get('host') || env.PGHOST || 'localhost',
    name: decoded(pathname.slice(1)) || env.PGDATABASE || user,
    user,
  };
}

/** A sign alone that announces a code is itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
