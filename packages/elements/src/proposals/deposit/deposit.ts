import { calendarDay, WEEK, type ProposalPayload } from '@cnr-widgets/contract';
import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { peekEntries } from '@cnr-widgets/client/peek';
import { takenBack } from '@cnr-widgets/client/pseudonyms';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { formatDateTime } from '../../format.js';
import { CnrDepositedEvent } from '../../events.js';
import { Localize } from '../../localize.js';
import { tokens } from '../../tokens.styles.js';
import { renderFacts } from '../facts.js';
import { placeOf } from '../../site.js';
import type { Correcting, Forum } from '../forum.js';
import { ForumPart } from '../forum-part.js';
import { facts, fields } from '../../listing.styles.js';
import { Sending } from '../../sending.js';
import { renderProof, renderUnsaved } from '../../sending-view.js';
import { renderSent } from '../sending-view.js';
import { depositStyles } from './deposit.styles.js';
import { EMPTY, faultsOf, payloadOf, typedIn, type TypedProposal } from './typed.js';
import { renderForm } from './form.js';
import { fr, type DepositMessages } from './messages.fr.js';
import { Similar } from './similar.js';

/**
 * Writes a proposal: the form, what others will see of it, and what became of it.
 *
 * @summary The form for a proposal or a question, in `<cnr-proposals>`.
 * @tagname cnr-deposit
 */
export class CnrDeposit extends ForumPart {
  static override styles = [tokens, base, facts, fields, depositStyles];

  static override properties: PropertyDeclarations = {
    correcting: { attribute: false },
    typed: { state: true },
    stage: { state: true },
    checked: { state: true },
    until: { state: true },
  };

  /** What is to be corrected; default: a new one. */
  correcting: Correcting<ProposalPayload> | undefined;

  private typed: TypedProposal = EMPTY;

  private stage: 'form' | 'preview' = 'form';

  /** What the citizen last wanted to go on with: faults that changed with every key would be read out each time. */
  private checked: TypedProposal | undefined;

  private until: string | undefined;

  readonly #sentences = new Localize<DepositMessages>(this, 'deposit', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #sending = new Sending(this, (id, state) => new CnrDepositedEvent(id, 'proposal', state));
  readonly #similar = new Similar(this);
  #counted: Forum | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { forum, correcting } = this;
    if (forum && this.#counted?.published !== forum.published) {
      this.#counted = forum;
      void this.#count(forum);
    }
    if (!changed.has('correcting') || !correcting) return;
    this.typed = typedIn(correcting.payload);
    this.#begin();
  }

  /** Whether this device has sent all that it may within a week: said before anything is written. */
  async #count(forum: Forum): Promise<void> {
    if (this.device === 'shared') return;
    const since = Date.now() - WEEK;
    const place = placeOf(forum);
    const [entries, gone] = await Promise.all([peekEntries(place), takenBack(place).catch(() => [])]);
    const sent = entries
      .filter(({ kind, state }) => kind === 'proposal' && state !== 'refused')
      .map(({ savedAt }) => savedAt)
      .concat(gone)
      .map((at) => Date.parse(at))
      .filter((at) => at > since)
      .sort((a, b) => b - a);
    const oldest = sent[forum.rules.perWeek - 1];
    this.until = oldest === undefined ? undefined : new Date(oldest + WEEK).toISOString();
  }

  #begin(): void {
    this.stage = 'form';
    this.checked = undefined;
    this.#similar.clear();
    this.#sending.clear();
  }

  readonly #onChange = (changes: Partial<TypedProposal>) => {
    this.typed = { ...this.typed, ...changes };
    if (changes.title !== undefined && this.forum && !this.correcting)
      this.#similar.look(this.forum, changes.title);
  };

  readonly #onReview = () => {
    const { forum, typed } = this;
    if (!forum) return;
    this.checked = typed;
    if (faultsOf(forum, typed, this.#sentences.t).length > 0) this.focusOn('#errors');
    else {
      this.stage = 'preview';
      this.focus();
    }
  };

  readonly #onWrite = () => {
    this.stage = 'form';
    this.checked = undefined;
    this.focusOn('#title');
  };

  readonly #onSend = async () => {
    const { forum, correcting } = this;
    if (!forum) return;
    const payload = payloadOf(this.typed);
    this.focus();
    await (correcting
      ? this.#sending.conclude(forum, () =>
          correcting.send({ ...payload, pseudonym: correcting.payload.pseudonym }),
        )
      : this.#sending.submit(forum, { kind: 'proposal', payload }, { title: payload.title }));
    this.focusOn(this.#sending.unsaved ? '#unsaved' : '#done');
  };

  readonly #onAnother = () => {
    this.correcting = undefined;
    this.typed = EMPTY;
    this.#begin();
    if (this.forum) void this.#count(this.forum);
    this.focus();
  };

  /** What was sent is opened again: refused, or received and not yet looked at. */
  readonly #onReopen = (correcting: Correcting) => {
    if (!('title' in correcting.payload)) return;
    // The kind says which payload it is, which the general type does not.
    this.correcting = correcting as Correcting<ProposalPayload>;
    this.focus();
  };

  protected override render(): TemplateResult | typeof nothing {
    const { forum } = this;
    const { t, ready } = this.#sentences;
    if (!forum || !ready) return nothing;
    const { entry, busy } = this.#sending;
    if (entry) return this.#renderDone(forum, entry);
    if (busy) {
      return html`<div class="stack">
        ${this.renderStep(t.sending)}
        ${renderProof(this, html`<progress aria-label=${t.sending}></progress>`)}
      </div>`;
    }
    if (this.stage === 'preview') return this.#renderPreview(forum);
    const title = this.correcting ? t.correctTitle(forum.noun) : t.title[forum.rules.asks];
    return html`<div class="stack">
      ${this.renderStep(title)}
      ${renderForm({
        t,
        locale: this.activeLocale,
        forum,
        headingLevel: this.headingLevel,
        typed: this.typed,
        faults: this.checked ? faultsOf(forum, this.checked, t) : [],
        similar: this.#similar,
        until:
          this.until && formatDateTime(this.until, this.activeLocale, forum.published.consultation.timeZone),
        correcting: this.correcting !== undefined,
        shared: this.device === 'shared',
        onChange: this.#onChange,
        onReview: this.#onReview,
        onFault: (field) => this.focusOn(`#${field}`),
      })}
    </div>`;
  }

  #renderPreview(forum: Forum): TemplateResult {
    const { t } = this.#sentences;
    const payload = payloadOf(this.typed);
    const shown = { ...payload, publishedOn: calendarDay(new Date(), forum.published.consultation.timeZone) };
    return html`<div class="stack">
      ${this.renderStep(t.previewTitle)} ${renderUnsaved(this.#sending.unsaved, t.unsaved)}
      <article class="preview stack">
        <p class="strong">${payload.title}</p>
        ${renderFacts(forum, this.activeLocale, shown, [payload.name ? t.by(payload.name) : t.noName])}
        <p class="written">${payload.text}</p>
      </article>
      <div class="actions">
        <button type="button" class="primary" @click=${this.#onSend}>${t.send}</button>
        <button type="button" @click=${this.#onWrite}>${t.change}</button>
      </div>
    </div>`;
  }

  #renderDone(forum: Forum, entry: OutboxEntry): TemplateResult {
    const { t } = this.#sentences;
    return html`<div class="stack">
      <p class="strong">${entry.keep?.title}</p>
      ${renderSent(this, entry, this.correcting, this.#onReopen)}
      ${
        forum.published.phase === 'open'
          ? html`<div class="actions">
              <button type="button" class="quiet" @click=${this.#onAnother}>
                ${t.another[forum.rules.asks]}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-deposit': CnrDeposit;
  }
}
