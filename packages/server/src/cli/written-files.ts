import { randomBytes } from 'node:crypto';
import { mkdir, open as openFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CliError, type Bilingual, type Context } from './command.js';

/** Adds text to a file. @throws CliError */
export type Write = (text: string) => Promise<void>;

interface WritingOptions {
  /** Whether files that are there already may be replaced. */
  force: boolean;
  /** Of new files, the umask aside; read and written by their owner alone unless said. */
  mode?: number;
}

interface OpenFile {
  path: string;
  partial: string;
  handle: FileHandle;
}

/**
 * Writes files for the operator, who may have worked on those of an earlier time: they are replaced only with `force`.
 * All of them are written aside and then given their names, so that none is ever there in part, and whatever may be
 * read by others of what was there before may not be read of what takes its place.
 * @param work is given what writes to each of the files, in their order
 * @throws CliError that says what stands in the way, and what `work` throws; nothing of it is left then
 */
export async function writeFiles<const Paths extends readonly string[], T>(
  paths: Paths,
  { force, mode = 0o600 }: WritingOptions,
  context: Context,
  work: (writes: { [Place in keyof Paths]: Write }) => Promise<T>,
): Promise<T> {
  const telling = <R>(path: string, doing: Promise<R>): Promise<R> =>
    doing.catch((error: unknown) => {
      throw cannotWrite(path, error, context);
    });
  const refuse = async () => {
    const taken: string[] = [];
    for (const path of paths) if (await telling(path, isTaken(path))) taken.push(path);
    if (taken.length > 0 && !force) throw new CliError(THERE[context.locale](taken.join(', ')));
  };
  // Before anything is read in vain.
  await refuse();
  const files: OpenFile[] = [];
  try {
    for (const path of paths) {
      const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
      files.push({ path, partial, handle: await telling(path, openFile(partial, 'wx', mode)) });
    }
    const writes = files.map(
      ({ path, handle }): Write =>
        (text) =>
          telling(path, handle.writeFile(text)),
    );
    const result = await work(writes as { [Place in keyof Paths]: Write });
    // Closing is where a full disk may show at last.
    for (const { path, handle } of files) await telling(path, handle.close());
    // Somebody may have written one meanwhile.
    await refuse();
    for (const { path, partial } of files) await telling(path, rename(partial, path));
    return result;
  } finally {
    for (const { partial, handle } of files) {
      await handle.close().catch(() => undefined);
      await rm(partial, { force: true }).catch(() => undefined);
    }
  }
}

/** Makes a folder, and those that it is in. @throws CliError */
export async function makeFolder(folder: string, mode: number, context: Context): Promise<void> {
  await mkdir(folder, { recursive: true, mode }).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw cannotWrite(folder, taken ? new BlockedError('not-a-folder', error) : error, context);
  });
}

/** Something else has the name. The codes are those of Node where it has one. */
class BlockedError extends Error {
  override readonly name = 'BlockedError';

  constructor(
    readonly code: 'EISDIR' | 'not-a-file' | 'not-a-folder',
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}

/** Whether a file is there. @throws BlockedError where something else is */
async function isTaken(path: string): Promise<boolean> {
  const there = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (there?.isDirectory()) throw new BlockedError('EISDIR');
  // To be renamed over a terminal or a pipe would take it away from everybody.
  if (there && !there.isFile()) throw new BlockedError('not-a-file');
  return there !== undefined;
}

const THERE = {
  fr: (files: string) =>
    `Rien n’a été écrit, car ceci existe déjà : ${files}. Ajoutez --force pour le remplacer, ou donnez un autre nom.`,
  en: (files: string) =>
    `Nothing was written, as this is there already: ${files}. Add --force to replace it, or give another name.`,
};

/** Why, by the code of what Node throws. */
const REASONS: Readonly<Record<string, (path: string) => Bilingual>> = {
  EISDIR: () => ({ fr: 'c’est un dossier', en: 'it is a folder' }),
  'not-a-file': () => ({ fr: 'ce n’est pas un fichier ordinaire', en: 'it is no regular file' }),
  'not-a-folder': () => ({ fr: 'ce n’est pas un dossier', en: 'it is no folder' }),
  ENOENT: (path) => ({
    fr: `le dossier ${dirname(path)} n’existe pas`,
    en: `there is no folder ${dirname(path)}`,
  }),
  ENOTDIR: (path) => ({
    fr: `${dirname(path)} n’est pas un dossier`,
    en: `${dirname(path)} is no folder`,
  }),
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: () => ({ fr: 'ce disque ne peut être que lu', en: 'this disk can only be read' }),
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  ENAMETOOLONG: () => ({ fr: 'ce nom est trop long', en: 'this name is too long' }),
};

function notAllowed(path: string): Bilingual {
  const folder = resolve(dirname(path));
  return {
    fr: `votre compte n’a pas le droit d’écrire dans ${folder}`,
    en: `your account may not write into ${folder}`,
  };
}

function diskFull(): Bilingual {
  return { fr: 'il n’y a plus de place sur le disque', en: 'there is no room left on the disk' };
}

function cannotWrite(path: string, error: unknown, { locale }: Context): CliError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code]?.(path)[locale] : code || String(error);
  return new CliError(
    locale === 'fr' ? `Impossible d’écrire ${path} : ${reason}.` : `Cannot write ${path}: ${reason}.`,
    { cause: error },
  );
}
