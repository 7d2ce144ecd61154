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
import { tellPage } from '../tell-page.js';
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
  outbox: Outbox;
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
  /** The citizen asked for it, and of this session: another one may not write over what was kept. */
  keepsDraft = false;
  /** What the citizen is told in passing: the answer could not be stored, or what was pressed failed. */
  told: 'unsaved' | 'notSent' | undefined;
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

  /** A host may say late that the device is shared: what was begun before is kept nowhere either. */
  hostUpdate(): void {
    const { loaded, view } = this;
    const outbox = loaded && outboxOf(this.host.device);
    if (!outbox || outbox === loaded.outbox) return;
    if (view.name !== 'session' && view.name !== 'sending') {
      void this.load(loaded.backend, this.id, loaded.published);
      return;
    }
    this.hostDisconnected();
    this.keepsDraft = false;
    loaded.outbox = outbox;
    this.hostConnected();
  }

  #show(view: View, told?: Participation['told']): void {
    this.view = view;
    this.told = told;
    this.host.requestUpdate();
  }

  /** Reads the definition (unless a card has it already) and what this device holds of it. */
  async load(backend: Backend, id: string, known?: PublishedConsultation): Promise<void> {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.hostDisconnected();
    this.session = this.loaded = undefined;
    this.keepsDraft = false;
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
      // Taken off the page meanwhile, it would be held for as long as the page is open.
      if (this.host.isConnected) this.hostConnected();
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

  #begin(replaces?: string, state?: SessionState, keepsDraft = false): Session {
    const { backend, questionnaire } = this.#ready;
    forgetSetAside(backend);
    const session = (this.session = new Session(questionnaire, replaces, state));
    this.#resend = undefined;
    this.keepsDraft = keepsDraft;
    this.#show({ name: 'session' });
    this.host.dispatchEvent(new CnrStartedEvent(this.id));
    return session;
  }

  /**
   * Goes on from answers that were given before. Whoever offers that came with the same file. Undefined where something
   * else was loaded meanwhile.
   */
  async #resume(
    replaces: string | undefined,
    state: SessionState,
    keepsDraft?: boolean,
  ): Promise<Session | undefined> {
    const loaded = this.#ready;
    const { fitting } = await import('../define/rest.js');
    if (this.loaded !== loaded) return undefined;
    const answers = fitting(loaded.questionnaire, state.answers);
    return this.#begin(replaces, { ...state, answers }, keepsDraft);
  }

  readonly resumeDraft = (draft: Draft): void => {
    void this.#resume(draft.replaces, draft, true);
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
    const session = await this.#resume(replaces, { answers: answersOf(payload), profile: payload.profile });
    if (!session) return;
    session.review();
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

  /**
   * Waits for what becomes of an answer that is on its way, and shows it where it was sent from: another consultation
   * may be on the screen by then. The page is told all the same.
   */
  readonly conclude = async (sending: Promise<Outcome>): Promise<void> => {
    const { view, keepsDraft } = this;
    const loaded = this.#ready;
    forgetSetAside(loaded.backend);
    this.#show({ name: 'sending' });
    const outcome = await sending.catch((error: unknown) => {
      console.error('cnr-questionnaire', error);
    });
    const entry = outcome?.entry;
    const isHere = this.loaded === loaded;
    if (!outcome || outcome.state === 'unsaved') {
      if (outcome) tellPage(this.host, new CnrUnsavedEvent(loaded.published.consultation.id));
      // Without an entry nothing was sent either: the answer is where it was, on the screen.
      if (isHere) this.#show(entry ? { name: 'entry', entry } : view, entry ? 'unsaved' : 'notSent');
      return;
    }
    if (isHere) {
      this.keepsDraft = false;
      this.#settle(outcome.entry);
    } else if (!this.#shows(outcome.entry)) this.#tell(outcome.entry);
    if (keepsDraft) await forgetDraft(loaded);
  };

  /** Shows an entry in a new state, and tells the page of it. */
  #settle(entry: OutboxEntry): void {
    this.entry = entry;
    this.#show({ name: 'entry', entry });
    this.#tell(entry);
  }

  #tell({ consultation, receipt, state, lastError, durable }: OutboxEntry): void {
    tellPage(
      this.host,
      receipt
        ? new CnrReceivedEvent(consultation, receipt.late)
        : state === 'refused'
          ? new CnrRefusedEvent(consultation, lastError?.code ?? '')
          : new CnrQueuedEvent(consultation, durable),
    );
  }

  #shows({ id }: OutboxEntry): boolean {
    return this.view.name === 'entry' && this.view.entry.id === id;
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
      this.#show({ name: 'entry', entry }, this.told);
    }
  };

  /** The answer on the screen is no more. */
  leave(gone: 'withdrawn' | 'erased'): void {
    this.entry = undefined;
    this.#show({ name: 'intro', gone });
  }
}

/**
 * The answer has a place of its own now; what is left of the draft would be a second copy of it. A file or a store that
 * fails now changes nothing of what became of the answer: the draft goes after its 24 hours.
 */
async function forgetDraft({ backend, published }: Loaded): Promise<void> {
  const place = { descriptor: backend.descriptor, consultation: published.consultation.id };
  await import('@cnr-widgets/client/drafts')
    .then(({ eraseDraft }) => eraseDraft(place))
    .catch(() => undefined);
}
