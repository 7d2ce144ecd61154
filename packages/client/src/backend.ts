import type {
  CommentPage,
  Contribution,
  Counts,
  FoundPlaces,
  MeetingDetails,
  MeetingList,
  Proposal,
  ProposalPage,
  ProposalQuery,
  PublishedConsultation,
  Receipt,
  RegistrationContact,
  RegistrationDetails,
  Results,
  Retrieved,
  SupportCounts,
} from '@cnr-widgets/contract';

/**
 * Where a backend is, as plain data: it is stored with every entry that waits, so that any later page of the same
 * site can send it. Addresses are absolute and end without a slash.
 */
export type BackendDescriptor =
  | { adapter: 'http'; url: string }
  | { adapter: 'static'; files: string; contributions: string }
  | { adapter: 'memory'; name: string };

/** How far a proof of work is that the backend asked for. */
export interface ProofProgress {
  /** Attempts made, of `most` that it may take. */
  done: number;
  most: number;
  /** Seconds until the backend takes it without a solution. */
  waitSeconds: number;
  /** Nothing is computed any more: it waits for those seconds to pass. */
  waiting: boolean;
  /** Stops computing, for a device that is too slow for it. */
  waitInstead: () => void;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Passes over what was cached on the way: for what the citizen has just changed. */
  fresh?: boolean | undefined;
  /** What the browser's own cache still holds will do, however old: for who has no network. */
  held?: boolean | undefined;
  /** `put`: told of a proof of work several times a second while it is made. */
  onProof?: ((progress: ProofProgress) => void) | undefined;
}

/** The meetings of a consultation, and where they come from. */
export interface ReadMeetings extends MeetingList {
  /** Nobody answered: this is what the browser's own cache still held, as old as `asOf` says. */
  kept?: boolean;
}

/** Of which meetings a calendar is: one, those of a département, or without either all of them. */
export interface CalendarOf {
  /** Its id. */
  meeting?: string | undefined;
  /** INSEE code. */
  departement?: string | undefined;
}

/** What receives contributions and shows what became of them. Every call rejects with a `ClientError` alone. */
export interface Backend {
  readonly descriptor: BackendDescriptor;
  /** The public definition and its phase. */
  consultation(id: string, options?: CallOptions): Promise<PublishedConsultation>;
  counts(id: string, options?: CallOptions): Promise<Counts>;
  /** The tallies; `results-hidden` where the organiser does not show them (yet). */
  results(id: string, options?: CallOptions): Promise<Results>;
  /** A page of what citizens proposed and everybody may see. */
  proposals(consultation: string, query: ProposalQuery, options?: CallOptions): Promise<ProposalPage>;
  /** At most five proposals that say something like `text`, the most alike first. */
  similar(consultation: string, text: string, options?: CallOptions): Promise<ProposalPage>;
  /** One proposal by its UUID; `unknown-subject` where nobody may see it (any more). */
  proposal(consultation: string, id: string, options?: CallOptions): Promise<Proposal>;
  /** Comments on a proposal (its UUID), oldest first; `cursor` is `next` of the page before. */
  comments(
    consultation: string,
    proposal: string,
    cursor: string | undefined,
    options?: CallOptions,
  ): Promise<CommentPage>;
  /** Counts of 1 to 50 subjects (`proposal:<uuid>`); one that nobody may see is left out. */
  supports(consultation: string, subjects: readonly string[], options?: CallOptions): Promise<SupportCounts>;
  /**
   * Every meeting of a consultation. Where the network fails, what the browser's HTTP cache still holds of an earlier
   * call: nothing is stored for it.
   */
  meetings(consultation: string, options?: CallOptions): Promise<ReadMeetings>;
  /** One meeting by its id, with all that belongs to it; `unknown-subject` where there is none (any more). */
  meeting(consultation: string, id: string, options?: CallOptions): Promise<MeetingDetails>;
  /** The address of a calendar (RFC 5545); undefined where the adapter has none. */
  calendarUrl(consultation: string, which: CalendarOf): string | undefined;
  /** Communes and départements that a name, a beginning of one or a postal code may mean, best first. */
  places(query: string, options?: CallOptions): Promise<FoundPlaces>;
  /** Contours of départements that the operator imported; `readContours` of the contract reads them. */
  contours(version: string, options?: CallOptions): Promise<unknown>;
  /** What the receipt code of a registration reads back: the meeting, and where to take part from afar. */
  registration(consultation: string, code: string, options?: CallOptions): Promise<RegistrationDetails>;
  /** Leaves an address and needs with a registration, in place of what was there. Never kept on the device. */
  leaveContact(
    consultation: string,
    code: string,
    contact: RegistrationContact,
    options?: CallOptions,
  ): Promise<void>;
  eraseContact(consultation: string, code: string, options?: CallOptions): Promise<void>;
  /**
   * Records a contribution, once however often it is called. The receipt has the contract's form; whether it is for
   * this content is the outbox's to check.
   */
  put(contribution: Contribution, options?: CallOptions): Promise<Receipt>;
  /** Reads back what a receipt code stands for. */
  retrieve(consultation: string, code: string, options?: CallOptions): Promise<Retrieved>;
  /** Removes the contribution `id`; `code` is its receipt's. */
  withdraw(consultation: string, id: string, code: string, options?: CallOptions): Promise<void>;
}

/** One string for one backend, the same whichever page wrote the descriptor. */
export function descriptorKey(descriptor: BackendDescriptor): string {
  if (descriptor.adapter === 'http') return `http ${descriptor.url}`;
  if (descriptor.adapter === 'memory') return `memory ${descriptor.name}`;
  return `static ${descriptor.files} ${descriptor.contributions}`;
}

/** An address as a descriptor holds it; a relative one is read against the page. */
export function absoluteUrl(url: string): string {
  return new URL(url, (globalThis as { location?: Location }).location?.href).href.replace(/\/+$/, '');
}
