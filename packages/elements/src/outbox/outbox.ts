import { forgetExpired } from '@cnr-widgets/client/expire';
import { forgetEverything, forgetRegistrant, remainsOf, type Remains } from '@cnr-widgets/client/forget';
import { exportFile } from '@cnr-widgets/client/manage';
import {
  sharedOutbox,
  type Outbox,
  type OutboxEntry,
  type Outcome,
  type UnreadableEntry,
} from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../base.styles.js';
import { renderConfirmation } from '../confirmation.js';
import { download } from '../download.js';
import { CnrElement } from '../element.js';
import { frame } from '../frame.styles.js';
import { renderHeading } from '../heading.js';
import { Localize } from '../localize.js';
import type { CnrRefusal } from '../refusal/refusal.js';
import type { RefusalMessages } from '../refusal/messages.fr.js';
import { tokens } from '../tokens.styles.js';
import { isNothing, renderEraseAll, renderRemains } from './everything.js';
import { hereAt, lineOf, nameOf, renderFacts, titleOf } from './facts.js';
import { fr, type OutboxMessages } from './messages.fr.js';
import { outboxStyles } from './outbox.styles.js';
import { Reasons } from './reasons.js';

type Content =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | {
      readonly state: 'ready';
      readonly entries: OutboxEntry[];
      readonly unreadable: UnreadableEntry[];
      /** What is there besides; undefined where that could not be read. */
      readonly remains: Remains | undefined;
    };

type Notice =
  | 'allErased'
  | 'allNotErased'
  | 'erased'
  | 'eraseFailed'
  | 'notSent'
  | 'nothingWent'
  | 'notAllAccepted'
  | 'allWent';

/**
 * What this device holds: answers that wait, that were refused, and receipts; to send, to save as a file, to erase.
 *
 * @summary The citizen's own contributions on this device.
 * @tagname cnr-outbox
 *
 * @csspart frame - The frame around everything.
 * @csspart title - The title.
 *
 * @cssproperty [--cnr-color-action=#1b4f9c] - Buttons and links.
 * @cssproperty [--cnr-radius=0.375em] - Corners.
 */
export class CnrOutbox extends CnrElement {
  static override styles = [tokens, base, frame, outboxStyles];

  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    outbox: { attribute: false },
    only: { attribute: false },
    correct: { attribute: false },
    words: { attribute: false },
    refusalWords: { attribute: false },
    conclude: { attribute: false },
    content: { state: true },
    asking: { state: true },
    notice: { state: true },
  };

  /** Level of the title in the host's outline, 2 to 6. */
  headingLevel = 2;

  /** The outbox to show. Default: the page's one. */
  outbox: Outbox | undefined;

  /** Id of one entry: then only what can be done with it is shown, as part of another element. */
  only: string | undefined;

  /** With `only`: opens one that was refused for another look. */
  correct: CnrRefusal['correct'];

  /** With `only`: shows what becomes of one that is sent anew. */
  conclude: CnrRefusal['conclude'];

  /** Sentences for what is no answer, here and where it was refused. */
  words: Partial<OutboxMessages> | undefined;
  refusalWords: Partial<RefusalMessages> | undefined;

  private content: Content = { state: 'loading' };

  /** The id of the entry whose erasure asks to be confirmed. */
  private asking: string | undefined;

  private notice: Notice | undefined;

  readonly #sentences = new Localize<OutboxMessages>(this, 'outbox', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #reasons = new Reasons(this);
  #watched: Outbox | undefined;
  #hadFocus = false;
  /** The button that was pressed stays, and keeps the focus, until it is known what went. */
  #sendsAll = false;
  readonly #network = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#network);
    addEventListener('offline', this.#network);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#network);
    removeEventListener('offline', this.#network);
    this.#watched?.removeEventListener('change', this.#onChange);
    this.#watched = undefined;
  }

  protected override willUpdate(): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    const isShared = this.awaitsProvider || this.device === 'shared';
    if ((isShared && !this.outbox) || !this.isConnected) return;
    const outbox = this.outbox ?? sharedOutbox();
    if (outbox === this.#watched) return;
    this.#watched?.removeEventListener('change', this.#onChange);
    this.#watched = outbox;
    outbox.addEventListener('change', this.#onChange);
    void this.#read(outbox);
  }

  /** What was sent takes its buttons along, and the focus with the one that was pressed. */
  protected override updated(): void {
    const isLost = this.#hadFocus && document.activeElement === document.body;
    if (isLost) this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  readonly #onChange = () => {
    if (this.#watched !== undefined) void this.#read(this.#watched);
  };

  async #read(outbox: Outbox): Promise<void> {
    await forgetExpired();
    const [entries, unreadable, remains] = await Promise.all([
      outbox.entries(),
      outbox.unreadable(),
      this.only === undefined ? remainsOf(outbox).catch(() => undefined) : undefined,
    ]);
    // Out of reach is not empty: "nothing is kept here" would be said without knowing.
    const unknown = !(outbox.reachable && (remains ?? this.only)) && entries.length === 0;
    this.content = unknown
      ? { state: 'failed' }
      : { state: 'ready', entries: entries.toReversed(), unreadable, remains };
  }

  readonly #onSendAll = async () => {
    const outbox = this.#watched;
    if (outbox === undefined) return;
    this.notice = undefined;
    const tried = new Set(this.#waiting.map(({ id }) => id));
    this.#sendsAll = true;
    await outbox.flush({ force: true }).finally(() => (this.#sendsAll = false));
    await this.#read(outbox);
    const entries = this.content.state === 'ready' ? this.content.entries : [];
    const isRefused = entries.some(({ id, state }) => state === 'refused' && tried.has(id));
    this.notice = this.#waiting.length > 0 ? 'nothingWent' : isRefused ? 'notAllAccepted' : 'allWent';
  };

  readonly #onExport = async () => {
    if (!this.#watched) return;
    const file = await exportFile(this.#watched);
    if (this.only !== undefined) file.entries = file.entries.filter(({ id }) => id === this.only);
    // Who opens it reads first what it is.
    const t = this.#t;
    const [first, lines] = [
      t.fileAbout(hereAt(file.exportedAt, this.activeLocale)),
      file.entries.map((entry) => lineOf(t, entry, this.activeLocale)),
    ];
    const content = JSON.stringify({ about: [first, ...lines], ...file }, null, 2);
    download(content, 'application/json', `${t.fileName}.json`);
  };

  async #send(entry: OutboxEntry): Promise<void> {
    this.notice = undefined;
    try {
      const outcome = await this.#watched?.resend(entry.id);
      // What was received or refused says so itself.
      const isSettled = outcome?.state === 'received' || outcome?.state === 'refused';
      this.notice = isSettled ? undefined : 'nothingWent';
    } catch {
      // The store would not give it: there was nothing to send.
      this.notice = 'notSent';
    }
  }

  /** One that is sent anew; where that failed it stands here as it was. */
  readonly #conclude = (sending: Promise<Outcome>) => {
    this.notice = undefined;
    const failed = () => {
      this.notice = 'notSent';
    };
    sending.then(({ entry }) => entry ?? failed(), failed);
    return this.conclude?.(sending);
  };

  async #erase(id: string): Promise<void> {
    const known =
      this.content.state === 'ready' ? this.content.entries.find((one) => one.id === id) : undefined;
    await this.#erasing('erased', 'eraseFailed', async (outbox) => {
      await outbox.erase(id);
      // What the store will not let go of is told where nothing else is left.
      if (known?.kind === 'registration') await forgetRegistrant(outbox, known).catch(() => undefined);
    });
  }

  /** The store may say no: what is still there is still listed, and the sentence says so. */
  async #erasing(done: Notice, failed: Notice, erase: (outbox: Outbox) => Promise<void>): Promise<void> {
    const outbox = this.#watched;
    if (!outbox) return;
    this.asking = undefined;
    try {
      await erase(outbox);
      this.notice = done;
    } catch {
      this.notice = failed;
    }
    await this.#read(outbox);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  async #ask(id: string | undefined): Promise<void> {
    const before = this.asking;
    this.asking = id;
    await this.updateComplete;
    this.renderRoot
      .querySelector<HTMLElement>(id === undefined ? `#erase-${before}` : '#confirmation')
      ?.focus();
  }

  readonly #onRetry = () => this.#onChange();

  get #waiting(): OutboxEntry[] {
    const { content } = this;
    return content.state === 'ready' ? content.entries.filter(({ state }) => state === 'waiting') : [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const t = this.#t;
    const { notice } = this;
    if (this.only !== undefined) return this.#renderOnly(this.only);
    return html`
      <section class="frame stack" part="frame" aria-labelledby="title">
        ${renderHeading(this.headingLevel, t.title)}
        ${this.#sentences.ready ? this.#renderContent() : nothing}
        <p role="status" class=${notice === undefined ? 'visually-hidden' : 'muted'}>
          ${notice === undefined ? nothing : t[notice]}
        </p>
      </section>
    `;
  }

  #renderOnly(id: string): TemplateResult | typeof nothing {
    const t = this.#t;
    const { content, outbox, notice } = this;
    if (content.state === 'failed') return html`<div class="stack">${this.#renderFailed()}</div>`;
    const entry = content.state === 'ready' ? content.entries.find((other) => other.id === id) : undefined;
    if (!entry || !this.#sentences.ready) return nothing;
    const refused = entry.state === 'refused';
    const save = html`<button type="button" @click=${this.#onExport}>${t.exportOne}</button>`;
    const send = html`<button type="button" class="primary" @click=${() => void this.#send(entry)}>
      ${t.sendNow}
    </button>`;
    return html`<div class="stack">
      ${
        refused
          ? html`<cnr-refusal
              .locale=${this.activeLocale}
              .entry=${entry}
              .outbox=${outbox}
              .correct=${this.correct}
              .conclude=${this.#conclude}
              .words=${this.refusalWords}
            ></cnr-refusal>`
          : html`<p>${entry.durable ? t.waits : t.waitsInPage}</p>`
      }
      ${this.#renderErase(id, titleOf(entry), t.eraseSure, refused ? save : [send, save])}
      <p role="status" class="muted">${notice && t[notice]}</p>
    </div>`;
  }

  get #t(): OutboxMessages {
    return { ...this.#sentences.t, ...this.words };
  }

  #renderContent(): unknown {
    const t = this.#t;
    const { content } = this;
    if (this.device === 'shared') return html`<p>${t.shared}</p>`;
    if (content.state === 'loading') return html`<p class="muted">${t.loading}</p>`;
    if (content.state === 'failed') return this.#renderFailed();
    const all = renderEraseAll({
      t,
      asking: this.asking === 'all',
      onAsk: (asking) => void this.#ask(asking ? 'all' : undefined),
      onErase: () => void this.#erasing('allErased', 'allNotErased', (outbox) => forgetEverything(outbox)),
    });
    const { remains } = content;
    if (remains && content.entries.length + content.unreadable.length === 0) {
      return [renderRemains(t, remains), isNothing(remains) ? nothing : all];
    }
    const waiting = this.#waiting;
    return html`
      ${navigator.onLine ? nothing : html`<p class="note warning">${t.offline}</p>`}
      ${waiting.some((entry) => !entry.durable) ? html`<p class="note error">${t.memoryOnly}</p>` : nothing}
      ${waiting.length > 0 ? html`<p>${t.waitingCount(waiting.length)}</p>` : nothing}
      <div class="actions">
        ${
          waiting.length > 0 || this.#sendsAll
            ? html`<button type="button" class="primary" @click=${this.#onSendAll}>${t.sendAll}</button>`
            : nothing
        }
        <button type="button" @click=${this.#onExport}>${t.exportAll}</button>
      </div>
      <ul>
        ${repeat(
          content.entries,
          ({ id }) => id,
          (entry) => this.#renderEntry(entry),
        )}
        ${content.unreadable.map(
          ({ key }) =>
            html`<li>
              <p class="note warning">${t.unreadable}</p>
              ${this.#renderErase(key, key, t.eraseSure)}
            </li>`,
        )}
      </ul>
      ${all}
    `;
  }

  /** What is here is not known: the device may be read another time. */
  #renderFailed(): TemplateResult {
    const t = this.#t;
    return html`<p class="note error">${t.failed}</p>
      <p><button type="button" @click=${this.#onRetry}>${t.retry}</button></p>`;
  }

  #renderEntry(entry: OutboxEntry): TemplateResult {
    const t = this.#t;
    const title = nameOf(t, entry);
    const send = html`<button
      type="button"
      aria-label=${t.sendNamed(title)}
      @click=${() => void this.#send(entry)}
    >
      ${t.send}
    </button>`;
    return html`
      <li>
        ${renderFacts(t, entry, this.activeLocale, entry.state === 'refused' ? this.#reasons.of(entry) : '')}
        ${this.#renderErase(
          entry.id,
          title,
          entry.receipt ? t.eraseReceiptSure : t.eraseSure,
          entry.state === 'waiting' ? send : nothing,
        )}
      </li>
    `;
  }

  #renderErase(id: string, title: string, question: string, before: unknown = nothing): TemplateResult {
    const t = this.#t;
    if (this.asking !== id) {
      return html`<div class="actions">
        ${before}
        <button
          type="button"
          class="quiet"
          id="erase-${id}"
          aria-label=${t.eraseNamed(title)}
          @click=${() => void this.#ask(id)}
        >
          ${t.erase}
        </button>
      </div>`;
    }
    return renderConfirmation({
      question,
      yes: t.eraseConfirm,
      no: t.cancel,
      onYes: () => void this.#erase(id),
      onNo: () => void this.#ask(undefined),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-outbox': CnrOutbox;
  }
}
