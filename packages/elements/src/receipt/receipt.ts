import type { Contribution, PublishedConsultation, Receipt } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { ClientError, clientErrorOf } from '@cnr-widgets/client/errors';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../base.styles.js';
import { renderConfirmation } from '../confirmation.js';
import { download } from '../download.js';
import { CnrWithdrawnEvent } from '../events.js';
import { renderFailure } from '../failure.js';
import { formatDateTime } from '../format.js';
import { Localize } from '../localize.js';
import { CnrReader } from '../reader.js';
import { tellFailure } from '../tell-failure.js';
import { tokens } from '../tokens.styles.js';
import { readCode, renderCodeField } from './code-field.js';
import { fr, type ReceiptMessages } from './messages.fr.js';
import { receiptStyles } from './receipt.styles.js';
import { renderTicket } from './ticket-view.js';

/** What the citizen is told, by its name in the catalogue. */
type Notice =
  | 'copied'
  | 'copyFailed'
  | 'erased'
  | 'eraseFailed'
  | 'codeMissing'
  | 'codeUnknown'
  | 'codeWithdrawn'
  | 'codeErased'
  | 'codeReplaced'
  | 'unreachable'
  | 'notOffered'
  | 'withdrawn';

const NOTICES: Readonly<Record<string, Notice>> = {
  'unknown-receipt-code': 'codeUnknown',
  withdrawn: 'codeWithdrawn',
  erased: 'codeErased',
  'already-replaced': 'codeReplaced',
  'not-supported': 'notOffered',
};

/**
 * A receipt: its code to keep, and what the code allows, here and later: to correct the answer or to withdraw it.
 * Without `receipt` it asks for the code, once the consultation was found.
 *
 * @summary The receipt of an answer, or a form for its code: keep, correct, withdraw.
 * @tagname cnr-receipt
 *
 * @event {CnrWithdrawnEvent} cnr-withdrawn - The citizen withdrew what the code is of.
 * @event {CnrErrorEvent} cnr-error - The form for the code cannot be shown.
 *
 * @slot - What is shown until the element is loaded, and where the form cannot be shown: the code as plain text, or a link.
 *
 * @csspart code - The receipt code.
 */
export class CnrReceipt extends CnrReader<object> {
  static override styles = [tokens, base, receiptStyles];

  static override properties: PropertyDeclarations = {
    consultation: {},
    heading: {},
    timeZone: { attribute: 'time-zone' },
    receipt: { attribute: false },
    published: { attribute: false },
    kept: { attribute: false },
    replaces: { attribute: false },
    correctWith: { attribute: false },
    words: { attribute: false },
    asking: { state: true },
    notice: { state: true },
  };

  /** Id of the consultation. */
  consultation = '';

  /** The consultation's title, for the file that the citizen may keep. */
  heading = '';

  /** IANA zone in which its date is shown. */
  timeZone = 'Europe/Paris';

  receipt: Pick<Receipt, 'id' | 'code' | 'receivedAt'> | undefined;

  /** The definition, where somebody has read it already; default: the backend is asked before a code is. */
  published: PublishedConsultation | undefined;

  /** This device holds it, and can erase it. */
  kept = true;

  /** It came for a correction: the code before it is of no use any more. */
  replaces = false;

  /**
   * Takes the answer for correction; without it only withdrawing is offered. `subject`: what the backend says that it
   * is known by, the same through every correction (`Retrieved`).
   */
  correctWith: ((contribution: Contribution, code: string, subject?: string) => void) | undefined;

  /** Sentences for what is no answer. */
  words: Partial<ReceiptMessages> | undefined;

  private asking: 'withdraw' | 'erase' | undefined;

  private notice: Notice | undefined;

  #focusNext: string | undefined;

  readonly #sentences = new Localize<ReceiptMessages>(this, 'receipt', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });

  get #t(): ReceiptMessages {
    return { ...this.#sentences.t, ...this.words };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A receipt is shown without network, too; what was read by whoever holds the form need not be read again.
    if (this.receipt ?? this.published) this.content = { state: 'ready' };
    else super.willUpdate(changed);
  }

  protected override async read(backend: Backend, id: string, signal: AbortSignal): Promise<void> {
    this.content = { state: 'loading' };
    await backend.consultation(id, { signal });
    if (!signal.aborted) this.content = { state: 'ready' };
  }

  readonly #onRetry = () => {
    this.asked = undefined;
    // The button that was pressed is gone: what is asked for takes the focus, or once more why it cannot be.
    this.#focusNext = '#code, #step';
    this.requestUpdate();
  };

  protected override updated(): void {
    if (this.#focusNext === undefined || this.content.state === 'loading') return;
    this.renderRoot.querySelector<HTMLElement>(this.#focusNext)?.focus();
    this.#focusNext = undefined;
  }

  protected override render(): TemplateResult {
    const { receipt, notice, content } = this;
    const t = this.#t;
    const told = this.#isFault ? undefined : notice;
    if (content.state === 'failed')
      return html`<div class="stack">
        ${renderFailure(t.failure, t.failedTitle, content.code, this.#onRetry)}
      </div>`;
    // The form keeps its room while it is not known whether a code would lead anywhere.
    return html`<div class="stack" aria-busy=${content.state === 'ready' ? nothing : 'true'}>
      ${notice === 'withdrawn' ? nothing : receipt === undefined ? this.#renderForm() : this.#renderReceipt(receipt)}
      <p role="status" class=${told === undefined ? 'visually-hidden' : 'strong'}>
        ${told === undefined ? nothing : t[told]}
      </p>
    </div>`;
  }

  /** What is said is about the code in the form: it stands at the field. */
  get #isFault(): boolean {
    return this.receipt === undefined && this.notice?.startsWith('code') === true;
  }

  /** This device holds the receipt. */
  get #isHere(): boolean {
    return this.kept && this.device !== 'shared';
  }

  #renderReceipt({ code }: Pick<Receipt, 'code'>): TemplateResult {
    const ticket = renderTicket({
      t: this.#t,
      code,
      replaces: this.replaces,
      isHere: this.#isHere,
      onCopy: () => void this.#copy(),
      onSave: () => this.#save(),
    });
    return html`${ticket} ${this.#renderActions(code)}`;
  }

  #renderForm(): TemplateResult {
    const t = this.#t;
    const { notice } = this;
    return html`
      <form class="stack" novalidate @submit=${this.#onSubmit}>
        ${renderCodeField(t, this.#isFault && notice ? t[notice] : undefined)}
        ${this.#renderActions(undefined)}
      </form>
    `;
  }

  /** `code` is undefined while it stands in the form. */
  #renderActions(code: string | undefined): TemplateResult {
    const t = this.#t;
    const { asking } = this;
    if (asking !== undefined) {
      const erases = asking === 'erase';
      return renderConfirmation({
        question: erases ? t.eraseSure : t.withdrawSure,
        yes: erases ? t.eraseConfirm : t.withdrawConfirm,
        no: t.cancel,
        onYes: () => void (erases ? this.#erase() : this.#withCode((typed) => this.#withdraw(typed))),
        onNo: () => this.#ask(undefined),
      });
    }
    return html`<div class="actions">
      ${
        this.correctWith === undefined
          ? nothing
          : html`<button
              type=${code === undefined ? 'submit' : 'button'}
              class=${code === undefined ? 'primary' : 'quiet'}
              @click=${code === undefined ? nothing : this.#onCorrect}
            >
              ${t.correct}
            </button>`
      }
      <button type="button" id="withdraw" class="quiet" @click=${this.#onWithdraw}>${t.withdraw}</button>
      ${
        code === undefined || !this.#isHere
          ? nothing
          : html`<button type="button" class="quiet" id="erase" @click=${() => this.#ask('erase')}>
              ${t.erase}
            </button>`
      }
    </div>`;
  }

  /** Opens or closes what is asked before anything is done; the focus goes to it, or back to where it came from. */
  #ask(
    what: 'withdraw' | 'erase' | undefined,
    focus = what === undefined ? `#${this.asking}` : '#confirmation',
  ): void {
    this.asking = what;
    this.notice = undefined;
    this.#focus(focus);
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    this.#onCorrect();
  };

  readonly #onWithdraw = () => {
    if (this.#code() !== undefined) this.#ask('withdraw');
  };

  readonly #onCorrect = () => void this.#withCode((code) => this.#correct(code));

  /** Runs `act` with the receipt's code, or the typed one; a failure is told, and nothing has changed. */
  async #withCode(act: (code: string) => Promise<void>): Promise<void> {
    const code = this.#code();
    if (code === undefined) return;
    this.#ask(undefined);
    try {
      await act(code);
    } catch (error) {
      this.notice = NOTICES[clientErrorOf(error, 'malformed-response').code] ?? 'unreachable';
      if (this.#isFault) this.#focus('#code');
    }
  }

  /** The receipt's code, or the typed one; where that cannot be one it is said at the field, and nothing is asked. */
  #code(): string | undefined {
    const typed = () => this.renderRoot.querySelector<HTMLInputElement>('#code')?.value ?? '';
    const code = this.receipt?.code ?? readCode(typed());
    if (code === undefined) {
      this.#ask(undefined, '#code');
      this.notice = 'codeMissing';
    }
    return code;
  }

  /** @throws ClientError `no-backend` for a receipt that was given without saying where from */
  get #backend(): Backend {
    if (this.activeBackend) return this.activeBackend;
    tellFailure(this, this.consultation, 'no-backend');
    throw new ClientError('no-backend', 'nobody named the backend of this receipt');
  }

  async #correct(code: string): Promise<void> {
    const read = await this.#backend.retrieve(this.consultation.trim(), code);
    this.correctWith?.(read.contribution, code, read.subject);
  }

  async #withdraw(code: string): Promise<void> {
    const backend = this.#backend;
    const consultation = this.consultation.trim();
    const id = this.receipt?.id ?? (await backend.retrieve(consultation, code)).contribution.id;
    await backend.withdraw(consultation, id, code);
    this.notice = 'withdrawn';
    // Before it goes from the device: what shows this receipt lets go of it then, and would not hear.
    this.dispatchEvent(new CnrWithdrawnEvent(this.consultation));
    // What is withdrawn is no longer this device's to show; a store that fails keeps a receipt that opens nothing.
    await sharedOutbox()
      .erase(id)
      .catch(() => undefined);
  }

  async #erase(): Promise<void> {
    this.#ask(undefined);
    const { receipt } = this;
    if (receipt === undefined) return;
    try {
      await sharedOutbox().erase(receipt.id);
      this.notice = 'erased';
    } catch {
      // The store said no: the receipt is still there, and the sentence says so.
      this.notice = 'eraseFailed';
    }
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.receipt?.code ?? '');
      this.notice = 'copied';
    } catch {
      // No permission, or no clipboard on this page: the code is on the screen, and the citizen is told to note it.
      this.notice = 'copyFailed';
    }
  }

  #save(): void {
    const { receipt, heading, consultation } = this;
    if (receipt === undefined) return;
    const t = this.#t;
    const date = formatDateTime(receipt.receivedAt, this.activeLocale, this.timeZone);
    download(t.file(heading, receipt.code, date), 'text/plain', `${t.fileName}-${consultation}.txt`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-receipt': CnrReceipt;
  }
}
