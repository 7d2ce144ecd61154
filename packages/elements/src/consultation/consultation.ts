import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { html, nothing, type TemplateResult, type PropertyDeclarations } from 'lit';
import { base } from '../base.styles.js';
import { CnrShownEvent } from '../events.js';
import { renderFailure } from '../failure.js';
import { frame } from '../frame.styles.js';
import { loadRest } from '../load-rest.js';
import { Localize } from '../localize.js';
import { CnrReader } from '../reader.js';
import { tokens } from '../tokens.styles.js';
import { renderCard, type Part } from './card.js';
import { consultationStyles } from './consultation.styles.js';
import { readDevice, type OnDevice } from './device.js';
import { fr, type ConsultationMessages } from './messages.fr.js';

/**
 * A consultation on a page of the host's: what it is about, how long it takes, who takes part, and the way in to the
 * questionnaire, which opens in its place.
 *
 * @summary The card of a consultation, and the way in to its questionnaire on the same page.
 * @tagname cnr-consultation
 *
 * @event {CnrShownEvent} cnr-shown - The card shows what the backend says of the consultation.
 * @event {CnrStartedEvent} cnr-started - The citizen began to answer.
 * @event {CnrStepEvent} cnr-step - Another page of the questionnaire is shown.
 * @event {CnrQueuedEvent} cnr-queued - The answer is on the device and waits to be sent.
 * @event {CnrReceivedEvent} cnr-received - The backend has recorded the answer.
 * @event {CnrRefusedEvent} cnr-refused - The backend refused the answer, which stays on the device.
 * @event {CnrUnsavedEvent} cnr-unsaved - The answer could be neither stored nor sent.
 * @event {CnrWithdrawnEvent} cnr-withdrawn - The citizen withdrew an answer, a text or a registration.
 * @event {CnrOpenedEvent} cnr-opened - The citizen opened a proposal.
 * @event {CnrSupportedEvent} cnr-supported - A support button was pressed, and this became of it.
 * @event {CnrDepositedEvent} cnr-deposited - The citizen sent a proposal, a comment or a report.
 * @event {CnrMeetingOpenedEvent} cnr-meeting-opened - The citizen opened a meeting.
 * @event {CnrRegisteredEvent} cnr-registered - The citizen registered for a meeting.
 * @event {CnrErrorEvent} cnr-error - The card, or what stands in it, cannot be shown.
 *
 * @slot - A link to the consultation's own page: it stands here until the script runs, and when the card cannot be shown.
 *
 * @csspart frame - The frame around everything.
 * @csspart title - The consultation's title.
 * @csspart action - The button or link that leads on.
 *
 * @cssproperty [--cnr-color-action=#1b4f9c] - Buttons, links and progress.
 * @cssproperty [--cnr-color-on-action=#ffffff] - Text on `--cnr-color-action`.
 * @cssproperty [--cnr-color-background=#ffffff] - Behind the text.
 * @cssproperty [--cnr-font-size-title=1.375em] - The title; a quarter more on a wide card.
 * @cssproperty [--cnr-radius=0.375em] - Corners.
 * @cssproperty [--cnr-shadow=none] - Shadow of the frame.
 * @cssproperty [--cnr-space=1em] - Distance between parts.
 */
export class CnrConsultation extends CnrReader<{ published: PublishedConsultation }> {
  static override styles = [tokens, base, frame, consultationStyles];

  static override properties: PropertyDeclarations = {
    consultation: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    expanded: { type: Boolean, reflect: true },
    history: { reflect: true },
    participants: { state: true },
    onDevice: { state: true },
    openFailed: { state: true },
    shows: { state: true },
  };

  /** Id of the consultation. */
  consultation = '';

  /** Level of the card's title in the host's outline, 2 to 6. */
  headingLevel = 2;

  /** The questionnaire stands open in the presentation's place: for a page that is about nothing else. */
  expanded = false;

  /** `on`: the browser's back button goes one question back. Default: it leaves the page. */
  history: 'on' | undefined;

  /** Undefined while it is asked for, null when nobody could say. */
  private participants: number | null | undefined;

  private onDevice: OnDevice = {};

  /** The questionnaire's code did not arrive. */
  private openFailed = false;

  /** What was opened; undefined: what is asked first. */
  private shows: Part | undefined;

  readonly #sentences = new Localize<ConsultationMessages>(this, 'consultation', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.content.state !== 'ready' || !this.asked) return;
    // Moved within the page: the card stands, and what this device holds may have changed meanwhile.
    this.loading = new AbortController();
    void this.#look(this.asked.backend, this.asked.id);
  }

  protected override updated(): void {
    const { content, onDevice, expanded } = this;
    if (this.hasAttribute('history')) loadRest((rest) => rest.followCard(this, expanded, this.#onClose));
    if (content.state !== 'ready') return;
    if (expanded) void this.#loadWhatShows(content.published);
    // What stands in place of the plain invitation has its own code.
    if (content.published.phase !== 'open' || onDevice.entry || onDevice.hasDraft) loadRest();
  }

  #part(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }

  protected override async read(backend: Backend, id: string, signal: AbortSignal): Promise<void> {
    const options = { signal };
    this.content = { state: 'loading' };
    // Nothing that was known or opened of another one is true of this one.
    this.participants = this.shows = undefined;
    this.onDevice = {};
    this.openFailed = false;
    const [published] = await Promise.all([backend.consultation(id, options), this.#look(backend, id)]);
    if (signal.aborted) return;
    this.content = { state: 'ready', published };
    this.dispatchEvent(new CnrShownEvent(id));
    await this.#count(backend, id, signal);
  }

  /** The card is whole without its count, and says that nobody could tell it. */
  async #count(backend: Backend, id: string, signal: AbortSignal | undefined): Promise<void> {
    const participants = await backend.counts(id, signal && { signal }).then(
      (counts) => counts.participants,
      () => null,
    );
    if (this.loading?.signal === signal) this.participants = participants;
  }

  /** Reads what this device holds, now and whenever what waits changes. */
  async #look(backend: Backend, id: string): Promise<void> {
    if (this.device === 'shared') return;
    const signal = this.loading?.signal;
    const onDevice = await readDevice(backend.descriptor, id);
    if (signal?.aborted !== false) return;
    this.onDevice = onDevice;
    if (onDevice.waits) void this.#follow(backend, id, signal);
  }

  /** Where something waits, of whichever consultation of this site, the code that sends it is loaded and tries. */
  async #follow(backend: Backend, id: string, signal: AbortSignal): Promise<void> {
    const { sharedOutbox } = await import('@cnr-widgets/client/outbox');
    if (signal.aborted) return;
    sharedOutbox().addEventListener('change', () => void this.#look(backend, id), { signal, once: true });
  }

  /** The room for the questionnaire is kept before its code has come: what stands below moves once, under the press. */
  #open(shows: Part | undefined): void {
    this.openFailed = false;
    this.shows = shows;
    this.expanded = true;
    this.#toTitle();
  }

  /** The button that was pressed goes: the focus would be nowhere. */
  #toTitle(): void {
    void this.updateComplete.then(() => this.#part('title')?.focus());
  }

  readonly #onOpen = () => this.#open(undefined);

  readonly #onOpenProposals = () => this.#open('proposals');

  readonly #onOpenMeetings = () => this.#open('meetings');

  #shown({ consultation }: PublishedConsultation): Part {
    if (this.shows) return this.shows;
    if (consultation.questionnaire !== undefined) return 'questionnaire';
    return consultation.proposals !== undefined || consultation.meetings === undefined
      ? 'proposals'
      : 'meetings';
  }

  async #loadWhatShows(published: PublishedConsultation): Promise<void> {
    try {
      // Who goes back before it is there would leave the page.
      if (this.hasAttribute('history')) await import('../define/rest.js');
      const shows = this.#shown(published);
      if (shows === 'proposals') await import('../define/proposals.js');
      else if (shows === 'meetings') await import('../define/meeting-map.js');
      else await import('../define/questionnaire.js');
    } catch (error) {
      // The network went between the card and the press: the citizen is told, and can press again.
      console.error('cnr-consultation', error);
      this.openFailed = true;
      this.expanded = false;
    }
  }

  readonly #onClose = () => {
    this.expanded = false;
    if (this.asked) {
      const { backend, id } = this.asked;
      void this.#look(backend, id);
      // One's own answer is counted, or no longer is.
      void this.#count(backend, id, this.loading?.signal);
    }
    this.#toTitle();
  };

  readonly #onMore = ({ target }: Event) => {
    const details = target as HTMLDetailsElement;
    if (!details.open) return;
    this.openFailed = false;
    loadRest(undefined, () => {
      this.openFailed = true;
      details.open = false;
    });
  };

  readonly #onRetry = () => {
    this.asked = undefined;
    this.content = { state: 'loading' };
  };

  protected override render(): TemplateResult {
    const { content } = this;
    const ready = this.#sentences.ready && content.state !== 'loading';
    return html`
      <article
        class="frame column ${this.expanded ? '' : 'card-room'}"
        part="frame"
        aria-busy=${ready ? nothing : 'true'}
      >
        ${!ready ? this.#renderLoading() : content.state === 'ready' ? this.#renderReady(content.published) : renderFailure(this.#sentences.t.failure, this.#sentences.t.failedTitle, content.code, this.#onRetry)}
      </article>
    `;
  }

  #renderReady(published: PublishedConsultation): TemplateResult {
    return renderCard({
      t: this.#sentences.t,
      locale: this.activeLocale,
      published,
      backend: this.asked?.backend,
      headingLevel: this.headingLevel,
      participants: this.participants,
      onDevice: this.device === 'shared' ? {} : this.onDevice,
      openFailed: this.openFailed,
      expanded: this.expanded,
      shows: this.#shown(published),
      onOpen: this.#onOpen,
      onOpenProposals: this.#onOpenProposals,
      onOpenMeetings: this.#onOpenMeetings,
      onClose: this.#onClose,
      onMore: this.#onMore,
    });
  }

  #renderLoading(): TemplateResult {
    return html`
      <p role="status" class="visually-hidden">
        ${this.#sentences.ready ? this.#sentences.t.loading : nothing}
      </p>
      <div class="skeleton" aria-hidden="true">
        <span></span>
        <div></div>
        <div></div>
        <span></span><span></span>
        <div></div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-consultation': CnrConsultation;
  }
}
