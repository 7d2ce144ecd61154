import type { CommentPayload, Contribution, ProposalPayload } from '@cnr-widgets/contract';
import { forgetDevice, remainsOf } from '@cnr-widgets/client/forget';
import type { Outbox, OutboxDraft, OutboxEntry } from '@cnr-widgets/client/outbox';
import { isAt } from '@cnr-widgets/client/place';
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { renderConfirmation } from '../../confirmation.js';
import { Localize } from '../../localize.js';
import { tokens } from '../../tokens.styles.js';
import { placeOf } from '../../site.js';
import type { Correcting, Forum } from '../forum.js';
import { ForumPart } from '../forum-part.js';
import { facts } from '../../listing.styles.js';
import { outboxOf } from '../../page-outbox.js';
import { renderSections } from './item.js';
import { fr, type MineMessages } from './messages.fr.js';

/**
 * What this device supported, proposed, commented on and reported in one consultation: where each of it stands, its
 * receipt, and how to correct, withdraw or erase it.
 *
 * @summary The citizen's own contributions to proposals, in `<cnr-proposals>`.
 * @tagname cnr-mine
 */
export class CnrMine extends ForumPart {
  static override styles = [
    tokens,
    base,
    facts,
    css`
      h4 {
        font-size: 1.125em;
        font-weight: 700;
      }

      ul {
        display: grid;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5em;
        padding-block: var(--_space);
        border-block-end: 1px solid var(--_line);
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    open: { attribute: false },
    correct: { attribute: false },
    entries: { state: true },
    left: { state: true },
    correcting: { state: true },
    asking: { state: true },
    notice: { state: true },
  };

  /** Opens a proposal by its id. */
  open: ((id: string) => void) | undefined;

  /** Opens a proposal of this device in the form. */
  correct: ((correcting: Correcting<ProposalPayload>) => void) | undefined;

  /** Null where the device cannot be read. */
  private entries: readonly OutboxEntry[] | null | undefined;

  /** Something besides is: who it was, or a draft. */
  private left = false;

  private correcting: Correcting<CommentPayload> | undefined;

  private asking = false;

  private notice: 'gone' | 'withdrawn' | 'erased' | 'eraseFailed' | undefined;

  readonly #sentences = new Localize<MineMessages>(this, 'mine', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #supported = new Set<string>();
  #outbox: Outbox | undefined;
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#outbox?.removeEventListener('change', this.#onChange);
    this.#outbox = undefined;
  }

  protected override willUpdate(): void {
    if (!this.forum || this.device === 'shared' || this.#outbox || !this.isConnected) return;
    this.#outbox = outboxOf(this.device);
    this.#outbox.addEventListener('change', this.#onChange);
    this.#onChange();
  }

  readonly #onChange = () => {
    if (this.forum && this.#outbox) void this.#read(this.forum, this.#outbox);
  };

  async #read(forum: Forum, outbox: Outbox): Promise<void> {
    const place = placeOf(forum);
    const own = (await outbox.entries()).filter((entry) => isAt(entry, place));
    // Out of reach is not empty: "nothing is kept here" would be said without knowing.
    const remains = await remainsOf(outbox, place).catch(() => undefined);
    this.left = remains?.pseudonyms === true || remains?.drafts === true;
    this.entries = (outbox.reachable && remains) || own.length > 0 ? own.toReversed() : null;
    const focused = this.shadowRoot?.activeElement;
    await this.updateComplete;
    // What was withdrawn or erased took the focus with it.
    if (!focused || focused.isConnected) return;
    this.notice ??= 'gone';
    this.focus();
  }

  readonly #onReopen = (correcting: Correcting) => {
    // The kind says which payload it is, which the general type does not.
    if (correcting.kind === 'proposal') this.correct?.(correcting as Correcting<ProposalPayload>);
    else {
      this.correcting = correcting as Correcting<CommentPayload>;
      this.focusOn('#correcting');
    }
  };

  /** By the code of a receipt that is not on this device: what replaces it is sent from here. */
  readonly #onCode = (contribution: Contribution, code: string, subject?: string) => {
    const { forum } = this;
    const { kind, payload } = contribution;
    if (!forum || (kind !== 'proposal' && kind !== 'comment')) return;
    const { replaces: _old, ...written } = payload;
    this.#onReopen({
      kind,
      payload: written,
      replaces: true,
      send: (changed) => {
        const { id, title } = forum.published.consultation;
        const draft = {
          kind,
          consultation: id,
          consultationTitle: title,
          definitionVersion: forum.published.version,
          payload: { ...changed, replaces: code },
          // Of a comment it is what it is about. The id says nothing: it may be a correction's own.
          keep: 'title' in changed ? { title: changed.title, subject } : { subject: changed.subject },
        } as OutboxDraft; // The compiler does not follow a payload through its kind.
        return outboxOf(this.device).submit(forum.backend, draft);
      },
    });
  };

  readonly #onAsk = () => {
    this.asking = true;
    this.notice = undefined;
    this.focusOn('#confirmation');
  };

  readonly #onCancel = () => {
    this.asking = false;
    this.focusOn('#erase-all');
  };

  readonly #onErase = async () => {
    const { forum } = this;
    if (!forum || !this.#outbox) return;
    this.asking = false;
    try {
      await forgetDevice(this.#outbox, placeOf(forum));
      this.notice = 'erased';
    } catch {
      // The store said no: what is left is still listed, and the sentence says so.
      this.notice = 'eraseFailed';
    }
    await this.#read(forum, this.#outbox);
    this.focus();
  };

  protected override render(): TemplateResult | typeof nothing {
    const { forum, notice } = this;
    const { t, ready } = this.#sentences;
    if (!forum || !ready) return nothing;
    return html`<div class="stack" @cnr-withdrawn=${() => (this.notice = 'withdrawn')}>
      ${this.renderStep(t.title)}
      ${
        this.correcting
          ? html`<cnr-comment
              id="correcting"
              .locale=${this.activeLocale}
              .headingLevel=${this.headingLevel + 1}
              .forum=${forum}
              .correcting=${this.correcting}
            ></cnr-comment>`
          : nothing
      }
      ${this.device === 'shared' ? html`<p>${t.shared}</p>` : this.#renderEntries(forum)}
      <p role="status" class=${notice ? 'strong' : 'visually-hidden'}>${notice ? t[notice] : nothing}</p>
      <details>
        <summary>${t.codeTitle}</summary>
        ${this.#renderCode(forum)}
      </details>
    </div>`;
  }

  #renderEntries(forum: Forum): unknown {
    const { entries, asking } = this;
    const { t } = this.#sentences;
    if (entries === undefined) return html`<p class="muted">${t.loading}</p>`;
    if (entries === null) return html`<p class="note error">${t.unreadable}</p>`;
    if (entries.length === 0 && !this.left) return html`<p>${t.empty(forum.noun)}</p>`;
    return html`
      <p class="muted">${entries.length === 0 ? t.left : t.kept}</p>
      ${renderSections({
        t,
        locale: this.activeLocale,
        forum,
        outbox: this.#outbox,
        headingLevel: this.headingLevel + 1,
        entries,
        supported: this.#supported,
        onRead: this.open,
        onReopen: this.#onReopen,
      })}
      ${
        asking
          ? renderConfirmation({
              question: t.eraseAllSure,
              yes: t.eraseAllYes,
              no: t.cancel,
              onYes: () => void this.#onErase(),
              onNo: this.#onCancel,
            })
          : html`<p>
              <button type="button" class="quiet" id="erase-all" @click=${this.#onAsk}>${t.eraseAll}</button>
            </p>`
      }
    `;
  }

  #renderCode({ backend, published }: Forum): TemplateResult {
    const { id, title, timeZone } = published.consultation;
    return html`<cnr-receipt
      .backend=${backend}
      .locale=${this.activeLocale}
      .consultation=${id}
      .heading=${title}
      .timeZone=${timeZone}
      .published=${published}
      .words=${this.#sentences.t.receipt}
      .correctWith=${published.phase === 'open' ? this.#onCode : undefined}
    ></cnr-receipt>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-mine': CnrMine;
  }
}
