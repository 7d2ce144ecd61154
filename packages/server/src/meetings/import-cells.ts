import { DEPARTEMENTS } from '@cnr-widgets/contract';
import { comparedName } from '../geo/place-words.js';

const YES = new Set(['oui', 'o', 'yes', 'y', 'true', 'vrai', '1', 'x']);
const NO = new Set(['non', 'n', 'no', 'false', 'faux', '0', 'aucun', 'aucune', 'none']);

/** @returns undefined where it says neither yes nor no */
export function readYes(text: string): boolean | undefined {
  const word = comparedName(text).compact;
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** A number with a point or a decimal comma. @returns undefined where it is none */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** "48.07, -0.76", as some files have both in one column. */
export function readPoint(text: string): { latitude: number; longitude: number } | undefined {
  const [latitude, longitude, ...more] = text.split(/[;,]\s+|[;,](?=[^;,]*$)|\s+/).map(readNumber);
  if (latitude === undefined || longitude === undefined || more.length > 0) return undefined;
  return { latitude, longitude };
}

const STATUSES: Readonly<Record<string, 'planned' | 'full' | 'cancelled' | 'held'>> = {
  planned: 'planned',
  prevue: 'planned',
  prevu: 'planned',
  confirmee: 'planned',
  avenir: 'planned',
  full: 'full',
  complete: 'full',
  complet: 'full',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  annulee: 'cancelled',
  annule: 'cancelled',
  held: 'held',
  tenue: 'held',
  passee: 'held',
  terminee: 'held',
};

export function readStatus(text: string): (typeof STATUSES)[string] | undefined {
  const word = comparedName(text).compact;
  return Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
}

/** INSEE's code of a département, by the code or the name; anything else as it stands, to be told as a fault. */
export function readDepartement(text: string): string {
  const { compact, bare } = comparedName(text);
  const named = DEPARTEMENTS.find(({ name }) => [compact, bare].includes(comparedName(name).bare));
  return named?.code ?? text.trim().toUpperCase().padStart(2, '0');
}

/** Lower-case letters without accents, digits and hyphens; '' where nothing of it is left. */
export function slugOf(text: string, most: number): string {
  const whole = comparedName(text).plain.replaceAll(' ', '-');
  return whole.slice(0, most).replace(/-+$/, '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  rsquo: '’',
};

/** Whether a text is HTML rather than words. */
export function isHtml(text: string): boolean {
  return /<\/?(p|br|div|span|a|ul|ol|li|strong|b|em|i|u|h[1-6])\b[^<>]*>/i.test(text);
}

/** The words of HTML, its paragraphs kept apart. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<\/(p|div|ul|ol|h[1-6])>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#\d+|[a-z]+);/gi, (whole, name: string) =>
      name.startsWith('#') ? character(Number(name.slice(1)), whole) : (ENTITIES[name] ?? whole),
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function character(code: number, whole: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
