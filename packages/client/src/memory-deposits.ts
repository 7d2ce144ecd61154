import {
  checkProposal,
  idIn,
  WEEK,
  type ContributionKind,
  type ContributionOf,
  type ProposalRules,
  type ProposalStatus,
} from '@cnr-widgets/contract';
import { isActive, isShown, type Forum, type Moderated } from './memory-forum.js';
import { refusal } from './memory-refusal.js';

/** What goes to a forum: all but answers and registrations. */
export type ForumKind = Exclude<ContributionKind, 'answer' | 'registration'>;

/** Something on its way into the forum. */
export interface Incoming<Kind extends ForumKind> {
  contribution: ContributionOf<Kind>;
  forum: Forum;
  now: number;
  /** What it corrects, if it does: the id that its first contribution gave it. */
  corrects?: string | undefined;
}

/** Takes it in, by the rules of the reference backend. @throws ClientError its refusals */
export function record({ contribution, ...incoming }: Incoming<ForumKind>): void {
  if (contribution.kind === 'support') recordSupport({ ...incoming, contribution });
  else if (contribution.kind === 'proposal') recordProposal({ ...incoming, contribution });
  else if (contribution.kind === 'comment') recordComment({ ...incoming, contribution });
  else recordReport({ ...incoming, contribution });
}

/** The highest revision wins, whatever the order of arrival. */
function recordSupport({ contribution, forum, now }: Incoming<'support'>): void {
  const { id, createdAt, payload } = contribution;
  const { pseudonym, on, revision } = payload;
  const proposal = idIn(payload.subject);
  const deposit = forum.deposits.get(proposal);
  if (!deposit || (on && !isShown(deposit))) throw refusal(404, 'unknown-subject');
  // Who no longer supports may say so whatever became of the proposal.
  if (on && !isActive(deposit)) throw refusal(403, 'subject-closed');
  const key = `${proposal} ${pseudonym}`;
  const known = forum.supports.get(key);
  const own = { proposal, pseudonym, on, revision, createdAt: Date.parse(createdAt), contribution: id };
  if (known && !isLater(own, known)) return;
  const max = forum.rules.supportsPerPerson ?? Infinity;
  const held = [...forum.supports.values()].filter((support) => {
    const about = forum.deposits.get(support.proposal);
    return support.on && support.pseudonym === pseudonym && support !== known && about && isActive(about);
  });
  if (on && held.length >= max) throw refusal(403, 'limit-reached', { limit: { max } });
  forum.supports.set(key, { ...own, receivedAt: known?.receivedAt ?? now });
}

interface Press {
  revision: number;
  createdAt: number;
  contribution: string;
}

function isLater(a: Press, b: Press): boolean {
  const by = a.revision - b.revision || a.createdAt - b.createdAt;
  return by === 0 ? a.contribution > b.contribution : by > 0;
}

function recordProposal({ contribution, forum, now, corrects }: Incoming<'proposal'>): void {
  const { payload, id } = contribution;
  const { pseudonym, title, text, theme, territory, name } = payload;
  refuseUnfit(contribution, forum.rules);
  const content = { title, text, theme, territory, name };
  const corrected = corrects === undefined ? undefined : forum.deposits.get(corrects);
  if (corrected) {
    if (corrected.decided || forum.supportsOf(corrected) > 0) throw refusal(409, 'not-correctable');
    Object.assign(corrected, content, { changedAt: now });
    return;
  }
  refuseMany(forum, pseudonym, now);
  const written = writtenNow(forum.rules, pseudonym, now);
  const history = written.status === 'published' ? [{ status: written.status, at: now }] : [];
  const unsupported = { seeded: 0, supportedAt: [], answer: undefined, history };
  forum.deposits.set(id, { id, ...content, ...written, ...unsupported });
}

function recordComment({ contribution, forum, now, corrects }: Incoming<'comment'>): void {
  if (!forum.rules.comments) throw refusal(403, 'not-offered');
  const { payload, id } = contribution;
  const { pseudonym, text, name } = payload;
  const deposit = forum.visible(idIn(payload.subject));
  if (!isActive(deposit)) throw refusal(403, 'subject-closed');
  const corrected = corrects === undefined ? undefined : forum.comments.get(corrects);
  if (corrected) {
    if (corrected.decided) throw refusal(409, 'not-correctable');
    Object.assign(corrected, { text, name, changedAt: now });
    return;
  }
  forum.comments.set(id, {
    ...{ id, text, name, proposal: deposit.id },
    ...writtenNow(forum.rules, pseudonym, now),
  });
}

/** Only what everybody sees can be reported. */
function recordReport({ contribution, forum }: Incoming<'report'>): void {
  const subject = forum.found(contribution.payload.subject);
  const about = subject && 'proposal' in subject ? forum.deposits.get(subject.proposal) : subject;
  if (!subject || !about || !isShown(subject) || !isShown(about)) throw refusal(404, 'unknown-subject');
}

/** What its author took back is gone everywhere; that there was one stays, for the limit. */
export function takeBack(forum: Forum, { kind, payload }: ContributionOf<ForumKind>, subject: string): void {
  if (kind === 'support') {
    const support = forum.supports.get(`${idIn(payload.subject)} ${payload.pseudonym}`);
    if (support) support.on = false;
  } else if (kind !== 'report') {
    const written = forum.found(subject);
    if (written) written.withdrawn = true;
  }
}

function writtenNow(
  { moderation }: ProposalRules,
  pseudonym: string,
  now: number,
): Omit<Moderated, 'id' | 'text' | 'name'> {
  const status: ProposalStatus = moderation === 'after' ? 'published' : 'submitted';
  const times = { receivedAt: now, publishedAt: now, changedAt: now };
  return { pseudonym, status, reason: undefined, ...times, decided: false, withdrawn: false };
}

function refuseUnfit({ payload }: ContributionOf<'proposal'>, rules: ProposalRules): void {
  const errors = checkProposal(rules, payload).map(({ field, code }) => ({ path: field, code }));
  if (errors.length > 0) throw refusal(422, 'invalid-contribution', { errors });
}

/** Those that were withdrawn count as well: otherwise withdrawing would be a way around the limit. */
function refuseMany({ rules: { perWeek }, deposits }: Forum, pseudonym: string, now: number): void {
  const recent = [...deposits.values()]
    .filter((deposit) => deposit.pseudonym === pseudonym && deposit.receivedAt > now - WEEK)
    .sort((a, b) => b.receivedAt - a.receivedAt);
  const oldest = recent[perWeek - 1];
  if (!oldest) return;
  const until = new Date(oldest.receivedAt + WEEK).toISOString();
  throw refusal(403, 'limit-reached', { limit: { max: perWeek, until } });
}
