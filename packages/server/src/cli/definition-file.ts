import { readFile } from 'node:fs/promises';
import { checkConsultation, type Fault } from '@cnr-widgets/contract';
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { CliError, say, type Bilingual, type Context } from './command.js';

/** Where something stands in a file, both from 1. */
interface Position {
  line: number;
  column: number;
}

export interface LocatedFault extends Fault {
  position: Position;
}

/** Something that is right and yet probably not meant. */
interface Remark {
  position: Position;
  path: (string | number)[];
  message: string;
}

/** An operator's file, read and checked. `definition` is what `JSON.parse` made of it. */
export interface DefinitionFile {
  definition: unknown;
  faults: LocatedFault[];
  remarks: Remark[];
}

/**
 * Reads and checks a definition.
 * @throws CliError when the file is absent, or is not JSON in UTF-8: with line and column
 */
export async function readDefinition(file: string, context: Context): Promise<DefinitionFile> {
  const { value: definition, positionOf } = await readLocatedJson(file, context);
  const faults = checkConsultation(definition, context.locale).map((fault) => ({
    ...fault,
    position: positionOf(fault.path),
  }));
  const remarks = closesInThePast(definition, new Date())
    ? [{ path: ['closesAt'], position: positionOf(['closesAt']), message: say(context, PAST) }]
    : [];
  return { definition, faults, remarks };
}

const PAST: Bilingual = {
  fr: 'cette date est passée : plus personne ne peut répondre',
  en: 'this date is past: nobody can answer any more',
};

function closesInThePast(definition: unknown, now: Date): boolean {
  if (typeof definition !== 'object' || definition === null || !('closesAt' in definition)) return false;
  const { closesAt } = definition;
  return typeof closesAt === 'string' && Date.parse(closesAt) <= now.getTime();
}

/** A remark as a line. */
export function remarkLine(file: string, { position, path, message }: Remark, { locale }: Context): string {
  const word = locale === 'fr' ? 'attention' : 'beware';
  const colon = locale === 'fr' ? ' :' : ':';
  return `${file}:${position.line}:${position.column}  ${word}  ${pathText(path)}${colon} ${message}`;
}

/** A fault as a line: place, path, sentence. */
export function faultLine(
  file: string,
  { position, path, message, severity }: LocatedFault,
  context: Context,
): string {
  const french = context.locale === 'fr';
  const word = severity === 'fault' ? (french ? 'erreur' : 'fault') : french ? 'à compléter' : 'to complete';
  const where = pathText(path);
  return `${file}:${position.line}:${position.column}  ${word}  ${where}${french ? ' ' : ''}: ${message}`;
}

/** A path as one would write it in code, e.g. `questionnaire.items[2].choices[0].next`. */
export function pathText(path: readonly (string | number)[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text.replace(/^\./, '') || '.';
}

/** How a ZIP archive begins, which workbooks of spreadsheets are. “PK” alone may be a column’s name. */
const ZIPPED = Buffer.from('PK\u0003\u0004', 'latin1');

/** Text of a file, a byte order mark left out. @throws CliError */
export async function readText(file: string, { locale }: Context): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const french = absent ? `Le fichier ${file} n’existe pas.` : `Impossible de lire ${file}.`;
    const english = absent ? `There is no file ${file}.` : `Cannot read ${file}.`;
    throw new CliError(locale === 'fr' ? french : english, { cause: error });
  });
  if (bytes.subarray(0, ZIPPED.length).equals(ZIPPED)) {
    throw new CliError(
      locale === 'fr'
        ? `${file} est un classeur (.xlsx, .ods), pas un fichier de texte. Dans le tableur, enregistrez-le au format « CSV UTF-8 ».`
        : `${file} is a workbook (.xlsx, .ods), not a file of text. In the spreadsheet, save it as “CSV UTF-8”.`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CliError(
      locale === 'fr'
        ? `${file} n’est pas en UTF-8. Enregistrez-le de nouveau avec l’encodage UTF-8.`
        : `${file} is not in UTF-8. Save it again with the encoding UTF-8.`,
      { cause: error },
    );
  }
}

/** What a file of JSON holds, and where in it. */
interface JsonFile {
  value: unknown;
  /** Where the value at a path stands, or the closest thing around it. */
  positionOf: (path: (string | number)[]) => Position;
}

/** Reads JSON, whatever it holds. @throws CliError with line and column where it breaks */
export async function readJsonFile(file: string, context: Context): Promise<unknown> {
  return (await readLocatedJson(file, context)).value;
}

/** The same, to tell where in the file something is wrong. @throws CliError */
export async function readLocatedJson(file: string, context: Context): Promise<JsonFile> {
  const { locale } = context;
  const text = await readText(file, context);
  if (text.trim() === '') throw new CliError(locale === 'fr' ? `${file} est vide.` : `${file} is empty.`);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors[0] || !tree) throw brokenJson(file, text, errors[0], context);
  const twice = keysWrittenTwice(tree);
  if (twice.length > 0) {
    throw new CliError(twice.map((key) => doubledLine(file, text, key, context)).join('\n'));
  }
  return {
    value: JSON.parse(text) as unknown,
    positionOf: (path) => positionOf(text, nodeNear(tree, path).offset),
  };
}

function brokenJson(
  file: string,
  text: string,
  error: ParseError | undefined,
  { locale }: Context,
): CliError {
  const { line, column } = positionOf(text, error?.offset ?? 0);
  const what = error ? printParseErrorCode(error.error) : 'ValueExpected';
  return new CliError(
    locale === 'fr'
      ? `${file}:${line}:${column}  ce n’est pas du JSON valide (${what}). Regardez juste avant cet endroit : une virgule ou un guillemet manque peut-être.`
      : `${file}:${line}:${column}  this is not valid JSON (${what}). Look just before this place: a comma or a quote may be missing.`,
  );
}

/** A key that its object has already: JSON.parse would take the last one without a word. */
interface DoubledKey {
  name: string;
  /** Where the first and the other one begin, in UTF-16 code units. */
  first: number;
  again: number;
}

function keysWrittenTwice(node: Node): DoubledKey[] {
  const found: DoubledKey[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const firsts = new Map<string, number>();
    for (const child of next.children ?? []) {
      waiting.push(child);
      const key = child.type === 'property' ? child.children?.[0] : undefined;
      if (!key) continue;
      const name = String(key.value);
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, key.offset);
      else found.push({ name, first, again: key.offset });
    }
  }
  return found.sort((a, b) => a.again - b.again);
}

function doubledLine(file: string, text: string, { name, ...at }: DoubledKey, { locale }: Context): string {
  const { line, column } = positionOf(text, at.again);
  const first = positionOf(text, at.first).line;
  return locale === 'fr'
    ? `${file}:${line}:${column}  erreur  ${name} : cette clé est déjà écrite à la ligne ${first} : gardez l’une des deux.`
    : `${file}:${line}:${column}  fault  ${name}: this key is written on line ${first} already: keep one of the two.`;
}

/** The value at the path, or the closest thing around it that is there: what is missing has no place of its own. */
function nodeNear(tree: Node, path: (string | number)[]): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node;
  }
  return tree;
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
