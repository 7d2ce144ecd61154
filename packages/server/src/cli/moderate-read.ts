import { calendarDay, departementName, idIn } from '@cnr-widgets/contract';
import { latestVersions } from '../consultations.js';
import { doneIn } from '../moderation/done.js';
import { listQueue, SORTS, type Sort } from '../moderation/list-queue.js';
import {
  countQueues,
  openReports,
  QUEUES,
  readJournal,
  type JournalEntry,
  type Queue,
} from '../moderation/queue.js';
import { possibleActs } from '../moderation/rules.js';
import { aligned } from './columns.js';
import { UsageError, type Context } from './command.js';
import { headline, plain, shortId, theItem, wordsOf, type Moderating } from './moderating.js';

/** Lines that a list shows. */
const LINES = 50;

/** Entries of the journal that are fetched at once. */
const PART = 500;

/** Which queue, and in which order, as typed. */
export interface QueueOptions {
  state?: string | undefined;
  sort?: string | undefined;
}

/** @throws UsageError for a queue or an order that does not exist */
export function queueOf(
  { state = 'todo', sort }: QueueOptions,
  { locale }: Context,
): { queue: Queue; sort: Sort | undefined } {
  const oneOf = <T extends string>(option: string, names: readonly T[], typed: string): T => {
    const found = names.find((name) => name === typed);
    if (found !== undefined) return found;
    const takes = locale === 'fr' ? 'attend l’un de' : 'takes one of';
    throw new UsageError(`--${option} ${takes} ${names.join(', ')}`);
  };
  return {
    queue: oneOf('state', QUEUES, state),
    sort: sort === undefined ? undefined : oneOf('sort', SORTS, sort),
  };
}

/** What waits, and what was reported. */
export async function showQueue(moderating: Moderating, asked: QueueOptions): Promise<void> {
  const { db, context, consultation } = moderating;
  const { queue, sort } = queueOf(asked, context);
  const words = wordsOf(context);
  const french = context.locale === 'fr';
  const items = await listQueue(db, { queue, consultation, sort }, LINES);
  const { [queue]: count } = await countQueues(db, consultation);
  const [first] = items;
  if (!first) return context.print(await whyEmpty(moderating, queue));
  const rows = items.map((item) => [
    shortId(item),
    words.kinds[item.kind],
    words.status[item.kind][item.status],
    item.supports === null ? '' : words.supports(item.supports),
    item.openReports > 0 ? words.reports(item.openReports) : '',
    calendarDay(item.receivedAt),
    headline(item),
  ]);
  for (const line of aligned(rows)) context.print(line);
  if (count > items.length)
    context.print(french ? `… et ${count - items.length} de plus` : `… and ${count - items.length} more`);
  context.tell(
    french
      ? `Lire le premier : cnr moderate ${consultation} show ${shortId(first)}`
      : `Read the first: cnr moderate ${consultation} show ${shortId(first)}`,
  );
}

/** That all was read is no news where nothing can be written. */
async function whyEmpty({ db, context, consultation }: Moderating, queue: Queue): Promise<string> {
  const words = wordsOf(context);
  if (queue !== 'todo') return words.none;
  const { definition } = await latestVersions(db)
    .select('definition')
    .where('id', '=', consultation)
    .executeTakeFirstOrThrow();
  if (definition.proposals) return words.noneToDo;
  return context.locale === 'fr'
    ? `« ${consultation} » ne recueille ni propositions ni questions : il n’y a rien à modérer.`
    : `“${consultation}” asks for neither proposals nor questions: there is nothing to moderate.`;
}

/** One text, all that is known of it, and what can be done. */
export async function showItem(moderating: Moderating, typed: string): Promise<void> {
  const { db, context, consultation } = moderating;
  const words = wordsOf(context);
  const item = await theItem(moderating, typed);
  const { print } = context;
  const colon = context.locale === 'fr' ? '\u00a0:' : ':';
  const fact = (name: string, value: string | null) => {
    if (value !== null && value !== '') print(`${name}${colon} ${plain(value)}`);
  };
  print(item.kind === 'comment' ? words.commentOn(plain(item.title)) : plain(item.title));
  const supported = item.supports === null ? [] : [words.supports(item.supports)];
  print([words.kinds[item.kind], words.status[item.kind][item.status], ...supported].join(' · '));
  print('');
  print(plain(item.text));
  print('');
  fact(words.id, idIn(item.subject));
  fact(words.received, calendarDay(item.receivedAt));
  fact(words.theme, item.theme);
  fact(
    words.territory,
    item.territory && `${departementName(item.territory) ?? ''} ${item.territory}`.trim(),
  );
  fact(words.name, item.name);
  fact(words.refusedFor, item.reason);
  for (const { reason, text, receivedAt } of await openReports(db, item.subject)) {
    print(`${words.reports(1)}, ${calendarDay(receivedAt)}${colon} ${words.reportReasons[reason]}`);
    if (text !== null) print(`  ${plain(text)}`);
  }
  if (item.answer) {
    const { author, date, text, video, next, url } = item.answer;
    print('');
    print(`${words.answerGiven}${colon} ${words.answerBy(author, date)}`);
    for (const part of [text, video?.src, next, url]) if (part !== undefined) print(plain(part));
  }
  const journal = await readJournal(db, { subject: item.subject, limit: LINES });
  if (journal.length > 0) {
    print('');
    for (const entry of journal) print(entryLine(entry, context));
  }
  print('');
  for (const act of possibleActs(item)) {
    const more = { refuse: ' --reason "…"', answer: ' --file …' }[act as string] ?? '';
    print(`  cnr moderate ${consultation} ${act} ${shortId(item)}${more}`);
  }
}

/** What was decided, of all or of one, the newest first. */
export async function showJournal(moderating: Moderating, typed: string | undefined): Promise<void> {
  const { db, context, consultation } = moderating;
  const item = typed === undefined ? undefined : await theItem(moderating, typed);
  const subject = item && { subject: item.subject };
  let before: number | undefined;
  for (;;) {
    const entries = await readJournal(db, { consultation, ...subject, before, limit: PART });
    for (const entry of entries) context.print(entryLine(entry, context));
    const last = entries.at(-1);
    if (!last && before === undefined) return context.print(wordsOf(context).journalEmpty);
    if (!last || entries.length < PART) return;
    before = last.id;
  }
}

/** `2026-11-22 13:00  1a2b3c4d  Refusée par camille : raison`, in the operator's own time zone. */
function entryLine(entry: JournalEntry, context: Context): string {
  const words = wordsOf(context);
  const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' }).format(entry.at);
  const colon = context.locale === 'fr' ? '\u00a0:' : ':';
  const reason = !entry.reason ? '' : `${colon} ${plain(entry.reason)}`;
  return `${calendarDay(entry.at)} ${time}  ${shortId(entry)}  ${doneIn(words, entry)} ${words.by(entry.actor)}${reason}`;
}
