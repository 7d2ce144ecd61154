/** A name as it is compared: what people leave out or write in their own way makes no difference. */
export interface ComparedName {
  /** Words in lower case, without accents, a blank between them: `l hay les roses`. */
  plain: string;
  /** Without blanks, as some forget apostrophes and hyphens: `lhaylesroses`. */
  compact: string;
  /** Without the leading article: `haylesroses`. */
  bare: string;
}

/** Accents, case, hyphens, apostrophes, ligatures; "St", "Ste" and "s/" written out. */
export function comparedName(written: string): ComparedName {
  return inForms(words(written).map((word) => ABBREVIATED[word] ?? word));
}

function inForms(words: readonly string[]): ComparedName {
  const plain = words.join(' ');
  return { plain, compact: plain.replaceAll(' ', ''), bare: withoutArticle(plain).replaceAll(' ', '') };
}

const ABBREVIATED: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', sts: 'saints' };

function words(written: string): string[] {
  return written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/(?<=\s)s\//g, ' sur ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** @param plain as in `ComparedName` */
export function withoutArticle(plain: string): string {
  return plain.replace(/^(le|la|les|l) (?=.)/, '');
}

/** A name that somebody typed to find a place. */
export interface TypedName {
  kind: 'name';
  /** As it is compared; "st" may also be the beginning of a word, as of `steenvoorde`: then that, too. */
  names: readonly [ComparedName, ...ComparedName[]];
  /** A code beside the name: the places that have it come first. */
  hint?: string;
}

export interface TypedCode {
  kind: 'code';
  /** Digits, or a Corsican code in capitals: the beginning of a postal code, a département's or a commune's code. */
  code: string;
}

const CODE = /^(?:\d{2,5}|2[AB]\d{0,3})$/i;

/** Reads what was typed. @returns undefined when it is too little to search by */
export function readTypedPlace(typed: string): TypedCode | TypedName | undefined {
  const together = typed.replace(/\s/g, '');
  if (CODE.test(together)) return { kind: 'code', code: together.toUpperCase() };
  // Arrondissements and the post office's CEDEX are no part of a commune's name.
  const written = typed
    .replace(/\bcedex\b(\s+\d{1,2}\b)?/gi, ' ')
    .replace(/(?<=\p{L}\s*)\b\d{1,2}\s*(er|[eè]me|nde?|e)\b(\s*arr\p{L}*\.?)?/giu, ' ');
  const hint = /(?:^|[\s(,])(\d{2,5}|2[AB]\d{0,3})(?=$|[\s),])/i.exec(written)?.[1];
  const letters = written.replace(/\b(\d+|2[AB]\d*)\b/gi, ' ');
  const name = comparedName(letters);
  if (name.compact === '') return undefined;
  const unexpanded = inForms(words(letters));
  return {
    kind: 'name',
    names: unexpanded.compact === name.compact ? [name] : [name, unexpanded],
    ...(hint !== undefined && { hint: hint.toUpperCase() }),
  };
}
