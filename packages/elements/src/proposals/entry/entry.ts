import type { Contribution, Receipt, Standing } from '@cnr-widgets/contract';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import { correctAndResend } from '@cnr-widgets/client/manage';
import { rememberTakenBack } from '@cnr-widgets/client/pseudonyms';
import type { Outbox, OutboxChange, OutboxEntry, Outcome } from '@cnr-widgets/client/outbox';
import { css, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { formatDateTime } from '../../format.js';
import { Localize } from '../../localize.js';
import type { ReceiptMessages } from '../../receipt/messages.fr.js';
import type { RefusalMessages } from '../../refusal/messages.fr.js';
import { placeOf } from '../../site.js';
import { tokens } from '../../tokens.styles.js';
import type { Correcting } from '../forum.js';
import { ForumPart } from '../forum-part.js';
import { fr, type EntryMessages } from './messages.fr.js';

/**
 * What became of something that was written on this device, and all that can be done about it: sent again, corrected,
 * withdrawn, erased. Follows the outbox.
 *
 * @summary Where a proposal, a comment or a report of this device stands.
 * @tagname cnr-entry
 */
export class CnrEntry extends ForumPart {
  static override styles = [
    tokens,
    base,
    css`
      .step {
        font-weight: 700;
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    entry: { attribute: false },
    outbox: { attribute: false },
    reopen: { attribute: false },
    fresh: { attribute: false },
    replaces: { attribute: false },
    read: { attribute: false },
    standing: { state: true },
    gone: { state: true },
  };

  entry: OutboxEntry | undefined;

  /** Where it waits. */
  outbox: Outbox | undefined;

  /** Opens it for another look; without it, it cannot be corrected here. */
  reopen: ((correcting: Correcting) => void) | undefined;

  /** It was sent just now: its receipt stands open. */
  fresh = false;

  /** It was sent just now in the place of another one. */
  replaces = false;

  /** Opens what everybody sees of it, where there is anything. */
  read: (() => void) | undefined;

  /** Null where the service did not say. */
  private standing: Standing | null | undefined;

  private gone: 'withdrawn' | 'erased' | undefined;

  readonly #sentences = new Localize<EntryMessages>(this, 'entry', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  #watched: Outbox | undefined;
  /** What had the focus before this update. */
  #focused: Element | null = null;
  #asked: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watched?.removeEventListener('change', this.#onChange);
    this.#watched = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    if (changed.has('entry') && changed.get('entry')?.id !== this.entry?.id) {
      this.gone = this.standing = undefined;
    }
    if (this.outbox !== this.#watched && this.isConnected) {
      this.#watched?.removeEventListener('change', this.#onChange);
      this.#watched = this.outbox;
      this.#watched?.addEventListener('change', this.#onChange);
    }
    const { receipt, kind } = this.entry ?? {};
    if (!receipt || kind === 'report' || this.#asked === receipt.code) return;
    this.#asked = receipt.code;
    void this.#readStanding(receipt);
  }

  /** What was pressed, and what one stood on, goes with the state: the focus goes to the one that came. */
  protected override updated(): void {
    if (this.#focused?.isConnected === false) this.renderRoot.querySelector<HTMLElement>('#step')?.focus();
    super.updated();
  }

  readonly #onChange = ({ id, entry }: OutboxChange) => {
    if (id !== this.entry?.id) return;
    if (entry) this.entry = entry;
    else this.gone ??= 'erased';
  };

  readonly #onWithdrawn = () => {
    this.gone = 'withdrawn';
    const { forum, entry } = this;
    if (forum && entry?.kind === 'proposal' && entry.receipt && this.device !== 'shared') {
      // A device that cannot keep it knows less before the next one is written; the service says it then.
      rememberTakenBack(placeOf(forum), entry.receipt.receivedAt).catch(() => undefined);
    }
    this.focus();
  };

  async #readStanding({ code }: Receipt): Promise<void> {
    if (!this.forum) return;
    const { backend, published } = this.forum;
    try {
      this.standing = (await backend.retrieve(published.consultation.id, code)).standing ?? null;
    } catch (error) {
      if (clientErrorOf(error, 'network').code === 'withdrawn') this.gone = 'withdrawn';
      else this.standing = null;
    }
  }

  readonly #correct = ({ kind, payload }: Contribution): void => {
    const { entry, outbox, forum } = this;
    if (!entry || !outbox || !forum || (kind !== 'proposal' && kind !== 'comment')) return;
    const { replaces: old, ...written } = payload;
    const { version: definitionVersion } = forum.published;
    this.reopen?.({
      kind,
      payload: written,
      replaces: (entry.receipt?.code ?? old) !== undefined,
      send: (changed) => correctAndResend(outbox, entry.id, { definitionVersion, payload: changed }),
    });
  };

  protected override render(): TemplateResult | typeof nothing {
    const { entry, gone } = this;
    const { t, ready } = this.#sentences;
    if (!entry || !ready) return nothing;
    return html`<div class="stack" @cnr-withdrawn=${this.#onWithdrawn}>
      ${
        gone
          ? html`<div class="note success">${this.renderStep(t[gone])}</div>`
          : entry.receipt
            ? this.#renderReceived(entry, entry.receipt)
            : entry.state === 'refused'
              ? this.#renderRefused(entry)
              : this.#renderWaiting(entry)
      }
    </div>`;
  }

  #renderReceived({ kind, durable }: OutboxEntry, receipt: Receipt): TemplateResult {
    const { t } = this.#sentences;
    const { forum, standing, activeLocale } = this;
    const { id, title, timeZone } = forum?.published.consultation ?? {};
    const written = kind === 'comment' ? 'comment' : 'proposal';
    const words = standing ? t.standing[written][standing.status] : t.standingUnknown;
    const tone = standing === null ? 'warning' : standing?.status === 'refused' ? 'error' : 'success';
    return html`
      <div class="note ${tone}">
        ${this.renderStep(t.receivedOn(formatDateTime(receipt.receivedAt, activeLocale, timeZone ?? 'UTC'), kind))}
        ${receipt.late ? html`<p>${t.late}</p>` : nothing}
        <p role=${this.fresh ? 'status' : nothing}>
          ${kind === 'report' ? t.reported : standing === undefined ? '…' : words}
        </p>
        ${standing?.reason ? html`<p>${t.reason(standing.reason)}</p>` : nothing}
      </div>
      ${
        this.read && standing && standing.status !== 'submitted' && standing.status !== 'refused'
          ? html`<p><button type="button" class="quiet" @click=${this.read}>${t.read}</button></p>`
          : nothing
      }
      <details ?open=${this.fresh}>
        <summary>${t.receiptOf}</summary>
        <cnr-receipt
          .backend=${forum?.backend}
          .locale=${activeLocale}
          .consultation=${id}
          .heading=${title}
          .timeZone=${timeZone}
          .receipt=${receipt}
          .kept=${durable}
          .replaces=${this.replaces}
          .words=${this.#receiptWords(kind)}
          .correctWith=${this.reopen && kind !== 'report' ? this.#correct : undefined}
          >${receipt.code}</cnr-receipt
        >
      </details>
    `;
  }

  /** Who takes a proposal back to write a better one knows first that it counts for the limit all the same. */
  #receiptWords(kind: OutboxEntry['kind']): Partial<ReceiptMessages> {
    const { receipt, withdrawSure } = this.#sentences.t;
    const { perWeek } = this.forum?.rules ?? {};
    return kind === 'proposal' && perWeek !== undefined
      ? { ...receipt, withdrawSure: withdrawSure(perWeek) }
      : receipt;
  }

  #renderWaiting(entry: OutboxEntry): TemplateResult {
    const { t } = this.#sentences;
    return html`
      <div class="note ${entry.durable ? 'warning' : 'error'}">
        ${this.renderStep(entry.durable ? t.queuedTitle : t.unsavedTitle)}
      </div>
      <cnr-proof .locale=${this.activeLocale} .outbox=${this.outbox} .only=${entry.id}></cnr-proof>
      ${this.#renderKept(entry)}
    `;
  }

  #renderRefused(entry: OutboxEntry): TemplateResult {
    return html`${this.renderStep(this.#sentences.t.refusedTitle)} ${this.#renderKept(entry)}`;
  }

  #refusalWords({ lastError }: OutboxEntry): Partial<RefusalMessages> {
    const { t } = this.#sentences;
    const { max, until } = lastError?.limit ?? {};
    const zone = this.forum?.published.consultation.timeZone ?? 'UTC';
    const limit = t.limit(max, until && formatDateTime(until, this.activeLocale, zone));
    return { ...t.refusal, reasons: { ...t.reasons, 'limit-reached': limit } };
  }

  readonly #onConclude = async (sending: Promise<Outcome>) => {
    // Where nothing came of it the buttons are still there, and say so.
    const outcome = await sending.catch(() => undefined);
    if (outcome?.entry) this.entry = outcome.entry;
  };

  /** What can be done about what was not received: to send it again, to correct, to save or to erase it. */
  #renderKept(entry: OutboxEntry): TemplateResult {
    return html`<cnr-outbox
      .locale=${this.activeLocale}
      .outbox=${this.outbox}
      .only=${entry.id}
      .words=${this.#sentences.t.outbox}
      .refusalWords=${this.#refusalWords(entry)}
      .correct=${this.reopen && entry.kind !== 'report' ? this.#correct : undefined}
      .conclude=${this.#onConclude}
    ></cnr-outbox>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-entry': CnrEntry;
  }
}
