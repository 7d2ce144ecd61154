import { calendarDay, type OfficialAnswer } from '@cnr-widgets/contract';
import { ANSWER_FIELDS, checkAnswer, type AnswerFault } from '../moderation/answer-form.js';
import { readDay } from '../meetings/read-date.js';
import { latestVersions } from '../consultations.js';
import { decide, MAX_REASON, ModerationError } from '../moderation/decide.js';
import { doneIn } from '../moderation/done.js';
import type { Act } from '../moderation/rules.js';
import { CliError, say, UsageError, type Bilingual, type Context } from './command.js';
import { pathText, readLocatedJson, readText } from './definition-file.js';
import { headline, itemOf, plain, shortId, theItem, wordsOf, type Moderating } from './moderating.js';

/**
 * The same decision on one or several. Nothing is decided unless every id means something; then each stands for
 * itself, and what was not possible is said.
 * @returns the exit code
 */
export async function decideOn(
  moderating: Moderating,
  act: Exclude<Act, 'answer'>,
  ids: readonly string[],
  reason: string | undefined,
): Promise<number> {
  const { context } = moderating;
  const french = context.locale === 'fr';
  if (ids.length === 0)
    throw new UsageError(french ? 'il faut donner : un identifiant' : 'this is needed: an id');
  if (act === 'refuse' && !reason?.trim()) {
    throw new UsageError(
      french
        ? 'ajoutez --reason "…" : l’auteur lit cette phrase'
        : 'add --reason "…": the author reads this sentence',
    );
  }
  const found = await Promise.all(ids.map((typed) => itemOf(moderating, typed)));
  const problems = found.flatMap((one, place) =>
    'problem' in one ? [`${ids[place] ?? ''}: ${one.problem[context.locale]}`] : [],
  );
  if (problems.length > 0) throw new CliError(problems.join('\n'));
  let code = 0;
  for (const one of found) {
    if ('problem' in one) continue;
    if (!(await decideOne(moderating, one.item.subject, { act, reason }))) code = 1;
  }
  return code;
}

/** Publishes the organiser's answer. @returns the exit code */
export async function answerOne(
  moderating: Moderating,
  typed: string,
  {
    file,
    author,
    date,
  }: { file?: string | undefined; author?: string | undefined; date?: string | undefined },
): Promise<number> {
  const { context } = moderating;
  const french = context.locale === 'fr';
  if (file === undefined) {
    throw new UsageError(french ? 'ajoutez --file FICHIER : la réponse' : 'add --file FILE: the answer');
  }
  const item = await theItem(moderating, typed);
  const answer = await readAnswer(moderating, file, { author, date });
  return (await decideOne(moderating, item.subject, { act: 'answer', answer })) ? 0 : 1;
}

async function decideOne(
  moderating: Moderating,
  subject: string,
  decision: { act: Act; reason?: string | undefined; answer?: OfficialAnswer },
): Promise<boolean> {
  const { db, context, consultation, actor, now } = moderating;
  try {
    const { item } = await decide(db, { actor, consultation, subject, now, ...decision });
    const done = wordsOf(context).done[item.kind][decision.act];
    context.print(`${shortId(item)}  ${done}  ${headline(item)}`);
    return true;
  } catch (error) {
    if (!(error instanceof ModerationError)) throw error;
    context.tell(`${shortId({ subject })}  ${whyNot(error, moderating)}`);
    return false;
  }
}

/** Why a decision was not taken, and what somebody else did meanwhile. */
export function whyNot({ code, item, last }: ModerationError, { context }: Moderating): string {
  const words = wordsOf(context);
  if (code === 'unknown-subject') return words.gone;
  if (code === 'reason-required') return words.reasonRequired;
  if (code === 'reason-too-long') return words.reasonTooLong(MAX_REASON);
  const status = item ? `${words.status[item.kind][item.status]}.` : '';
  const did = last ? words.lastAct(plain(last.actor), doneIn(words, last), calendarDay(last.at)) : '';
  return `${code === 'changed-since' ? words.changedSince : words.notPossible} ${did || status}`.trim();
}

/** @throws CliError when there is no such file, or what is in it is no answer */
async function readAnswer(
  { db, context, consultation, now }: Moderating,
  file: string,
  given: { author?: string | undefined; date?: string | undefined },
): Promise<OfficialAnswer> {
  const { definition } = await latestVersions(db)
    .select('definition')
    .where('id', '=', consultation)
    .executeTakeFirstOrThrow();
  const defaults = {
    author: definition.organiser,
    date: calendarDay(now, definition.timeZone),
    ...defined(given),
  };
  const written: Record<string, unknown> = file.toLowerCase().endsWith('.json')
    ? { ...defaults, ...(await readFields(file, context)), ...defined(given) }
    : { ...defaults, text: (await readText(file, context)).trim() };
  const { date } = written;
  const read = checkAnswer({ ...written, date: typeof date === 'string' ? (readDay(date) ?? date) : date });
  if ('answer' in read) return read.answer;
  throw new CliError(
    read.faults.map((fault) => `${file}: ${faultSentence(fault, wordsOf(context))}`).join('\n'),
  );
}

const NO_FIELDS: Bilingual = {
  fr: `attend un objet JSON, avec ces champs : ${ANSWER_FIELDS.join(', ')}`,
  en: `takes a JSON object, with these fields: ${ANSWER_FIELDS.join(', ')}`,
};
const UNKNOWN_FIELD: Bilingual = {
  fr: `ce champ n’est pas connu, et ne serait pas publié. Les champs : ${ANSWER_FIELDS.join(', ')}`,
  en: `this field is not known, and would not be published. The fields: ${ANSWER_FIELDS.join(', ')}`,
};

/** The contract passes over what it does not know, for the sake of devices to come; an operator has misspelled it. */
async function readFields(file: string, context: Context): Promise<Record<string, unknown>> {
  const { value, positionOf } = await readLocatedJson(file, context);
  if (!isObject(value)) throw new CliError(`${file}: ${say(context, NO_FIELDS)}`);
  const { video } = value;
  const paths = [
    ...Object.keys(value).flatMap((key) => (key === 'video' ? [] : [[key]])),
    ...Object.keys(isObject(video) ? video : {}).map((key) => ['video', key]),
  ];
  const unknown = paths.filter((path) => !ANSWER_FIELDS.some((field) => field === path.join('.')));
  if (unknown.length === 0) return value;
  const lines = unknown.map((path) => {
    const { line, column } = positionOf(path);
    return `${file}:${line}:${column}  ${pathText(path)}: ${say(context, UNKNOWN_FIELD)}`;
  });
  throw new CliError(lines.join('\n'));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faultSentence({ field, max }: AnswerFault, words: ReturnType<typeof wordsOf>): string {
  return `${field}: ${max === undefined ? words.answerFaults[field] : words.tooLong(max)}`;
}

function defined(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
