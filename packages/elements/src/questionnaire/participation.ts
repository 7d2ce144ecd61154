import {
  answersOf,
  parseQuestionnaire,
  type ContributionOf,
  type PublishedConsultation,
  type Questionnaire,
} from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import type { Draft } from '@cnr-widgets/client/drafts';
import { clientErrorOf, ClientError } from '@cnr-widgets/client/errors';
import type { Correction, Outbox, OutboxChange, OutboxEntry, Outcome } from '@cnr-widgets/client/outbox';
import { latestAnswer } from '@cnr-widgets/client/peek';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DevicePolicy } from '../context.js';
import {
  CnrQueuedEvent,
  CnrReceivedEvent,
  CnrRefusedEvent,
  CnrStartedEvent,
  CnrUnsavedEvent,
} from '../events.js';
import { loadProof } from '../load-proof.js';
import { outboxOf } from '../page-outbox.js';
import { tellFailure } from '../tell-failure.js';
import { Session, type SessionState } from './session.js';
import { forgetSetAside, setAside, takenUp } from './unfinished.js';

/** What is on the screen. */
export type View =
  | { readonly name: 'loading' | 'session' | 'sending' }
  | { readonly name: 'intro'; readonly gone?: 'withdrawn' | 'erased' }
  | { readonly name: 'failed'; readonly code: string }
  | { readonly name: 'entry'; readonly entry: OutboxEntry };

/** A consultation that can be answered: where, and what it asks. */
interface Loaded {
  readonly backend: Backend;
  readonly outbox: Outbox;
  readonly published: PublishedConsultation;
  readonly questionnaire: Questionnaire;
}

interface ParticipationHost extends ReactiveControllerHost, Element {
  readonly device: DevicePolicy;
}

/** One citizen's way through one consultation: from what is on this device to the receipt. Renders nothing. */
export class Participation implements ReactiveController {
  view: View = { name: 'loading' };
  session: Session | undefined;
  /** The last answer of this device. */
  entry: OutboxEntry | undefined;
  keepsDraft = false;
  /** The last answer could be neither stored nor sent: the citizen is told in passing. */
  unsaved = false;
  loaded: Loaded | undefined;
  /** Sends an answer that was open for another look, in the place of what it was. */
  #resend: ((answer: Correction) => Promise<Outcome>) | undefined;
  #loading: AbortController | undefined;

  constructor(private readonly host: ParticipationHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.loaded?.outbox.addEventListener('change', this.#onOutboxChange);
    this.loaded?.outbox.addEventListener('proof', loadProof, { once: true });
  }

  hostDisconnected(): void {
    const { session, loaded } = this;
    // A correction is not: who answers next would go on with it. Nor anything on a shared device.
    const own = this.view.name === 'session' && !session?.replaces && !this.#resend;
    if (loaded && session && own && this.host.device !== 'shared') {
      setAside(loaded.backend, loaded.published, session);
    }
    this.loaded?.outbox.removeEventListener('change', this.#onOutboxChange);
    this.loaded?.outbox.removeEventListener('proof', loadProof);
  }

  #show(view: View, unsaved = false): void {
    this.view = view;
    this.unsaved = unsaved;
    this.host.requestUpdate();
  }

  /** Reads the definition (unless a card has it already) and what this device holds of it. */
  async load(backend: Backend, id: string, known?: PublishedConsultation): Promise<void> {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.hostDisconnected();
    this.session = undefined;
    this.#show({ name: 'loading' });
    try {
      // Without Web Crypto nothing could be sent at the end: better said before the first question.
      if (!isSecureContext) throw new ClientError('insecure-context', 'answers need https, or localhost');
      const published = known ?? (await backend.consultation(id, { signal }));
      const asked = published.consultation.questionnaire;
      if (!asked) throw new ClientError('not-offered', `${id} asks no questions`);
      const questionnaire = parseQuestionnaire(asked);
      const outbox = outboxOf(this.host.device);
      // A store that cannot be read is no reason not to answer: `submit` says what can be kept.
      const entries = await outbox.entries().catch(() => []);
      if (signal.aborted) return;
      this.loaded = { backend, outbox, published, questionnaire };
      this.hostConnected();
      const entry = latestAnswer(entries, { descriptor: backend.descriptor, consultation: id });
      this.entry = entry;
      this.#show(entry && !entry.receipt ? { name: 'entry', entry } : { name: 'intro' });
    } catch (error) {
      if (!signal.aborted) this.fail(id, clientErrorOf(error, 'malformed-response').code);
    }
  }

  fail(id: string, code: string): void {
    this.#show({ name: 'failed', code });
    tellFailure(this.host, id, code);
  }

  get #ready(): Loaded {
    if (!this.loaded) throw new Error('nothing is loaded yet');
    return this.loaded;
  }

  get id(): string {
    return this.#ready.published.consultation.id;
  }

  /** Goes on with what was set aside, or begins. */
  start(): void {
    const { backend, published } = this.#ready;
    const session = takenUp(backend, published);
    if (!session) return this.startAnew();
    this.session = session;
    this.#resend = undefined;
    this.#show({ name: 'session' });
  }

  startAnew(): void {
    this.#begin();
  }

  #begin(replaces?: string, state?: SessionState): void {
    forgetSetAside(this.#ready.backend);
    this.session = new Session(this.#ready.questionnaire, replaces, state);
    this.#resend = undefined;
    this.#show({ name: 'session' });
    this.host.dispatchEvent(new CnrStartedEvent(this.id));
  }

  /** Goes on from answers that were given before. Whoever offers that came with the same file. */
  async #resume(replaces: string | undefined, state: SessionState): Promise<void> {
    const { fitting } = await import('../define/rest.js');
    this.#begin(replaces, { ...state, answers: fitting(this.#ready.questionnaire, state.answers) });
  }

  readonly resumeDraft = (draft: Draft): void => {
    this.keepsDraft = true;
    void this.#resume(draft.replaces, draft);
  };

  readonly keepDraft = (keep: boolean): void => {
    this.keepsDraft = keep;
    this.host.requestUpdate();
  };

  /**
   * Opens an answer for correction; `replaces` is the receipt code of the one that is to be replaced, `resend` what
   * sends it where that is not simply a new answer.
   */
  readonly correct = async (
    { payload }: ContributionOf<'answer'>,
    replaces?: string,
    resend?: (answer: Correction) => Promise<Outcome>,
  ): Promise<void> => {
    await this.#resume(replaces, { answers: answersOf(payload), profile: payload.profile });
    this.session?.review();
    this.#resend = resend;
    // The session stands on its first page until here.
    this.host.requestUpdate();
  };

  async submit(): Promise<void> {
    const { session } = this;
    if (!session) return;
    const { backend, outbox, published } = this.#ready;
    const { id, title } = published.consultation;
    const answer = { definitionVersion: published.version, payload: session.payload };
    await this.conclude(
      this.#resend?.(answer) ??
        outbox.submit(backend, { ...answer, kind: 'answer', consultation: id, consultationTitle: title }),
    );
  }

  /** Waits for what becomes of an answer that is on its way, and shows it. */
  readonly conclude = async (sending: Promise<Outcome>): Promise<void> => {
    forgetSetAside(this.#ready.backend);
    this.#show({ name: 'sending' });
    const outcome = await sending;
    const { entry } = outcome;
    if (outcome.state === 'unsaved') {
      this.host.dispatchEvent(new CnrUnsavedEvent(this.id));
      // Without an entry nothing was sent either: the answer is where it was, on the screen.
      this.#show(entry ? { name: 'entry', entry } : { name: 'session' }, true);
      return;
    }
    this.#settle(outcome.entry);
    if (this.keepsDraft) await this.#forgetDraft();
  };

  /**
   * The answer has a place of its own now; what is left of the draft would be a second copy of it. A file or a store
   * that fails now changes nothing of what became of the answer: the draft goes after its 24 hours.
   */
  async #forgetDraft(): Promise<void> {
    this.keepsDraft = false;
    const place = { descriptor: this.#ready.backend.descriptor, consultation: this.id };
    await import('@cnr-widgets/client/drafts')
      .then(({ eraseDraft }) => eraseDraft(place))
      .catch(() => undefined);
  }

  /** Shows an entry in a new state, and tells the page of it. */
  #settle(entry: OutboxEntry): void {
    this.entry = entry;
    this.#show({ name: 'entry', entry });
    const { receipt, lastError } = entry;
    this.host.dispatchEvent(
      receipt
        ? new CnrReceivedEvent(this.id, receipt.late)
        : entry.state === 'refused'
          ? new CnrRefusedEvent(this.id, lastError?.code ?? '')
          : new CnrQueuedEvent(this.id, entry.durable),
    );
  }

  /** The outbox goes on by itself: what is on the screen follows it. */
  readonly #onOutboxChange = ({ id, entry }: OutboxChange) => {
    const { view } = this;
    if (view.name !== 'entry' || id !== view.entry.id) return;
    if (!entry) {
      if (!view.entry.receipt) this.leave('erased');
    } else if (entry.state !== view.entry.state && (entry.receipt || entry.state === 'refused')) {
      this.#settle(entry);
    } else {
      this.entry = entry;
      this.#show({ name: 'entry', entry }, this.unsaved);
    }
  };

  /** The answer on the screen is no more. */
  leave(gone: 'withdrawn' | 'erased'): void {
    this.entry = undefined;
    this.#show({ name: 'intro', gone });
  }
}
