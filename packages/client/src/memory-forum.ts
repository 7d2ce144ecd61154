import {
  idIn,
  isOpen,
  isVisible,
  type OfficialAnswer,
  type ProposalRules,
  type ProposalStatus,
} from '@cnr-widgets/contract';
import { refusal } from './memory-refusal.js';

/** A proposal that is there from the start. */
export interface MemoryProposal {
  /** UUID. */
  id: string;
  title: string;
  text: string;
  theme?: string | undefined;
  territory?: string | undefined;
  name?: string | undefined;
  /** Default: published. */
  status?: ProposalStatus | undefined;
  reason?: string | undefined;
  answer?: OfficialAnswer | undefined;
  /** ISO 8601 calendar date. Default: the day on which the consultation opened. */
  publishedOn?: string | undefined;
  history?: readonly { status: ProposalStatus; date: string }[] | undefined;
  /** How many supported it, besides those in `supportedAt`. */
  supports?: number | undefined;
  /** When others supported it (RFC 3339): what trends is made of. */
  supportedAt?: readonly string[] | undefined;
  /** Published ones, oldest first. */
  comments?:
    readonly { id: string; text: string; name?: string | undefined; publishedOn: string }[] | undefined;
}

/** What citizens wrote and moderators decide upon. Times in milliseconds since the epoch. */
export interface Moderated {
  id: string;
  pseudonym: string;
  text: string;
  name: string | undefined;
  status: ProposalStatus;
  reason: string | undefined;
  receivedAt: number;
  publishedAt: number;
  changedAt: number;
  /** A moderator acted on it. */
  decided: boolean;
  withdrawn: boolean;
}

export interface Deposit extends Moderated {
  title: string;
  theme: string | undefined;
  territory: string | undefined;
  answer: OfficialAnswer | undefined;
  history: { status: ProposalStatus; at: number }[];
  /** Supports that no pseudonym stands for. */
  seeded: number;
  supportedAt: readonly number[];
}

export interface Comment extends Moderated {
  proposal: string;
}

export interface Support {
  proposal: string;
  pseudonym: string;
  on: boolean;
  revision: number;
  createdAt: number;
  contribution: string;
  receivedAt: number;
}

/** Everybody sees it. What its author took back is gone whatever its status. */
export function isShown({ status, withdrawn }: Pick<Moderated, 'status' | 'withdrawn'>): boolean {
  return !withdrawn && isVisible(status);
}

/** It can be supported and commented on. */
export function isActive({ status, withdrawn }: Deposit): boolean {
  return !withdrawn && isOpen(status);
}

/** What citizens wrote in one consultation, and what they did about what others wrote. */
export class Forum {
  readonly deposits = new Map<string, Deposit>();
  readonly comments = new Map<string, Comment>();
  readonly supports = new Map<string, Support>();

  /** @param opensAt when a proposal was published that says nothing of it */
  constructor(
    readonly rules: ProposalRules,
    seeds: readonly MemoryProposal[],
    opensAt: number,
  ) {
    for (const seed of seeds) this.#sow(seed, opensAt);
  }

  supportsOf({ id, seeded, supportedAt }: Deposit): number {
    return seeded + supportedAt.length + this.supportTimes(id).length;
  }

  /** When those who support it now first did. */
  supportTimes(proposal: string): number[] {
    return [...this.supports.values()]
      .filter((support) => support.proposal === proposal && support.on)
      .map(({ receivedAt }) => receivedAt);
  }

  commentsOn(proposal: string): Comment[] {
    return [...this.comments.values()]
      .filter((comment) => comment.proposal === proposal && isShown(comment))
      .sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
  }

  /** By `proposal:<uuid>`, `comment:<uuid>` or the UUID alone. */
  found(subject: string): Deposit | Comment | undefined {
    const id = idIn(subject);
    return this.deposits.get(id) ?? this.comments.get(id);
  }

  /** @throws ClientError `unknown-subject` where nobody may see it */
  visible(id: string): Deposit {
    const deposit = this.deposits.get(id);
    if (!deposit || !isShown(deposit)) throw refusal(404, 'unknown-subject');
    return deposit;
  }

  #sow(seed: MemoryProposal, opensAt: number): void {
    const { status = 'published', supports = 0, supportedAt = [], comments = [], publishedOn } = seed;
    const at = publishedOn === undefined ? opensAt : noon(publishedOn);
    const written = { pseudonym: '', receivedAt: at, publishedAt: at, changedAt: at, withdrawn: false };
    const history = seed.history?.map((step) => ({ status: step.status, at: noon(step.date) }));
    this.deposits.set(seed.id, {
      ...written,
      id: seed.id,
      title: seed.title,
      text: seed.text,
      theme: seed.theme,
      territory: seed.territory,
      name: seed.name,
      status,
      reason: seed.reason,
      answer: seed.answer,
      decided: true,
      history: history ?? (isVisible(status) ? [{ status, at }] : []),
      seeded: supports,
      supportedAt: supportedAt.map(Date.parse),
    });
    for (const { id, text, name, publishedOn: day } of comments) {
      const times = { receivedAt: noon(day), publishedAt: noon(day), changedAt: noon(day) };
      const own = { id, text, name, proposal: seed.id, status: 'published', reason: undefined } as const;
      this.comments.set(id, { ...written, ...times, ...own, decided: true });
    }
  }
}

/** A moderator's act. */
export function decide(
  written: Deposit | Comment,
  act: {
    status: ProposalStatus;
    reason?: string | undefined;
    answer?: OfficialAnswer | undefined;
    now: number;
  },
): void {
  const { status, reason, answer, now } = act;
  // It is as old as its first publication, whatever becomes of it later.
  if (written.status === 'submitted') written.publishedAt = now;
  Object.assign(written, { status, reason, decided: true, changedAt: now });
  if (!('history' in written)) return;
  written.history.push({ status, at: now });
  if (answer) written.answer = answer;
}

/** A calendar date is one day in every time zone that matters here. */
function noon(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}
