import type { PublishedConsultation } from '@cnr-widgets/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../base.styles.js';
import { CnrElement } from '../element.js';
import { CnrStepEvent } from '../events.js';
import { renderFailure } from '../failure.js';
import { formatDateTime } from '../format.js';
import { Localize } from '../localize.js';
import { tokens } from '../tokens.styles.js';
import { fieldStyles } from './fields/fields.styles.js';
import { renderIntro } from './intro.js';
import { fr, type QuestionnaireMessages } from './messages.fr.js';
import { renderEntry, renderGone } from './outcome.js';
import { renderPage } from './page.js';
import { Participation } from './participation.js';
import { renderProfile } from './profile.js';
import { questionnaireStyles } from './questionnaire.styles.js';
import { renderReview } from './review.js';
import type { Screen } from './screen.js';

/**
 * A consultation's questionnaire, from the first word to the receipt.
 *
 * @summary Asks the questions of a consultation and sends the answer, or keeps it on the device until it can.
 * @tagname cnr-questionnaire
 *
 * @event {CnrStartedEvent} cnr-started - The citizen began to answer.
 * @event {CnrStepEvent} cnr-step - Another page is shown.
 * @event {CnrQueuedEvent} cnr-queued - The answer is on the device and waits to be sent.
 * @event {CnrReceivedEvent} cnr-received - The backend has recorded the answer.
 * @event {CnrRefusedEvent} cnr-refused - The backend refused the answer, which stays on the device.
 * @event {CnrUnsavedEvent} cnr-unsaved - The answer could be neither stored nor sent.
 * @event {CnrWithdrawnEvent} cnr-withdrawn - The citizen withdrew an answer.
 * @event {CnrErrorEvent} cnr-error - The questionnaire cannot be shown.
 *
 * @slot - What stands here (a link to the consultation's own page) is shown when the questionnaire cannot be.
 *
 * @csspart frame - The frame around everything.
 *
 * @cssproperty [--cnr-color-action=#1b4f9c] - Buttons, progress and what is chosen.
 * @cssproperty [--cnr-color-on-action=#ffffff] - Text on `--cnr-color-action`.
 * @cssproperty [--cnr-radius=0.375em] - Corners.
 * @cssproperty [--cnr-space=1em] - Distance between parts.
 */
export class CnrQuestionnaire extends CnrElement {
  static override styles = [tokens, base, fieldStyles, questionnaireStyles];

  /** Id of the consultation. */
  @property()
  consultation = '';

  /** The definition, where somebody has read it already (the card); default: the backend is asked. */
  @property({ attribute: false })
  published: PublishedConsultation | undefined;

  @state()
  private announcement = '';

  readonly #participation = new Participation(this);
  readonly #sentences = new Localize<QuestionnaireMessages>(this, 'questionnaire', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  /** What was asked for last; another address or id loads again. */
  #asked: unknown[] = [];
  #shownView = '';
  #focusNext: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const backend = this.activeBackend;
    const id = this.published?.consultation.id ?? this.consultation;
    if (backend === undefined) {
      if (this.hasUpdated && !this.awaitsProvider) this.#asksNothing();
    } else if (this.#asked[0] !== backend || this.#asked[1] !== id || changed.has('published')) {
      this.#asked = [backend, id];
      void this.#participation.load(backend, id, this.published);
    }
  }

  #asksNothing(): void {
    if (this.#participation.view.name === 'loading') this.#participation.fail('no-backend');
  }

  protected override firstUpdated(): void {
    // A provider answers synchronously when it is there: what is still missing now is missing on the page.
    this.requestUpdate();
  }

  protected override updated(): void {
    const { view, session, entry } = this.#participation;
    // Not needed to answer, yet needed offline once an answer waits: fetched behind the first question.
    if (view.name === 'session' || view.name === 'entry' || entry !== undefined) loadRest();
    const place = view.name === 'session' ? `${session?.stage} ${session?.page.id}` : view.name;
    const moved = place !== this.#shownView && this.#shownView !== '';
    this.#shownView = place;
    const target = this.#focusNext ?? (moved && view.name !== 'loading' ? '#step' : undefined);
    this.#focusNext = undefined;
    // The first screen never takes the focus of the page.
    if (target !== undefined) this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }

  get #screen(): Screen | undefined {
    const { published } = this.#participation;
    if (published === undefined) return undefined;
    const locale = this.activeLocale;
    return {
      t: this.#sentences.t,
      locale,
      participation: this.#participation,
      published,
      shared: this.device === 'shared',
      loadRest,
      dateTime: (instant) => formatDateTime(instant, locale, published.consultation.timeZone),
      announce: (text) => {
        this.announcement = text;
      },
      focus: (selector) => {
        this.#focusNext = selector;
        this.requestUpdate();
      },
      step: (act) => this.#step(act),
    };
  }

  #step(act: () => void): void {
    const { session } = this.#participation;
    if (session === undefined) return;
    const before = `${session.stage} ${session.page.id}`;
    const { stops } = session;
    act();
    const after = `${session.stage} ${session.page.id}`;
    if (after !== before) {
      const { position, total } = session.progress;
      const step = session.stage === 'page' ? session.page.id : session.stage;
      this.dispatchEvent(new CnrStepEvent(this.#participation.consultationId, step, position, total));
    } else if (session.stops > stops) {
      this.#focusNext = '#errors';
    }
    this.requestUpdate();
    void this.#participation.saveDraft();
  }

  protected override render(): TemplateResult {
    const screen = this.#screen;
    const { notice } = this.#participation;
    return html`
      <div class="frame stack" part="frame" @cnr-withdrawn=${() => this.#participation.leave('withdrawn')}>
        ${this.#sentences.ready ? this.#renderView(screen) : this.#renderLoading()}
        <p role="status" id="status-note" class=${notice === undefined ? 'visually-hidden' : 'status'}>
          ${notice === undefined ? this.announcement : this.#sentences.t[notice]}
        </p>
      </div>
    `;
  }

  #renderView(screen: Screen | undefined): unknown {
    const { view, session } = this.#participation;
    if (view.name === 'failed') {
      return renderFailure(this.#sentences.t.failure, this.#sentences.t.failedTitle, view.code, this.#onRetry);
    }
    if (screen === undefined || view.name === 'loading') return this.#renderLoading();
    switch (view.name) {
      case 'intro':
        return renderIntro(screen);
      case 'sending':
        return html`<h3 tabindex="-1" id="step" class="sending">${screen.t.sending}</h3>
          <progress aria-label=${screen.t.sending}></progress>`;
      case 'session':
        return session === undefined ? nothing : this.#renderSession(screen);
      case 'entry':
        return renderEntry(screen, view.entry);
      case 'gone':
        return renderGone(screen, screen.t[view.why]);
    }
  }

  #renderSession(screen: Screen): unknown {
    const { session } = this.#participation;
    if (session === undefined) return nothing;
    if (session.stage === 'profile') return renderProfile(screen, session);
    return session.stage === 'review' ? renderReview(screen, session) : renderPage(screen, session);
  }

  #renderLoading(): TemplateResult {
    return html`<p class="loading" role="status">
      ${this.#sentences.ready ? this.#sentences.t.loading : nothing}
    </p>`;
  }

  readonly #onRetry = () => {
    this.#asked = [];
    this.requestUpdate();
  };
}

/** A file that does not arrive leaves what the elements carry in their slots. */
function loadRest(): void {
  import('../define/rest.js').catch((error: unknown) => console.error('cnr-questionnaire', error));
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-questionnaire': CnrQuestionnaire;
  }
}
