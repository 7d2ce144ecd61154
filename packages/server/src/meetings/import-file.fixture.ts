import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Context } from '../cli/command.js';
import { Gazetteer } from '../geo/gazetteer.js';
import { readMeetings, type MeetingFile } from './import-file.js';

let gazetteer: Gazetteer;
let folder: string;
before(async () => {
  gazetteer = await Gazetteer.open();
  folder = await mkdtemp(join(tmpdir(), 'cnr-meetings-'));
});
after(() => rm(folder, { recursive: true }));

const context = (locale: 'fr' | 'en' = 'fr'): Context => ({
  locale,
  env: {},
  print: () => undefined,
  tell: () => undefined,
});

let files = 0;

/** Reads what a file of meetings says. */
export async function read(
  text: string,
  kind: 'csv' | 'json' = 'csv',
  locale: 'fr' | 'en' = 'fr',
): Promise<MeetingFile> {
  const file = join(folder, `${++files}.${kind}`);
  await writeFile(file, text);
  return readMeetings(file, { gazetteer, timeZone: 'Europe/Paris' }, context(locale));
}

/** A table of one row. */
export const row = (cells: Record<string, string>) => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return read(
    [Object.keys(cells), Object.values(cells)].map((line) => line.map(quoted).join(',')).join('\n'),
  );
};
/** A row that is right. */
export const laval = {
  titre: 'Soirée',
  début: '03/12/2026 18h30',
  fin: '03/12/2026 20h30',
  cp: '53000',
  ville: 'Laval',
};
