import { FAULT_SENTENCES, TYPE_WORDS } from './fault-sentences.js';
import { MEETING_FAULT_SENTENCES } from './meeting-fault-sentences.js';

const SENTENCES = { ...FAULT_SENTENCES, ...MEETING_FAULT_SENTENCES };

/** Stable codes of what `checkConsultation` and `checkMeeting` find. */
export type FaultCode = keyof typeof SENTENCES;

/** From the definition's root to what is wrong; where a key is missing, the path ends with that key. */
export type FaultPath = (string | number)[];

export interface Fault {
  /** A `warning` does not stand in the way of an import; what a draft still lacks is one. */
  severity: 'fault' | 'warning';
  code: FaultCode;
  path: FaultPath;
  /** Says how to mend it, in the language that was asked for. */
  message: string;
}

/** A fault before it is put into words. */
export interface Finding {
  severity: Fault['severity'];
  code: FaultCode;
  path: FaultPath;
  params: Readonly<Record<string, string | number>>;
}

/** Collects what the checks find. */
export type Report = (
  code: FaultCode,
  path: FaultPath,
  params?: Finding['params'],
  severity?: Fault['severity'],
) => void;

export function worded(finding: Finding, locale: 'fr' | 'en'): Fault {
  const { severity, code, path, params } = finding;
  const language = locale === 'fr' ? 0 : 1;
  const message = SENTENCES[code][language].replace(/\{([a-z]+)\}/gi, (braces, name: string) => {
    const value = params[name];
    if (value === undefined) return braces;
    return name === 'expected' ? (TYPE_WORDS[value]?.[language] ?? `${value}`) : `${value}`;
  });
  return { severity, code, path, message };
}

/** Several words that may be used, in quotes that both languages read. */
export const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');
