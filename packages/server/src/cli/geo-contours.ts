import { setImmediate } from 'node:timers/promises';
import { calendarDay, ContractError, readContours, type Contours } from '@cnr-widgets/contract';
import { checkContours, DRAWN_CODES } from '../geo/check-contours.js';
import { describeContours, resetContours, saveContours } from '../geo/contours-store.js';
import { compressedBytes, contoursAt, finestContours, type FittedContours } from '../geo/fit-contours.js';
import { readOfficial, type Official } from '../geo/official-contours.js';
import { contourPacker } from '../geo/pack-contours.js';
import { onlyArg, readArgs, say, UsageError, withDatabase, type Bilingual, type Context } from './command.js';
import { readJsonFile, readText } from './definition-file.js';
import { kilobytes, named, overlapping, refusal, tooHeavy, wrongContours } from './geo-contours-words.js';
import { startProgress } from './progress.js';

/** Longer than any credit line that fits under a map. */
const MAX_ATTRIBUTION = 200;

const FILE: Bilingual = { fr: 'un fichier', en: 'a file' };

/** `cnr geo import`: official contours in place of the built-in ones. */
export async function importContours(args: string[], context: Context): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    { tolerance: { type: 'string' }, 'code-property': { type: 'string' }, attribution: { type: 'string' } },
    context.locale,
  );
  const file = onlyArg(positionals, FILE, context.locale);
  const tolerance = readTolerance(values.tolerance, context);
  const attribution = readAttribution(values.attribution, context);
  const progress = startProgress(context, {
    fr: 'Simplification des contours…',
    en: 'Simplifying the contours…',
  });
  try {
    const official = await readOfficialFile(file, values['code-property'], context);
    await setImmediate();
    const fitted = await fit(official, tolerance, attribution, context);
    const faults = checkContours(readPacked(fitted.packed, file, context));
    if (faults.missing.length > 0 || faults.astray.length > 0) throw wrongContours(file, faults, context);
    const version = await withDatabase(context, (db) => saveContours(db, fitted.packed, new Date()));
    context.print(imported(version, fitted, context));
    if (official.unknown.length > 0) context.tell(leftOut(official.unknown, context));
    if (attribution === undefined) context.tell(say(context, UNNAMED));
    return 0;
  } finally {
    progress.stop();
  }
}

/** `cnr geo show`: which contours maps draw. */
export async function showContours(args: string[], context: Context): Promise<number> {
  refuseMore(args, context);
  const current = await withDatabase(context, describeContours);
  const french = context.locale === 'fr';
  if (!current) {
    context.print(
      french
        ? 'La carte montre les contours d’origine (svg-maps de Victor Cazanave, CC BY 4.0, et Natural Earth).'
        : 'The map shows the built-in contours (svg-maps by Victor Cazanave, CC BY 4.0, and Natural Earth).',
    );
    return 0;
  }
  const { version, content, importedAt } = current;
  const { departments, attribution } = readContours(content);
  const size = kilobytes(await compressedBytes(content), context.locale);
  context.print(
    french
      ? `La carte montre les contours importés le ${calendarDay(importedAt)}, version ${version} : ${departments.size} départements, ${size}.`
      : `The map shows the contours imported on ${calendarDay(importedAt)}, version ${version}: ${departments.size} départements, ${size}.`,
  );
  if (attribution !== undefined) {
    context.print(french ? `Source affichée : ${attribution}` : `Source shown: ${attribution}`);
  }
  return 0;
}

/** `cnr geo reset`: back to the built-in contours. */
export async function resetToBuiltIn(args: string[], context: Context): Promise<number> {
  refuseMore(args, context);
  const changed = await withDatabase(context, resetContours);
  const sentence = changed
    ? {
        fr: 'La carte montre de nouveau les contours d’origine.',
        en: 'The map shows the built-in contours again.',
      }
    : {
        fr: 'La carte montrait déjà les contours d’origine.',
        en: 'The map showed the built-in contours already.',
      };
  context.print(say(context, sentence));
  return 0;
}

const UNNAMED = {
  fr: 'Aucune source n’est affichée sous la carte. Si la licence des contours la demande, recommencez avec --attribution "…".',
  en: 'No source is shown under the map. If the licence of the contours asks for it, run this again with --attribution "…".',
};

function readTolerance(text: string | undefined, { locale }: Context): number | undefined {
  if (text === undefined) return undefined;
  const tolerance = Number(text.replace(',', '.'));
  if (tolerance >= 0.1 && tolerance <= 50) return tolerance;
  throw new UsageError(
    locale === 'fr'
      ? '--tolerance est un nombre de kilomètres, de 0,1 à 50'
      : '--tolerance is a number of kilometres, from 0.1 to 50',
  );
}

function readAttribution(text: string | undefined, { locale }: Context): string | undefined {
  const attribution = text?.trim().replace(/\s+/g, ' ');
  if (attribution === undefined || attribution === '') return undefined;
  if (attribution.length <= MAX_ATTRIBUTION) return attribution;
  throw new UsageError(
    locale === 'fr'
      ? `--attribution compte ${MAX_ATTRIBUTION} caractères au plus`
      : `--attribution has ${MAX_ATTRIBUTION} characters at most`,
  );
}

function refuseMore(args: string[], { locale }: Context): void {
  if (readArgs(args, {}, locale).positionals.length === 0) return;
  throw new UsageError(locale === 'fr' ? 'rien ne suit ce mot' : 'nothing follows this word');
}

async function readOfficialFile(
  file: string,
  codeProperty: string | undefined,
  context: Context,
): Promise<Official> {
  const text = await readText(file, context);
  let value: unknown;
  try {
    // The reader that says where a file breaks keeps a tree of it, which would be a gigabyte for detailed contours.
    value = JSON.parse(text);
  } catch {
    value = await readJsonFile(file, context);
  }
  try {
    return readOfficial(value, codeProperty);
  } catch (error) {
    throw refusal(error, file, context);
  }
}

async function fit(
  { outlines }: Official,
  tolerance: number | undefined,
  attribution: string | undefined,
  context: Context,
): Promise<FittedContours> {
  const pack = contourPacker(outlines, attribution);
  const fitted = tolerance === undefined ? await finestContours(pack) : await contoursAt(pack, tolerance);
  if (fitted?.fits) return fitted;
  throw tooHeavy(fitted, context);
}

/** What was packed, as a device will read it. */
function readPacked(packed: string, file: string, context: Context): Contours {
  try {
    return readContours(packed);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw overlapping(file, context, error);
  }
}

function imported(version: string, { bytes, tolerance }: FittedContours, { locale }: Context): string {
  const size = kilobytes(bytes, locale);
  const detail = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(tolerance);
  return locale === 'fr'
    ? `Contours importés, version ${version} : ${DRAWN_CODES.length} départements, ${size}, détails à partir de ${detail} km.\n` +
        'La carte les montre dès la prochaine lecture de la liste des rencontres. Pour revenir en arrière : cnr geo reset'
    : `Contours imported, version ${version}: ${DRAWN_CODES.length} départements, ${size}, details from ${detail} km.\n` +
        'The map shows them from the next reading of the list of meetings. To go back: cnr geo reset';
}

function leftOut(codes: readonly string[], { locale }: Context): string {
  const names = codes.slice(0, 20).map(named).join(', ') + (codes.length > 20 ? '…' : '');
  return locale === 'fr'
    ? `Laissés de côté, car la carte ne dessine que les 101 départements : ${names}`
    : `Left out, as the map draws the 101 départements only: ${names}`;
}
