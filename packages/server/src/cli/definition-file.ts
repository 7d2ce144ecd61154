import { readFile } from 'node:fs/promises';
import { checkConsultation, type Fault } from '@cnr-widgets/contract';
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { CliError, type Context } from './command.js';

/** Where something stands in a file, both from 1. */
interface Position {
  line: number;
  column: number;
}

export interface LocatedFault extends Fault {
  position: Position;
}

/** An operator's file, read and checked. `definition` is what `JSON.parse` made of it. */
export interface DefinitionFile {
  definition: unknown;
  faults: LocatedFault[];
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
  return { definition, faults };
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
  const text = await readText(file, context);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors[0] || !tree) throw brokenJson(file, text, errors[0], context);
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
