import type { Proposal, ProposalSummary } from '@cnr-widgets/contract';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import type { CnrDepositedEvent } from '../../events.js';
import { renderFailure } from '../../failure.js';
import { Localize } from '../../localize.js';
import { tokens } from '../../tokens.styles.js';
import type { Forum } from '../forum.js';
import { ForumPart } from '../forum-part.js';
import { renderFacts } from '../facts.js';
import { facts } from '../../listing.styles.js';
import { fr, type ProposalMessages } from './messages.fr.js';
import { renderAnswer } from './official-answer.js';
import { proposalStyles } from './proposal.styles.js';

/**
 * One proposal with all that belongs to it: its text, the organiser's answer, its history, comments, and the way to
 * report it.
 *
 * @summary A proposal, opened in `<cnr-proposals>`.
 * @tagname cnr-proposal
 */
export class CnrProposal extends ForumPart {
  static override styles = [tokens, base, facts, proposalStyles];

  static override properties: PropertyDeclarations = {
    proposal: { attribute: false },
    summary: { attribute: false },
    whole: { state: true },
    failure: { state: true },
    partFailed: { state: true },
  };

  /** Its id. */
  proposal = '';

  /** What the list knows of it already. */
  summary: ProposalSummary | undefined;

  private whole: Proposal | undefined;

  private failure: string | undefined;

  private partFailed = false;

  readonly #sentences = new Localize<ProposalMessages>(this, 'proposal', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  #asked: string | undefined;
  #loading: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
    if (!this.whole) this.#asked = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { forum, proposal } = this;
    if (!forum || proposal === this.#asked) return;
    this.#asked = proposal;
    void this.#load(forum, proposal);
  }

  async #load({ backend, published }: Forum, id: string): Promise<void> {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.whole = this.failure = undefined;
    try {
      const whole = await backend.proposal(published.consultation.id, id, { signal });
      if (!signal.aborted) this.whole = whole;
    } catch (error) {
      if (!signal.aborted) this.failure = clientErrorOf(error, 'malformed-response').code;
    }
  }

  readonly #onDeposited = ({ kind, state }: CnrDepositedEvent) => {
    if (kind === 'comment' && state === 'received') void this.#readAgain();
  };

  /** The citizen's own comment was published at once, changed or taken back: its number here, and the list, follow. */
  readonly #readAgain = async () => {
    const { forum, proposal } = this;
    if (!forum) return;
    try {
      const { id } = forum.published.consultation;
      const whole = await forum.backend.proposal(id, proposal, { fresh: true });
      if (this.proposal === proposal) this.whole = whole;
    } catch {
      // What was read before stands: the form says what became of the comment.
    }
  };

  readonly #onRetry = () => {
    this.#asked = undefined;
    // The button that was pressed is gone.
    this.focus();
  };

  /** Comments and reports have their code in another file. */
  readonly #onUnfold = async (event: Event) => {
    if (!(event.target as HTMLDetailsElement).open) return;
    this.partFailed = false;
    await import('../../define/writing.js').catch((error: unknown) => {
      console.error('cnr-proposal', error);
      this.partFailed = true;
    });
  };

  protected override render(): TemplateResult | typeof nothing {
    const { forum, whole, failure } = this;
    const { t, ready } = this.#sentences;
    if (!forum || !ready) return nothing;
    if (failure === 'unknown-subject')
      return html`<div class="note warning">${this.renderStep(t.gone(forum.noun))}</div>`;
    if (failure !== undefined)
      return html`<div class="stack">
        ${renderFailure(t.failure, t.failedTitle, failure, this.#onRetry)}
      </div>`;
    const shown = whole ?? this.summary;
    return html`<article class="stack" aria-busy=${whole ? nothing : 'true'}>
      <header>
        ${shown ? this.renderStep(shown.title, forum.published.consultation.locale) : this.renderStep(t.loading)}
        ${shown ? this.#renderFacts(forum, shown) : nothing}
      </header>
      ${
        whole
          ? this.#renderWhole(forum, whole)
          : html`<p role="status" class="visually-hidden">${t.loading}</p>
              <p lang=${forum.published.consultation.locale}>${this.summary?.excerpt}</p>`
      }
    </article>`;
  }

  #renderFacts(forum: Forum, shown: Omit<ProposalSummary, 'excerpt'>): TemplateResult {
    const { t } = this.#sentences;
    const { name, status } = shown;
    const words = t.status[status];
    return renderFacts(forum, this.activeLocale, shown, [name && t.by(name)], { status, words });
  }

  #renderWhole(forum: Forum, whole: Proposal): TemplateResult {
    const { t } = this.#sentences;
    const { id, title, text, answer, history } = whole;
    const day = (date: string) => this.day(date);
    return html`
      <p class="written" lang=${forum.published.consultation.locale}>${text}</p>
      <cnr-support
        .backend=${forum.backend}
        .locale=${this.activeLocale}
        consultation=${forum.published.consultation.id}
        subject="proposal:${id}"
        label=${title}
        .knownCount=${whole.supports}
      ></cnr-support>
      ${answer ? renderAnswer(t, answer, day, this.headingLevel + 1, forum.published.consultation.locale) : nothing}
      ${
        history.length > 1
          ? html`<section>
              <h4 aria-level=${this.headingLevel + 1}>${t.history}</h4>
              <ol class="history">
                ${history.map(
                  ({ status, date }) =>
                    html`<li><span class="muted small">${day(date)}</span> ${t.step[status]}</li>`,
                )}
              </ol>
            </section>`
          : nothing
      }
      ${
        forum.rules.comments
          ? this.#renderFolded(
              t.comments(whole.comments),
              html`<cnr-comments
                .locale=${this.activeLocale}
                .forum=${forum}
                .headingLevel=${this.headingLevel + 1}
                .about=${whole}
                @cnr-deposited=${this.#onDeposited}
                @cnr-withdrawn=${this.#readAgain}
              ></cnr-comments>`,
            )
          : nothing
      }
      ${this.#renderFolded(
        t.report,
        html`<cnr-report
          .locale=${this.activeLocale}
          .forum=${forum}
          .headingLevel=${this.headingLevel + 1}
          subject="proposal:${id}"
          label=${title}
        ></cnr-report>`,
      )}
      <p role="alert" class=${this.partFailed ? 'note error' : 'alert'}>
        ${this.partFailed ? t.partFailed : nothing}
      </p>
    `;
  }

  #renderFolded(summary: string, content: TemplateResult): TemplateResult {
    return html`<details @toggle=${this.#onUnfold}>
      <summary>${summary}</summary>
      ${content}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-proposal': CnrProposal;
  }
}
