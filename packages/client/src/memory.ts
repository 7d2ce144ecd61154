import {
  calendarDay,
  parseProposalRules,
  phaseOf,
  replacedBy,
  type ContributionKind,
  type ContributionOf,
  type FoundPlace,
  type OfficialAnswer,
  type ProposalStatus,
  type PublishedConsultation,
  type Receipt,
  type Results,
  type Retrieved,
} from '@cnr-widgets/contract';
import type { Backend, CallOptions } from './backend.js';
import { contentHashOf } from './content-hash.js';
import { ClientError } from './errors.js';
import { checkPayload, isLate, readContribution } from './memory-checks.js';
import { record, takeBack } from './memory-deposits.js';
import { decide, Forum, type MemoryProposal } from './memory-forum.js';
import { alike, commentsOn, countsOf, listed, opened } from './memory-lists.js';
import { gatheringOf } from './memory-gathering.js';
import { MemoryMeetings, type MemoryMeeting, type RegistrationRow } from './memory-meetings.js';
import { refusal } from './memory-refusal.js';
import { end, receiptCode, Rows } from './memory-rows.js';
import { memoryBackends } from './open-backend.js';

export type { MemoryMeeting, MemoryProposal };

/** A call on its way, as `intercept` sees it. */
export interface MemoryCall {
  name: Exclude<keyof Backend, 'descriptor' | 'calendarUrl'>;
  /** Empty where a call is about none. */
  consultation: string;
  /** Before the backend acts, or after it acted and before its answer arrives. */
  moment: 'before' | 'after';
}

export interface MemoryOptions {
  consultations: readonly PublishedConsultation[];
  /** Tallies by consultation; without them `results` is refused with `results-hidden`. */
  results?: Readonly<Record<string, Results>> | undefined;
  /** What is proposed already, by consultation. */
  proposals?: Readonly<Record<string, readonly MemoryProposal[]>> | undefined;
  /** Public meetings, by consultation. */
  meetings?: Readonly<Record<string, readonly MemoryMeeting[]>> | undefined;
  /** What `places` finds among. */
  places?: readonly FoundPlace[] | undefined;
  /** Contours of départements by version; lists of meetings name the first. */
  contours?: Readonly<Record<string, unknown>> | undefined;
  /** Where calendars are said to be (`calendarUrl`), e.g. `https://participation.example`. */
  calendars?: string | undefined;
  /** Proposals or comments a page. Default 20. */
  pageSize?: number | undefined;
  /** Milliseconds since the epoch. The phase follows it. */
  now?: (() => number) | undefined;
  /** May throw or wait: how stories and tests make a network that fails. */
  intercept?: ((call: MemoryCall, options?: CallOptions) => void | Promise<void>) | undefined;
}

export interface MemoryBackend extends Backend {
  /** What it holds, of one kind or of all: neither withdrawn nor replaced. */
  rows<Kind extends ContributionKind = ContributionKind>(kind?: Kind): ContributionOf<Kind>[];
  /**
   * What a moderator does to a proposal or a comment.
   * @param id its UUID, or `proposal:<uuid>`
   * @param reason told to the author, where it is refused
   * @param answer where it is answered
   */
  moderate(id: string, status: ProposalStatus, reason?: string, answer?: OfficialAnswer): void;
}

/**
 * A backend within the page, with the rules of the real one: the replay check comes before phase and content, the
 * same id with other content is refused, a correction replaces, a withdrawn id is gone; of supports the highest
 * revision counts, and what is not published is nowhere to be seen. `openBackend` finds it by its name for as long as
 * the page lives.
 */
export function memoryBackend(name: string, options: MemoryOptions): MemoryBackend {
  const { now = Date.now, intercept, results = {}, proposals = {}, pageSize } = options;
  const rows = new Rows();
  const forums = new Map<string, Forum>();
  const published = (id: string) => {
    const found = options.consultations.find(({ consultation }) => consultation.id === id);
    if (!found) throw refusal(404, 'unknown-consultation');
    return { ...found, phase: phaseOf(found.consultation, new Date(now())) };
  };
  const forumOf = (id: string): Forum => {
    const { consultation } = published(id);
    if (consultation.proposals === undefined) throw refusal(403, 'not-offered');
    const known = forums.get(id);
    if (known) return known;
    const rules = parseProposalRules(consultation.proposals);
    const forum = new Forum(rules, proposals[id] ?? [], Date.parse(consultation.opensAt));
    forums.set(id, forum);
    return forum;
  };
  const gatherings = new MemoryMeetings((id) => ({
    published: published(id),
    meetings: options.meetings?.[id] ?? [],
    registrations: backend.rows('registration').filter(({ consultation }) => consultation === id),
    now: now(),
  }));
  const registered = (consultation: string, code: string): RegistrationRow => {
    const row = rows.byCode(consultation, code);
    if (row.contribution.kind !== 'registration') throw refusal(404, 'unknown-receipt-code');
    return row as RegistrationRow;
  };
  const reading = (id: string) => ({
    now: now(),
    timeZone: published(id).consultation.timeZone,
    limit: pageSize,
  });
  const around = async <T>(
    call: MemoryCall['name'],
    consultation: string,
    act: () => T | Promise<T>,
    callOptions?: CallOptions,
  ): Promise<T> => {
    if (callOptions?.signal?.aborted) throw new ClientError('aborted', 'the call was stopped');
    await intercept?.({ name: call, consultation, moment: 'before' }, callOptions);
    const answer = await act();
    await intercept?.({ name: call, consultation, moment: 'after' }, callOptions);
    return structuredClone(answer);
  };

  const accept = async (sent: unknown): Promise<Receipt> => {
    const contribution = readContribution(sent);
    const { id, consultation: place } = contribution;
    const contentHash = await contentHashOf(contribution);
    const known = rows.replay(id, contentHash);
    if (known) return known;
    const { consultation, version } = published(place);
    const late = isLate(published(place), contribution, now());
    if (contribution.definitionVersion > version) throw refusal(422, 'unknown-version');
    const code = replacedBy(contribution);
    const replaced = code === undefined ? undefined : rows.byCode(place, code);
    if (replaced && replaced.contribution.kind !== contribution.kind) {
      throw refusal(404, 'unknown-receipt-code');
    }
    if (contribution.kind === 'answer') {
      if (consultation.questionnaire === undefined) throw refusal(403, 'not-offered');
      // Only the newest version is here, so an older answer cannot be checked against its own.
      if (contribution.definitionVersion === version) checkPayload(consultation.questionnaire, contribution);
    } else if (contribution.kind === 'registration') {
      gatherings.admit(contribution, (replaced as RegistrationRow | undefined)?.contribution);
    } else record({ contribution, forum: forumOf(place), now: now(), corrects: replaced?.made });
    if (replaced) end(replaced, 'replaced');
    const receivedAt = new Date(now()).toISOString();
    const receipt = { id, consultation: place, contentHash, receivedAt, late, code: receiptCode() };
    rows.add({ contribution, receipt, made: replaced?.made ?? id });
    return receipt;
  };
  const readBack = (consultation: string, code: string): Retrieved => {
    const { contribution, receipt, made } = rows.byCode(consultation, code);
    const { kind } = contribution;
    if (kind !== 'proposal' && kind !== 'comment') return { contribution, receipt };
    const written = forumOf(consultation).found(made);
    if (!written) throw refusal(500, 'internal');
    const { status, reason, changedAt } = written;
    const standing = { status, date: calendarDay(changedAt, reading(consultation).timeZone) };
    return {
      contribution,
      receipt,
      subject: `${kind}:${made}`,
      standing: { ...standing, ...(reason === undefined ? {} : { reason }) },
    };
  };
  const withdraw = (consultation: string, id: string, code: string): void => {
    const row = rows.byCode(consultation, code);
    const { contribution, made, receipt } = row;
    if (receipt.id !== id) throw refusal(404, 'unknown-receipt-code');
    if (contribution.kind === 'registration') gatherings.eraseContact(made);
    else if (contribution.kind !== 'answer') takeBack(forumOf(consultation), contribution, made);
    end(row, 'withdrawn');
  };

  const backend: MemoryBackend = {
    descriptor: { adapter: 'memory', name },
    rows: <Kind extends ContributionKind>(kind?: Kind) =>
      rows.live().filter((row): row is ContributionOf<Kind> => kind === undefined || row.kind === kind),
    moderate(id, status, reason, answer) {
      for (const { consultation } of options.consultations) {
        if (consultation.proposals === undefined) continue;
        const found = forumOf(consultation.id).found(id);
        if (found) return decide(found, { status, reason, answer, now: now() });
      }
      throw refusal(404, 'unknown-subject');
    },
    consultation: (id, call) => around('consultation', id, () => published(id), call),
    counts: (id, call) => around('counts', id, () => ({ participants: participantsOf(id) }), call),
    results: (id, call) =>
      around(
        'results',
        id,
        () => {
          const found = results[published(id).consultation.id];
          if (!found) throw refusal(403, 'results-hidden');
          return found;
        },
        call,
      ),
    proposals: (id, query, call) =>
      around('proposals', id, () => listed(forumOf(id), query, reading(id)), call),
    similar: (id, text, call) => around('similar', id, () => alike(forumOf(id), text, reading(id)), call),
    proposal: (id, uuid, call) => around('proposal', id, () => opened(forumOf(id), uuid, reading(id)), call),
    comments: (id, uuid, cursor, call) =>
      around('comments', id, () => commentsOn(forumOf(id), uuid, cursor, reading(id)), call),
    supports: (id, subjects, call) =>
      around('supports', id, () => countsOf(forumOf(id), subjects, { ...published(id), now: now() }), call),
    ...gatheringOf({ ...options, around, meetings: gatherings, registered }),
    put: (sent, call) => around('put', sent.consultation, () => accept(structuredClone(sent)), call),
    retrieve: (consultation, code, call) =>
      around('retrieve', consultation, () => readBack(consultation, code), call),
    withdraw: (consultation, id, code, call) =>
      around('withdraw', consultation, () => withdraw(consultation, id, code), call),
  };
  const participantsOf = (id: string): number =>
    backend.rows('answer').filter(({ consultation }) => consultation === published(id).consultation.id)
      .length;
  memoryBackends().set(name, backend);
  return backend;
}
