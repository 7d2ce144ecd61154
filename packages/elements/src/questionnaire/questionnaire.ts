import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations } from 'lit';
import { base } from '../base.styles.js';
import { CnrElement, textOf } from '../element.js';
import { CnrStepEvent } from '../events.js';
import { renderFailure } from '../failure.js';
import { formatDateTime } from '../format.js';
import { frame } from '../frame.styles.js';
import { loadRest } from '../load-rest.js';
import { Localize } from '../localize.js';
import { renderSkip } from '../skip.js';
import { tokens } from '../tokens.styles.js';
import { fieldStyles } from './fields/fields.styles.js';
import { renderIntro } from './intro.js';
import { fr, type QuestionnaireMessages } from './messages.fr.js';
import { renderEntry } from './outcome.js';
import { renderPage } from './page.js';
import { Participation } from './participation.js';
import { renderProfile } from './profile.js';
import { questionnaireStyles } from './questionnaire.styles.js';
import { renderAnswers, renderReview } from './review.js';
import { renderStep, type Screen } from './screen.js';

/**
 * A consultation's questionnaire, from the first word to the receipt.
 *
 * @summary Asks the questions of a consultation and sends the answer, or keeps it on the device until it can.
 * @tagname cnr-questionnaire
 *
 * @attr {'on'} history - `on`: the browser's back button goes one question back. Default: it leaves the page.
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
 * @cssproperty [--cnr-font-size-question=1.25em] - Questions, and the heading of each screen.
 * @cssproperty [--cnr-measure=46em] - How wide a question gets.
 * @cssproperty [--cnr-duration=0.3s] - How long the progress takes to move.
 * @cssproperty [--cnr-radius=0.375em] - Corners.
 * @cssproperty [--cnr-space=1em] - Distance between parts.
 */
export class CnrQuestionnaire extends CnrElement {
  static override styles = [tokens, base, frame, fieldStyles, questionnaireStyles];

  static override properties: PropertyDeclarations = {
    consultation: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    published: { attribute: false },
    announcement: { state: true },
  };

  /** Id of the consultation. */
  consultation = '';

  /** Level of its headings in the host's outline, 2 to 6. */
  headingLevel = 3;

  /** The definition, where somebody has read it already (the card); default: the backend is asked. */
  published: PublishedConsultation | undefined;

  private announcement = '';

  readonly #participation = new Participation(this);
  readonly #sentences = new Localize<QuestionnaireMessages>(this, 'questionnaire', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  /** What was loaded last; another address or id loads again. */
  #asked: { backend: Backend; id: string } | undefined;
  #shownPlace = 'loading';
  #focusNext: string | undefined;
  /** The focus was in it before this update. */
  #held = false;
  #fields = document.createElement('div');

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#held = this.matches(':focus-within');
    const backend = this.activeBackend;
    const id = this.published?.consultation.id ?? textOf(this.consultation);
    if (id === '') this.#fail(id, 'no-consultation');
    else if (!backend) {
      // A provider that is there answered when this element was connected.
      if (!this.awaitsProvider && !this.#asked) this.#fail(id, 'no-backend');
    } else if (this.#asked?.backend !== backend || this.#asked.id !== id || changed.has('published')) {
      this.#asked = { backend, id };
      void this.#participation.load(backend, id, this.published);
    }
  }

  #fail(id: string, code: string): void {
    if (this.#participation.view.name === 'loading') this.#participation.fail(id, code);
  }

  protected override updated(): void {
    // Not needed to answer, yet needed offline once an answer waits: fetched behind what is on the screen.
    if (this.#participation.loaded)
      loadRest((rest) => rest.followQuestionnaire(this, this.#participation, this.#step));
    const place = this.#place;
    const before = this.#shownPlace;
    const moved = place !== before && before !== 'loading';
    this.#shownPlace = place;
    const at = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    // The network came back: who is elsewhere on the page hears of it, and stays there.
    const elsewhere = !this.#held && [place, before].every((one) => one.startsWith('entry'));
    if (moved && elsewhere) this.announcement = at('#step')?.textContent.trim() ?? '';
    // The first screen never takes the focus of the page.
    const target = this.#focusNext ?? (moved && !elsewhere ? '#step' : undefined);
    this.#focusNext = undefined;
    if (target) at(target)?.focus();
  }

  get #place(): string {
    const { view, session } = this.#participation;
    if (view.name === 'session') return `${session?.stage} ${session?.page.id}`;
    if (view.name === 'entry')
      return `entry ${view.entry.receipt ? 'received' : view.entry.state === 'refused'}`;
    return view.name === 'intro' ? `intro ${view.gone}` : view.name;
  }

  get #screen(): Screen | undefined {
    const { loaded } = this.#participation;
    return (
      loaded && {
        ...loaded,
        written: loaded.published.consultation.locale,
        headingLevel: this.headingLevel,
        t: this.#sentences.t,
        locale: this.activeLocale,
        participation: this.#participation,
        shared: this.device === 'shared',
        fields: this.#fields,
        dateTime: (instant) =>
          formatDateTime(instant, this.activeLocale, loaded.published.consultation.timeZone),
        announce: (text) => {
          this.announcement = text;
        },
        focus: (selector) => {
          this.#focusNext = selector;
          this.requestUpdate();
        },
        step: this.#step,
      }
    );
  }

  readonly #step = (act: () => void) => {
    const { session } = this.#participation;
    if (!session) return;
    const before = `${session.stage} ${session.page.id}`;
    const { stops } = session;
    act();
    if (`${session.stage} ${session.page.id}` !== before) {
      const { position, total } = session.progress;
      const step = session.stage === 'page' ? session.page.id : session.stage;
      this.announcement = '';
      this.dispatchEvent(new CnrStepEvent(this.#participation.id, step, position, total));
    } else if (session.stops > stops) this.#focusNext = '#errors';
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const { told, view } = this.#participation;
    const answering = view.name !== 'loading' && view.name !== 'intro' && view.name !== 'failed';
    const { t, ready } = this.#sentences;
    return html`
      <div
        class="frame column ${answering ? '' : 'form-room'}"
        part="frame"
        @cnr-withdrawn=${() => this.#participation.leave('withdrawn')}
      >
        ${ready ? html`${renderSkip(t.skipAll)} ${this.#renderView()}` : nothing}
        <p role="status" class=${told ? 'muted' : 'visually-hidden'}>${told ? t[told] : this.announcement}</p>
      </div>
    `;
  }

  #renderView(): unknown {
    if (this.#place !== this.#shownPlace) this.#fields = document.createElement('div');
    const { view, session, loaded } = this.#participation;
    const { t } = this.#sentences;
    const screen = this.#screen;
    if (view.name === 'failed') return renderFailure(t.failure, t.failedTitle, view.code, this.#onRetry);
    if (!screen || !loaded || view.name === 'loading') return html`<p class="loading">${t.loading}</p>`;
    switch (view.name) {
      case 'intro':
        return renderIntro(
          screen,
          loaded.questionnaire.items.filter(({ kind }) => kind !== 'info').length,
          view,
        );
      case 'sending':
        return html`${renderStep(screen, t.sending)}
          <cnr-proof .locale=${screen.locale} .outbox=${screen.outbox}>
            <progress aria-label=${t.sending}></progress>
          </cnr-proof>`;
      case 'session':
        return session && renderers[session.stage](screen, session);
      case 'entry':
        return html`${renderEntry(screen, view.entry)}
        ${session && !screen.shared ? renderAnswers(screen, session) : nothing}`;
    }
  }

  readonly #onRetry = () => {
    this.#asked = undefined;
    this.requestUpdate();
  };
}

const renderers = { page: renderPage, profile: renderProfile, review: renderReview };

declare global {
  interface HTMLElementTagNameMap {
    'cnr-questionnaire': CnrQuestionnaire;
  }
}
