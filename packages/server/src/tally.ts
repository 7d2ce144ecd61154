import { isQuestion, type Question, type Questionnaire, territoryName } from '@cnr-widgets/contract';
import type { Counted, PartCount, ValueCount } from './tally-queries.js';

/** How many answers hold a choice, a point, a column, a département. */
export interface TallyCell {
  id: string;
  label: string;
  count: number;
}

/** The contract's `QuestionResult` with every number known. */
export interface QuestionTally {
  question: string;
  kind: Question['kind'];
  title: string;
  shown: number;
  answered: number;
  skipped: number;
  counts?: TallyCell[];
  rows?: { id: string; label: string; counts: TallyCell[] }[];
  ranks?: { id: string; label: string; positions: number[]; score: number }[];
  mean?: number | null;
  median?: number | null;
}

/** The contract's `Results` with every number known. */
export interface Tally {
  consultation: string;
  participants: number;
  questions: QuestionTally[];
  territories: { departement: string | null; participants: number }[];
}

/** One question through every version that asked it, newest first; `counted` by version. */
interface Asked {
  versions: { version: number; question: Question }[];
}

interface Row {
  id: string;
  label: string;
}

/**
 * The tallies of a consultation over all of its versions, unabridged: what is public of it is `publicResults`' to say.
 * A question is the same question while its id and kind are; labels are those of the newest version that has them.
 * @param versions newest first
 */
export function tally(
  consultation: string,
  versions: readonly { version: number; questionnaire: Questionnaire }[],
  { values, parts, territories }: Counted,
): Tally {
  const asked = new Map<string, Asked>();
  for (const { version, questionnaire } of versions) {
    for (const question of questionnaire.items.filter(isQuestion)) {
      const key = `${question.kind} ${question.id}`;
      const known = asked.get(key) ?? { versions: [] };
      known.versions.push({ version, question });
      asked.set(key, known);
    }
  }
  const valuesOf = byQuestion(values);
  const partsOf = byQuestion(parts);
  return {
    consultation,
    participants: territories.reduce((sum, { count }) => sum + count, 0),
    questions: [...asked.values()].map((one) => questionResult(one, valuesOf, partsOf)),
    territories: territories.map(({ departement, count }) => ({ departement, participants: count })),
  };
}

function byQuestion<T extends { version: number; question: string }>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const key = `${row.version} ${row.question}`;
    const group = grouped.get(key);
    if (group) group.push(row);
    else grouped.set(key, [row]);
  }
  return grouped;
}

function questionResult(
  { versions }: Asked,
  valuesOf: Map<string, ValueCount[]>,
  partsOf: Map<string, PartCount[]>,
): QuestionTally {
  const of = <T>(rows: Map<string, T[]>) =>
    versions.flatMap(({ version, question }) => rows.get(`${version} ${question.id}`) ?? []);
  const values = of(valuesOf);
  const parts = of(partsOf);
  const newest = versions[0]?.question;
  if (!newest) throw new Error('a question was asked by no version');
  const skipped = total(values.filter(({ value }) => value === null));
  const answered = total(values.filter(({ value }) => value !== null));
  const result = {
    question: newest.id,
    kind: newest.kind,
    title: newest.title,
    shown: answered + skipped,
    answered,
    skipped,
  };
  const questions = versions.map(({ question }) => question);
  switch (newest.kind) {
    case 'single':
      return { ...result, counts: countRows(choicesOf(questions), values) };
    case 'multiple':
      return { ...result, counts: countRows(choicesOf(questions), parts) };
    case 'scale':
      return { ...result, counts: countRows(pointsOf(questions), values), ...averages(values) };
    case 'number':
      return { ...result, ...averages(values) };
    case 'territory': {
      const codes = [...new Set(values.flatMap(({ value }) => value ?? []))].sort();
      const rows = codes.map((id) => ({
        id,
        label: territoryName('departement', id) ?? territoryName('collectivite', id) ?? id,
      }));
      return { ...result, counts: countRows(rows, values) };
    }
    case 'matrix': {
      const columns = linesOf(questions, 'columns');
      const rows = linesOf(questions, 'rows').map((row) => ({
        ...row,
        counts: countRows(
          columns,
          parts.filter(({ within }) => within === row.id),
        ),
      }));
      return { ...result, rows };
    }
    case 'ranking':
      return { ...result, ranks: ranks(versions, parts) };
    default:
      return result;
  }
}

function total(rows: readonly { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** A count for each row; of the rows that only an older version has, those that were chosen. */
function countRows(
  rows: readonly (Row & { old?: boolean })[],
  counted: readonly { value: string | null; count: number }[],
): TallyCell[] {
  const counts = new Map<string, number>();
  for (const { value, count } of counted) {
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return rows
    .map(({ id, label, old }) => ({ id, label, old, count: counts.get(id) ?? 0 }))
    .filter(({ old, count }) => !old || count > 0)
    .map(({ id, label, count }) => ({ id, label, count }));
}

/** The rows of every version, newest first, each with the label of the newest version that has it. */
function union(ofVersions: readonly (readonly Row[])[]): (Row & { old: boolean })[] {
  const rows = new Map<string, Row & { old: boolean }>();
  ofVersions.forEach((ofVersion, place) => {
    for (const { id, label } of ofVersion) {
      if (!rows.has(id)) rows.set(id, { id, label, old: place > 0 });
    }
  });
  return [...rows.values()];
}

function choicesOf(questions: readonly Question[]): (Row & { old: boolean })[] {
  return union(questions.map((question) => ('choices' in question ? question.choices : [])));
}

function linesOf(questions: readonly Question[], lines: 'rows' | 'columns'): (Row & { old: boolean })[] {
  return union(questions.map((question) => (question.kind === 'matrix' ? question[lines] : [])));
}

function pointsOf(questions: readonly Question[]): Row[] {
  const ofVersions = questions.map((question) => {
    if (question.kind !== 'scale') return [];
    const { min, max, labels } = question;
    return Array.from({ length: max - min + 1 }, (_, place) => ({
      id: String(min + place),
      label: labels?.[place] ?? String(min + place),
    }));
  });
  return union(ofVersions).sort((a, b) => Number(a.id) - Number(b.id));
}

function ranks(
  versions: readonly { version: number; question: Question }[],
  parts: readonly PartCount[],
): NonNullable<QuestionTally['ranks']> {
  const sizes = new Map(
    versions.map(({ version, question }) => [version, 'choices' in question ? question.choices.length : 0]),
  );
  const places = Math.max(...sizes.values());
  return choicesOf(versions.map(({ question }) => question))
    .map(({ id, label, old }) => {
      const positions = Array.from({ length: places }, () => 0);
      let score = 0;
      for (const { version, within, value, count } of parts) {
        if (value !== id) continue;
        const place = Number(within);
        positions[place - 1] = (positions[place - 1] ?? 0) + count;
        score += count * ((sizes.get(version) ?? 0) - place + 1);
      }
      return { id, label, old, positions, score };
    })
    .filter(({ old, score }) => !old || score > 0)
    .map(({ id, label, positions, score }) => ({ id, label, positions, score }));
}

function averages(values: readonly ValueCount[]): { mean: number | null; median: number | null } {
  const counted = values
    .flatMap(({ value, count }) => (value === null ? [] : [{ value: Number(value), count }]))
    .sort((a, b) => a.value - b.value);
  const n = total(counted);
  if (n === 0) return { mean: null, median: null };
  const mean = counted.reduce((sum, { value, count }) => sum + value * count, 0) / n;
  const at = (place: number): number => {
    let passed = 0;
    for (const { value, count } of counted) {
      passed += count;
      if (place < passed) return value;
    }
    throw new RangeError(`no answer at ${place} of ${n}`);
  };
  return { mean, median: (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2 };
}
