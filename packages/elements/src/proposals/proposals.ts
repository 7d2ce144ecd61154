import { parseProposalRules, type ProposalSummary, type PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { ClientError } from '@cnr-widgets/client/errors';
import { forgetExpired } from '@cnr-widgets/client/expire';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../base.styles.js';
import { CnrOpenedEvent } from '../events.js';
import { renderFailure } from '../failure.js';
import { frame } from '../frame.styles.js';
import { facts, fields, listing } from '../listing.styles.js';
import { Localize } from '../localize.js';
import { CnrReader } from '../reader.js';
import { tokens } from '../tokens.styles.js';
import type { Forum } from './forum.js';
import { renderForum } from './forum-view.js';
import { renderSkeletons } from './list.js';
import { fr, type ProposalsMessages } from './messages.fr.js';
import { NO_FILTERS, ProposalList } from './proposal-list.js';
import { proposalsStyles } from './proposals.styles.js';
import { Views } from './views.js';

/**
 * What citizens propose to the organiser, or ask it: to read, to search, to support, and to write.
 *
 * @summary The proposals or questions of citizens: list, search, support, deposit, and the organiser's answers.
 * @tagname cnr-proposals
 *
 * @event {CnrOpenedEvent} cnr-opened - The citizen opened a proposal.
 * @event {CnrSupportedEvent} cnr-supported - A support button was pressed, and this became of it.
 * @event {CnrDepositedEvent} cnr-deposited - The citizen sent a proposal, a comment or a report.
 * @event {CnrWithdrawnEvent} cnr-withdrawn - The citizen withdrew a text.
 * @event {CnrErrorEvent} cnr-error - The list cannot be shown.
 *
 * @slot - A link to the consultation's own page: it stands here until the script runs, and when the list cannot be shown.
 *
 * @csspart frame - The frame around everything.
 * @csspart title - The title.
 * @csspart action - The button that leads to the form.
 *
 * @cssproperty [--cnr-color-action=#1b4f9c] - Buttons and links.
 * @cssproperty [--cnr-radius=0.375em] - Corners.
 * @cssproperty [--cnr-space=1em] - Distance between parts.
 */
export class CnrProposals extends CnrReader<{ forum: Forum }> {
  static override styles = [tokens, base, frame, facts, fields, listing, proposalsStyles];

  static override properties: PropertyDeclarations = {
    consultation: {},
    proposal: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    published: { attribute: false },
  };

  /** Id of the consultation. */
  consultation = '';

  /** Id of the proposal that stands open from the beginning. */
  proposal: string | undefined;

  /** Level of the title in the host's outline, 2 to 6. */
  headingLevel = 2;

  /** The definition, where somebody has read it already (the card); default: the backend is asked. */
  published: PublishedConsultation | undefined;

  readonly #sentences = new Localize<ProposalsMessages>(this, 'proposals', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  #list = new ProposalList(this);
  #views = new Views(this);
  #forum: Forum | undefined;

  protected override get given(): PublishedConsultation | undefined {
    return this.published;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.stop();
    if (this.#list.total === undefined) this.asked = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('proposal') && this.proposal) this.#views.begin(this.proposal);
  }

  protected override async read(backend: Backend, id: string, signal: AbortSignal): Promise<void> {
    if (this.device === 'personal') void forgetExpired();
    this.content = { state: 'loading' };
    if (this.#forum && (backend !== this.#forum.backend || id !== this.#forum.published.consultation.id)) {
      // What was listed, opened and written in another one stays there.
      this.#forum = undefined;
      this.#list.stop();
      this.#list = new ProposalList(this);
      this.removeController(this.#views);
      this.#views = new Views(this);
    }
    // Awaited in any case: what stands is taken away before anything of this one is shown.
    const published = await (this.published ?? backend.consultation(id, { signal }));
    const { proposals } = published.consultation;
    if (signal.aborted) return;
    if (proposals === undefined) throw new ClientError('not-offered', `${id} asks for no proposals`);
    const rules = parseProposalRules(proposals);
    const forum = { backend, published, rules, noun: this.#sentences.t.nouns[rules.asks] };
    this.content = { state: 'ready', forum };
    await this.#list.show(forum, NO_FILTERS);
  }

  /** The same forum with its noun in the language of the page; the same object for as long as that does not change. */
  #localized(forum: Forum): Forum {
    const noun = this.#sentences.t.nouns[forum.rules.asks];
    if (noun !== this.#forum?.noun || forum.published !== this.#forum.published)
      this.#forum = { ...forum, noun };
    return this.#forum;
  }

  readonly #onRetry = () => {
    this.asked = undefined;
    // The button that was pressed is gone: the title takes the focus, or once more why there is none.
    this.#views.focusOn(this.#views.current === 'opened' ? '#opened' : '#step');
  };

  readonly #onOpen = (id: string, summary?: ProposalSummary) => {
    this.#views.open(id, summary);
    this.dispatchEvent(new CnrOpenedEvent(this.asked?.id ?? '', id));
  };

  protected override render(): TemplateResult {
    const { content } = this;
    const { t, ready } = this.#sentences;
    return html`<section
      class="frame stack form-room"
      part="frame"
      aria-busy=${ready && content.state !== 'loading' ? nothing : 'true'}
    >
      ${
        !ready || content.state === 'loading'
          ? html`<p role="status" class="visually-hidden">${ready ? t.loading : nothing}</p>
              ${renderSkeletons()}`
          : content.state === 'failed'
            ? renderFailure(t.failure, t.failedTitle, content.code, this.#onRetry)
            : this.#renderReady(this.#localized(content.forum))
      }
    </section>`;
  }

  #renderReady(forum: Forum): TemplateResult {
    return renderForum({
      t: this.#sentences.t,
      locale: this.activeLocale,
      headingLevel: this.headingLevel,
      forum,
      list: this.#list,
      views: this.#views,
      onOpen: this.#onOpen,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-proposals': CnrProposals;
  }
}
