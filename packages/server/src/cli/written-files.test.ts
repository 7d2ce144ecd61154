import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { CliError, type Context } from './command.js';
import { makeFolder, writeFiles } from './written-files.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cnr-written-'));
});
after(() => rm(folder, { recursive: true }));

const context: Context = { locale: 'fr', env: {}, print: () => undefined, tell: () => undefined };
const english: Context = { ...context, locale: 'en' };

/** A new, empty folder. */
async function place(name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  return path;
}

const put = (paths: string[], text: string, { force = false, told = context } = {}) =>
  writeFiles(paths, { force }, told, async (writes) => {
    for (const write of writes) await write(text);
    return 'done';
  });

test('files are there whole, for their owner alone, and nothing else is', async () => {
  const at = await place('whole');
  const done = await writeFiles(
    [join(at, 'a.csv'), join(at, 'b.txt')],
    { force: false },
    context,
    async ([a, b]) => {
      await a('one, ');
      await b('three');
      await a('two');
      assert.ok((await readdir(at)).every((name) => name.endsWith('.partial')));
      return 3;
    },
  );
  assert.equal(done, 3);
  assert.deepEqual(await readdir(at), ['a.csv', 'b.txt']);
  assert.equal(await readFile(join(at, 'a.csv'), 'utf8'), 'one, two');
  assert.equal((await stat(join(at, 'a.csv'))).mode & 0o777, 0o600);
});

test('what is there stays unless it may be replaced, and then nobody else may read it', async () => {
  const at = await place('there');
  const [old, other] = [join(at, 'lot.csv'), join(at, 'autre.csv')];
  await writeFile(old, 'filled in');
  await chmod(old, 0o644);
  let worked = false;
  const work = async () => {
    worked = true;
  };
  await assert.rejects(writeFiles([other, old], { force: false }, context, work), {
    name: 'CliError',
    message: `Rien n’a été écrit, car ceci existe déjà : ${old}. Ajoutez --force pour le remplacer, ou donnez un autre nom.`,
  });
  await assert.rejects(put([old], 'new', { told: english }), { message: /there already: .* Add --force/ });
  assert.equal(worked, false);
  assert.deepEqual([await readdir(at), await readFile(old, 'utf8')], [['lot.csv'], 'filled in']);
  assert.equal(await put([old], 'new', { force: true }), 'done');
  assert.deepEqual([await readdir(at), await readFile(old, 'utf8')], [['lot.csv'], 'new']);
  assert.equal((await stat(old)).mode & 0o777, 0o600);
});

test('what breaks off leaves the old file as it was, and nothing beside it', async () => {
  const at = await place('broken');
  const path = join(at, 'lot.csv');
  await writeFile(path, 'before');
  const failure = new Error('the database is gone');
  const failing = writeFiles([path], { force: true }, context, async ([write]) => {
    await write('half');
    throw failure;
  });
  await assert.rejects(failing, failure);
  assert.deepEqual([await readdir(at), await readFile(path, 'utf8')], [['lot.csv'], 'before']);
});

test('a file that somebody else wrote meanwhile stays', async () => {
  const at = await place('meanwhile');
  const path = join(at, 'lot.csv');
  const late = writeFiles([path], { force: false }, context, async ([write]) => {
    await write('ours');
    await writeFile(path, 'theirs');
  });
  await assert.rejects(late, { message: /existe déjà/ });
  assert.deepEqual([await readdir(at), await readFile(path, 'utf8')], [['lot.csv'], 'theirs']);
});

test('what stands in the way is said', async () => {
  const at = await place('way');
  const file = join(at, 'fichier');
  await writeFile(file, '');
  await symlink('/dev/null', join(at, 'rien'));
  const cases: [path: string, french: RegExp, english: RegExp][] = [
    [join(at, 'absent', 'lot.csv'), /le dossier .*absent n’existe pas\.$/, /there is no folder .*absent\.$/],
    [join(file, 'lot.csv'), /fichier n’est pas un dossier\.$/, /fichier is no folder\.$/],
    [at, /c’est un dossier\.$/, /it is a folder\.$/],
    [join(at, 'rien'), /pas un fichier ordinaire\.$/, /no regular file\.$/],
    [join(at, 'x'.repeat(300)), /ce nom est trop long\.$/, /this name is too long\.$/],
  ];
  for (const [path, french, other] of cases) {
    for (const force of [false, true]) {
      await assert.rejects(put([path], '', { force }), (error) => {
        assert.ok(error instanceof CliError);
        assert.ok(error.message.startsWith(`Impossible d’écrire ${path} : `), error.message);
        assert.match(error.message, french);
        return true;
      });
    }
    await assert.rejects(put([path], '', { told: english }), { message: other });
  }
  assert.deepEqual(await readdir(at), ['fichier', 'rien']);
  await assert.rejects(makeFolder(file, 0o700, context), { message: /fichier : ce n’est pas un dossier\.$/ });
  await assert.rejects(makeFolder(join(file, 'x'), 0o700, context), {
    message: /fichier n’est pas un dossier/,
  });
});

test('a folder that the account may not write into is said', async () => {
  const at = await place('closed');
  await chmod(at, 0o500);
  // Nothing is closed to root, as which CI may run.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.('nobody');
  try {
    await assert.rejects(put([join(at, 'lot.csv')], ''), {
      message: `Impossible d’écrire ${join(at, 'lot.csv')} : votre compte n’a pas le droit d’écrire dans ${at}.`,
    });
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});
