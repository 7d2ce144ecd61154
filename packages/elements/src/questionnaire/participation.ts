import {
  answersOf,
  parseQuestionnaire,
  type Contribution,
  type PublishedConsultation,
} from '@cnr-widgets/contract';
import { descriptorKey, type Backend } from '@cnr-widgets/client/backend';
import { eraseDraft, loadDraft, saveDraft, type Draft } from '@cnr-widgets/client/drafts';
import { ClientError } from '@cnr-widgets/client/errors';
import {
  Outbox,
  sharedOutbox,
  type OutboxChange,
  type OutboxEntry,
  type Outcome,
} from '@cnr-widgets/client/outbox';
import { memoryStore } from '@cnr-widgets/client/store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DevicePolicy } from '../context.js';
import {
  CnrErrorEvent,
  CnrQueuedEvent,
  CnrReceivedEvent,
  CnrRefusedEvent,
  CnrStartedEvent,
  CnrUnsavedEvent,
} from '../events.js';
import { Session } from './session.js';

/** What is on the screen. */
export type View =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly code: string }
  | { readonly name: 'intro' }
  | { readonly name: 'session' }
  | { readonly name: 'sending' }
  | { readonly name: 'entry'; readonly entry: OutboxEntry }
  | { readonly name: 'gone'; readonly why: 'withdrawn' | 'erased' };

/** A sentence of the catalogue that the citizen is told in passing, by its name. */
export type Notice = 'draftErased' | 'draftSaved' | 'draftUnsaved' | 'stillWaiting' | 'unsaved';

interface ParticipationHost extends ReactiveControllerHost, EventTarget {
  readonly device: DevicePolicy;
}

/** One citizen's way through one consultation: from what is on this device to the receipt. Renders nothing. */
export class Participation implements ReactiveController {
  view: View = { name: 'loading' };
  session: Session | undefined;
  draft: Draft | undefined;
  /** The last answer of this device that was received or still waits. */
  entry: OutboxEntry | undefined;
  keepsDraft = false;
  notice: Notice | undefined;
  published: PublishedConsultation | undefined;
  backend: Backend | undefined;
  outbox: Outbox | undefined;
  /** The entry whose answer is open for correction: what is sent takes its place. */
  #superseded: OutboxEntry | undefined;
  #loading: AbortController | undefined;

  constructor(private readonly host: ParticipationHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.outbox?.addEventListener('change', this.#onOutboxChange);
  }

  hostDisconnected(): void {
    this.outbox?.removeEventListener('change', this.#onOutboxChange);
  }

  #useOutbox(outbox: Outbox): void {
    this.outbox?.removeEventListener('change', this.#onOutboxChange);
    this.outbox = outbox;
    outbox.addEventListener('change', this.#onOutboxChange);
  }

  #show(view: View, notice?: Notice): void {
    this.view = view;
    this.notice = notice;
    this.host.requestUpdate();
  }

  /** Tells the citizen something in passing. */
  tell(notice: Notice | undefined): void {
    this.notice = notice;
    this.host.requestUpdate();
  }

  /** Reads the definition (unless a card has it already) and what this device holds of it. */
  async load(backend: Backend, consultation: string, published?: PublishedConsultation): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.backend = backend;
    this.#useOutbox(this.host.device === 'shared' ? outboxInMemory() : sharedOutbox());
    this.#show({ name: 'loading' });
    try {
      // Without Web Crypto nothing could be sent at the end: better said before the first question.
      if (!isSecureContext) throw new ClientError('insecure-context', 'answers need https, or localhost');
      const read = published ?? (await backend.consultation(consultation, { signal: loading.signal }));
      parseQuestionnaire(read.consultation.questionnaire);
      this.published = read;
      const device =
        this.host.device === 'personal' ? await this.#readDevice(read.consultation.id) : undefined;
      if (loading.signal.aborted) return;
      this.draft = device?.draft;
      this.entry = device?.entry;
      const waits =
        this.entry?.state === 'waiting' || this.entry?.state === 'sending' || this.entry?.state === 'refused';
      this.#show(waits && this.entry !== undefined ? { name: 'entry', entry: this.entry } : { name: 'intro' });
    } catch (error) {
      if (loading.signal.aborted) return;
      this.fail(codeOf(error));
    }
  }

  fail(code: string): void {
    this.#show({ name: 'failed', code });
    this.host.dispatchEvent(new CnrErrorEvent(this.published?.consultation.id ?? '', code));
  }

  /** What the device holds. A store that cannot be read is no reason not to answer: `submit` says what it can keep. */
  async #readDevice(
    id: string,
  ): Promise<{ draft: Draft | undefined; entry: OutboxEntry | undefined }> {
    const { descriptor } = this.#ready.backend;
    try {
      const key = descriptorKey(descriptor);
      const entries = (await this.#ready.outbox.entries()).filter(
        (entry) => entry.consultation === id && descriptorKey(entry.descriptor) === key,
      );
      const draft = await loadDraft({ descriptor, consultation: id });
      const open = entries.find((entry) => entry.state !== 'received');
      return { draft, entry: open ?? entries.at(-1) };
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      return { draft: undefined, entry: undefined };
    }
  }

  get #ready() {
    const { backend, published, outbox } = this;
    if (backend === undefined || published === undefined || outbox === undefined) {
      throw new Error('nothing is loaded yet');
    }
    const { id } = published.consultation;
    return { backend, published, outbox, id, place: { descriptor: backend.descriptor, consultation: id } };
  }

  #begin(session: Session): void {
    this.session = session;
    this.#superseded = undefined;
    this.#show({ name: 'session' });
    this.host.dispatchEvent(new CnrStartedEvent(this.#ready.id));
  }

  start(): void {
    this.#begin(new Session(parseQuestionnaire(this.#ready.published.consultation.questionnaire)));
  }

  resumeDraft(): void {
    if (this.draft === undefined) return;
    const { questionnaire } = this.#ready.published.consultation;
    this.keepsDraft = true;
    this.#begin(new Session(parseQuestionnaire(questionnaire), this.draft.replaces, this.draft));
  }

  async eraseDraft(): Promise<void> {
    await eraseDraft(this.#ready.place);
    this.draft = undefined;
    this.keepsDraft = false;
    this.tell('draftErased');
  }

  async keepDraft(keep: boolean): Promise<void> {
    this.keepsDraft = keep;
    if (keep) await this.saveDraft();
    else await this.eraseDraft();
  }

  /** Called after every change of the session: stores the draft where the citizen asked for it. */
  async saveDraft(): Promise<void> {
    const { session } = this;
    if (!this.keepsDraft || session === undefined) return;
    const { published, place } = this.#ready;
    try {
      await saveDraft(place, {
        definitionVersion: published.version,
        ...session.state,
        ...(session.replaces === undefined ? {} : { replaces: session.replaces }),
      });
      // Said once, not at each key.
      if (this.notice !== 'draftSaved') this.tell('draftSaved');
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      this.tell('draftUnsaved');
    }
  }

  async submit(): Promise<void> {
    const { session } = this;
    const superseded = this.#superseded;
    if (session === undefined) return;
    const { backend, published, id, outbox } = this.#ready;
    const answer = { definitionVersion: published.version, payload: session.payload };
    this.#show({ name: 'sending' });
    await this.#conclude(
      superseded === undefined
        ? await outbox.submit(backend, {
            ...answer,
            kind: 'answer',
            consultation: id,
            consultationTitle: published.consultation.title,
          })
        : await outbox.correctAndResend(superseded.id, answer),
    );
  }

  async #conclude(outcome: Outcome): Promise<void> {
    const { id, place } = this.#ready;
    if (outcome.state === 'unsaved') {
      this.host.dispatchEvent(new CnrUnsavedEvent(id));
      const { entry } = outcome;
      // Without an entry nothing was sent either: the answer is where it was, on the screen.
      this.#show(entry === undefined ? { name: 'session' } : { name: 'entry', entry }, 'unsaved');
      return;
    }
    // The answer has a place of its own now; what is left of the draft would be a second copy of it.
    if (this.keepsDraft) {
      await eraseDraft(place);
      this.keepsDraft = false;
      this.draft = undefined;
    }
    this.entry = outcome.entry;
    this.#show({ name: 'entry', entry: outcome.entry });
    this.#report(outcome.entry);
  }

  #report(entry: OutboxEntry): void {
    const { id } = this.#ready;
    if (entry.state === 'received')
      this.host.dispatchEvent(new CnrReceivedEvent(id, entry.receipt?.late === true));
    else if (entry.state === 'refused')
      this.host.dispatchEvent(new CnrRefusedEvent(id, entry.lastError?.code ?? 'refused'));
    else this.host.dispatchEvent(new CnrQueuedEvent(id, entry.durable));
  }

  /** The outbox goes on by itself: what is on the screen follows it. */
  readonly #onOutboxChange = ({ id, entry }: OutboxChange) => {
    if (this.view.name !== 'entry' || id !== this.view.entry.id) return;
    if (entry === undefined) {
      if (this.view.entry.receipt === undefined) this.leave('erased');
      return;
    }
    const arrived =
      entry.state !== this.view.entry.state && (entry.state === 'received' || entry.state === 'refused');
    this.entry = entry;
    this.#show({ name: 'entry', entry }, arrived ? undefined : this.notice);
    if (arrived) this.#report(entry);
  };

  async sendNow(): Promise<void> {
    await this.#ready.outbox.flush({ force: true });
    if (this.view.name === 'entry' && this.view.entry.state === 'waiting') this.tell('stillWaiting');
  }

  get consultationId(): string {
    return this.published?.consultation.id ?? '';
  }

  /** The most questions that a path can have: what the citizen is told before the first answer. */
  get questionCount(): number {
    const { items } = parseQuestionnaire(this.#ready.published.consultation.questionnaire);
    return items.filter((item) => item.kind !== 'info').length;
  }

  /** Opens an answer of this device for another look; what is sent then takes its place. */
  reopen(entry: OutboxEntry): void {
    if (entry.contribution === null) return;
    this.#review(entry.contribution, entry.contribution.payload.replaces);
    this.#superseded = entry;
  }

  /** Opens an answer that was read back by its receipt code. */
  readonly correct = (contribution: Contribution, code: string): void => this.#review(contribution, code);

  #review({ payload }: Contribution, replaces: string | undefined): void {
    const { questionnaire } = this.#ready.published.consultation;
    const state = { answers: answersOf(payload), profile: payload.profile };
    const session = new Session(parseQuestionnaire(questionnaire), replaces, state);
    session.review();
    this.#begin(session);
  }

  async resendAsNew(entry: OutboxEntry): Promise<void> {
    this.#show({ name: 'sending' });
    await this.#conclude(await this.#ready.outbox.resendUnderNewId(entry.id));
  }

  /** The answer on the screen is no more. */
  leave(why: 'withdrawn' | 'erased'): void {
    this.entry = undefined;
    this.#show({ name: 'gone', why });
  }

  goToIntro(): void {
    this.session = undefined;
    this.#show({ name: 'intro' });
  }
}

/** One for the page: an answer that waits outlives the element it was given in, but not the tab. */
let inMemory: Outbox | undefined;

function outboxInMemory(): Outbox {
  if (inMemory === undefined) {
    inMemory = new Outbox({ store: memoryStore() });
    inMemory.start();
  }
  return inMemory;
}

/** The stable code of a failure that a citizen can be told of; any other error is a fault of ours and is thrown. */
function codeOf(error: unknown): string {
  if (error instanceof ClientError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
