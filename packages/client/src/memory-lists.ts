import {
  calendarDay,
  graceEnds,
  idIn,
  isVisible,
  type CommentPage,
  type Proposal,
  type ProposalPage,
  type ProposalQuery,
  type ProposalSummary,
  type PublishedConsultation,
  type SupportCounts,
} from '@cnr-widgets/contract';
import { isActive, isShown, type Deposit, type Forum } from './memory-forum.js';
import { refusal } from './memory-refusal.js';

const PAGE = 20;
const DAY = 86_400_000;

/** What reading a forum takes besides it. */
export interface Reading {
  now: number;
  /** IANA. */
  timeZone: string;
  /** Items a page. */
  limit?: number | undefined;
}

export function listed(forum: Forum, query: ProposalQuery, reading: Reading): ProposalPage {
  const { search = '', theme, territory, answered, ids, sort = 'trending', cursor } = query;
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = [...forum.deposits.values()].filter(
    (deposit) =>
      isShown(deposit) &&
      (theme === undefined || deposit.theme === theme) &&
      (territory === undefined || deposit.territory === territory) &&
      (answered !== true || deposit.status === 'answered') &&
      (ids?.includes(deposit.id) ?? true) &&
      words.every((word) => plain(`${deposit.title} ${deposit.text}`).includes(word)),
  );
  const weight = (deposit: Deposit) => {
    if (sort === 'latest') return 0;
    return sort === 'supported' ? forum.supportsOf(deposit) : trendOf(forum, deposit, reading.now);
  };
  const ranked = found.map((deposit) => ({
    deposit,
    rank: [weight(deposit), deposit.publishedAt, deposit.id] as const,
  }));
  ranked.sort((a, b) => (isBefore(a.rank, b.rank) ? -1 : 1));
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rest = after ? ranked.filter(({ rank }) => isBefore(after, rank)) : ranked;
  const page = rest.slice(0, ids ? ids.length : (reading.limit ?? PAGE));
  const last = page.at(-1);
  return {
    proposals: page.map(({ deposit }) => summaryOf(forum, deposit, reading)),
    total: found.length,
    ...(last && rest.length > page.length ? { next: btoa(JSON.stringify(last.rank)) } : {}),
  };
}

/** The supports of the last seven days, each worth half as much after every two days. */
function trendOf(forum: Forum, { id, supportedAt }: Deposit, now: number): number {
  const ages = [...supportedAt, ...forum.supportTimes(id)].map((at) => (now - at) / DAY);
  return ages.filter((age) => age >= 0 && age < 7).reduce((sum, age) => sum + 0.5 ** (age / 2), 0);
}

type Rank = readonly [weight: number, publishedAt: number, id: string];

function isBefore(a: Rank, b: Rank): boolean {
  if (a[0] !== b[0]) return a[0] > b[0];
  return a[1] === b[1] ? a[2] > b[2] : a[1] > b[1];
}

function readCursor(cursor: string): Rank {
  try {
    return JSON.parse(atob(cursor)) as Rank;
  } catch (cause) {
    throw refusal(400, 'invalid-request', { cause });
  }
}

/** Those that share half of the longer words, the most alike first. */
export function alike(forum: Forum, text: string, reading: Reading): ProposalPage {
  const words = [...new Set(plain(text).match(/[a-z0-9]{4,}/g))];
  const found = [...forum.deposits.values()]
    .filter(isShown)
    .map((deposit) => {
      const own = plain(`${deposit.title} ${deposit.text}`);
      return { deposit, share: words.filter((word) => own.includes(word)).length / words.length };
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)
    .slice(0, 5);
  return {
    proposals: found.map(({ deposit }) => summaryOf(forum, deposit, reading)),
    total: found.length,
  };
}

export function opened(forum: Forum, id: string, reading: Reading): Proposal {
  const deposit = forum.visible(id);
  const { text, answer, history } = deposit;
  const seen = history.filter(({ status }) => isVisible(status));
  return {
    ...summaryOf(forum, deposit, reading),
    text,
    history: seen
      .filter(({ status }, place) => status !== seen[place - 1]?.status)
      .map(({ status, at }) => ({
        status: status as ProposalSummary['status'],
        date: calendarDay(at, reading.timeZone),
      })),
    ...(answer === undefined ? {} : { answer }),
  };
}

export function commentsOn(
  forum: Forum,
  proposal: string,
  cursor: string | undefined,
  reading: Reading,
): CommentPage {
  const all = forum.commentsOn(forum.visible(proposal).id);
  const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && from === 0) throw refusal(400, 'invalid-request');
  const page = all.slice(from, from + (reading.limit ?? PAGE));
  const last = page.at(-1);
  return {
    comments: page.map(({ id, text, name, publishedAt }) => ({
      id,
      text,
      ...(name === undefined ? {} : { name }),
      publishedOn: calendarDay(publishedAt, reading.timeZone),
    })),
    ...(last && from + page.length < all.length ? { next: last.id } : {}),
  };
}

export function countsOf(
  forum: Forum,
  subjects: readonly string[],
  { version, phase, consultation, now }: PublishedConsultation & { now: number },
): SupportCounts {
  if (subjects.length === 0 || subjects.length > 50) throw refusal(400, 'invalid-request');
  const { supportsPerPerson } = forum.rules;
  return {
    version,
    phase,
    ...(supportsPerPerson === undefined ? {} : { supportsPerPerson }),
    supports: subjects.flatMap((subject) => {
      const deposit = forum.deposits.get(idIn(subject));
      if (!deposit || !isShown(deposit)) return [];
      const open = phase === 'open' && isActive(deposit);
      return { subject, title: deposit.title, count: forum.supportsOf(deposit), open };
    }),
    countedAt: new Date(now).toISOString(),
    takenUntil: graceEnds(consultation).toISOString(),
  };
}

function summaryOf(forum: Forum, deposit: Deposit, reading: Reading): ProposalSummary {
  const { id, title, text, theme, territory, name, status } = deposit;
  return {
    id,
    title,
    excerpt: text.length <= 280 ? text : `${text.slice(0, 280).replace(/\s+\S*$|[\ud800-\udbff]$/, '')}…`,
    ...(theme === undefined ? {} : { theme }),
    ...(territory === undefined ? {} : { territory }),
    ...(name === undefined ? {} : { name }),
    status: status as ProposalSummary['status'],
    publishedOn: calendarDay(deposit.publishedAt, reading.timeZone),
    supports: forum.supportsOf(deposit),
    comments: forum.commentsOn(id).length,
  };
}

/** Without accents and capitals. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
