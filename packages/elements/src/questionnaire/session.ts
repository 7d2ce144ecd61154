import {
  checkReply,
  isEmpty,
  pagesOf,
  pathOf,
  payloadOf,
  progressOf,
  type AnswerPayload,
  type Answers,
  type AnswerValue,
  type Item,
  type Page,
  type Profile,
  type Question,
  type Questionnaire,
  type ReplyFault,
} from '@cnr-widgets/contract';

/** Where a citizen is: before the questions, on a page of them, on the profile, on the review. */
export type Stage = 'page' | 'profile' | 'review';

/** A fault of one question; `unreadable` is what was typed but is no number, or no date. */
export type FieldFault = ReplyFault | { question: string; code: 'unreadable'; params?: never };

/** What a draft keeps, and what a correction starts from, as far as it fits the questionnaire (`fitting`). */
export interface SessionState {
  readonly answers: Answers;
  readonly profile?: Profile | undefined;
  readonly pageId?: string | undefined;
}

/**
 * One run through a questionnaire, without a screen: the answers so far, the page one is on, and what stands in the
 * way of going on. Answers of a path that was left stay in memory, so that going back to it finds them, and count for
 * nothing meanwhile.
 */
export class Session {
  stage: Stage = 'page';
  profile: Profile = {};
  faults: FieldFault[] = [];
  /** How often "Continuer" found something to mend: each time the citizen is led to it. */
  stops = 0;
  /** It did so on this page. */
  stopped = false;
  #pageId: string;
  readonly #given: Map<string, AnswerValue | null>;
  /** Pages that were left by "Continuer". */
  readonly #seen = new Set<string>();
  /** Once on the review, a changed answer leads back to it, by way of the questions that the change brought in. */
  #reviewed = false;
  /** Text of a number, date or postal code that does not read as one (yet). */
  readonly #unreadable = new Map<string, string>();

  constructor(
    readonly questionnaire: Questionnaire,
    /** The receipt code of the answer that this one replaces. */
    readonly replaces?: string,
    state?: SessionState,
  ) {
    this.#given = new Map(state?.answers);
    this.profile = state?.profile ?? {};
    const first = this.pages[0]?.id ?? '';
    this.#pageId = this.pages.some((page) => page.id === state?.pageId) ? (state?.pageId ?? first) : first;
    for (const page of this.pages) {
      if (page.id === this.#pageId) break;
      this.#seen.add(page.id);
    }
  }

  get pages(): Page[] {
    return pagesOf(this.questionnaire, this.#given);
  }

  /** The page one is on. */
  get page(): Page {
    const pages = this.pages;
    const page = pages.find(({ id }) => id === this.#pageId) ?? pages[0];
    if (page === undefined) throw new Error('a questionnaire has at least one page');
    return page;
  }

  get path(): Item[] {
    return pathOf(this.questionnaire, this.#given);
  }

  /** Place of the page's first question among the questions on the path, and how many those are. */
  get progress(): { position: number; total: number } {
    const first = this.page.items.find((item) => item.kind !== 'info') ?? this.page.items[0];
    return progressOf(this.questionnaire, this.#given, first?.id ?? this.#pageId);
  }

  get isFirst(): boolean {
    return this.stage === 'page' && this.pages[0]?.id === this.page.id;
  }

  get state(): SessionState {
    return { answers: new Map(this.#given), profile: this.profile, pageId: this.#pageId };
  }

  value(id: string): AnswerValue | undefined {
    return this.#given.get(id) ?? undefined;
  }

  /** What stands in a field whose text does not read as an answer. */
  typed(id: string): string | undefined {
    return this.#unreadable.get(id);
  }

  faultOf(id: string): FieldFault | undefined {
    return this.faults.find((fault) => fault.question === id);
  }

  /** Takes an answer, or null for a field that was emptied; `typed` when the text does not read as an answer. */
  answer(question: Question, value: AnswerValue | null, typed?: string): void {
    if (value === null) this.#given.delete(question.id);
    else this.#given.set(question.id, value);
    if (typed === undefined) this.#unreadable.delete(question.id);
    else this.#unreadable.set(question.id, typed);
    // A fault that was shown is looked at again at once; a new one waits for "Continuer", except a text that grew
    // too long: its citizen is told while typing.
    const fault = this.#check(question);
    const shown = this.faultOf(question.id) !== undefined;
    const instant = fault?.code === 'too-long' || fault?.code === 'other-too-long';
    this.faults = this.faults.filter((other) => other.question !== question.id);
    if (fault !== undefined && (shown || instant)) this.faults.push(fault);
  }

  #check(question: Question): FieldFault | undefined {
    if (this.#unreadable.has(question.id)) return { question: question.id, code: 'unreadable' };
    return checkReply(question, this.value(question.id) ?? null);
  }

  /** Leaves the page for the next one, or stays with `faults` when something on it is missing or wrong. */
  next(): void {
    if (this.stage === 'profile') {
      this.stage = 'review';
      this.#reviewed = true;
      return;
    }
    const questions = this.page.items.filter((item) => item.kind !== 'info');
    this.faults = questions.map((question) => this.#check(question)).filter((fault) => fault !== undefined);
    this.stopped = this.faults.length > 0;
    if (this.stopped) {
      this.stops += 1;
      return;
    }
    for (const { id } of questions) if (isEmpty(this.#given.get(id))) this.#given.set(id, null);
    this.#seen.add(this.page.id);
    this.#goOn();
  }

  /** The first page after this one that was not seen yet, or what comes after the last. */
  #goOn(): void {
    const pages = this.pages;
    const rest = pages.slice(pages.findIndex(({ id }) => id === this.page.id) + 1);
    const wasReviewed = this.#reviewed;
    const following = wasReviewed ? rest.find((page) => !this.isSeen(page)) : rest[0];
    if (following !== undefined) this.#pageId = following.id;
    else this.stage = this.questionnaire.profile === true && !wasReviewed ? 'profile' : 'review';
    if (this.stage === 'review') this.#reviewed = true;
  }

  /** It was gone through, and what it asks is still answered or left empty as it may be. */
  isSeen(page: Page): boolean {
    return (
      this.#seen.has(page.id) &&
      page.items.every((item) => item.kind === 'info' || (this.#given.has(item.id) && !this.#check(item)))
    );
  }

  /** Leaves an optional question empty. */
  skip(): void {
    for (const item of this.page.items) {
      if (item.kind !== 'info') this.answer(item, null);
    }
    this.next();
  }

  back(): void {
    this.faults = [];
    this.stopped = false;
    const pages = this.pages;
    if (this.stage === 'review' && this.questionnaire.profile === true) {
      this.stage = 'profile';
      return;
    }
    const index =
      this.stage === 'page' ? pages.findIndex(({ id }) => id === this.page.id) - 1 : pages.length - 1;
    this.stage = 'page';
    this.#pageId = pages[Math.max(index, 0)]?.id ?? this.#pageId;
  }

  /** From the review to the page of one question, or to the profile. */
  change(id: string): void {
    this.faults = [];
    this.stopped = false;
    this.stage = id === 'profile' ? 'profile' : 'page';
    const page = this.pages.find(({ items }) => items.some((item) => item.id === id));
    if (page !== undefined) this.#pageId = page.id;
  }

  /** Straight to the review: for a correction, whose answers are all there already. */
  review(): void {
    for (const page of this.pages) this.#seen.add(page.id);
    const unseen = this.pages.find((page) => !this.isSeen(page));
    this.#reviewed = true;
    if (unseen === undefined) this.stage = 'review';
    else this.#pageId = unseen.id;
  }

  get payload(): AnswerPayload {
    const profile = Object.keys(this.profile).length > 0 ? this.profile : undefined;
    return payloadOf(this.questionnaire, this.#given, profile, this.replaces);
  }
}
