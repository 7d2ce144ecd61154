import type { ProofProgress } from '@cnr-widgets/client/backend';
import type { Outbox, OutboxChange, OutboxProof } from '@cnr-widgets/client/outbox';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../base.styles.js';
import { CnrElement } from '../element.js';
import { Localize } from '../localize.js';
import { tokens } from '../tokens.styles.js';
import { fr, type ProofMessages } from './messages.fr.js';

/**
 * A proof of work while this page makes one: how far it is, and the way out for a slow device. Its own element
 * because few citizens see it: it is loaded with the first word of a proof.
 *
 * @summary How far a proof of work is, with the choice to wait instead.
 * @tagname cnr-proof
 *
 * @slot - Shown while there is nothing to prove.
 */
export class CnrProof extends CnrElement {
  static override styles = [tokens, base];

  static override properties: PropertyDeclarations = {
    outbox: { attribute: false },
    only: {},
    progress: { state: true },
  };

  /** Whose proofs are shown. */
  outbox: Outbox | undefined;

  /** The id of the one entry that is meant. Default: whichever is being proved. */
  only: string | undefined;

  private progress: ProofProgress | undefined;

  readonly #sentences = new Localize<ProofMessages>(this, 'proof', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  #id: string | undefined;
  /** Seconds to wait at most, as first said. */
  #wait = 0;
  #listened: Outbox | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(undefined);
  }

  protected override updated(changed: PropertyValues): void {
    this.#listen(this.isConnected ? this.outbox : undefined);
    const before = changed.get('progress') as ProofProgress | undefined;
    // The button that was pressed is gone: the focus goes to what it led to.
    if (before?.waiting === false && this.progress?.waiting) {
      this.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
    }
  }

  #listen(outbox: Outbox | undefined): void {
    if (this.#listened === outbox) return;
    this.#listened?.removeEventListener('proof', this.#onProof);
    this.#listened?.removeEventListener('change', this.#onChange);
    outbox?.addEventListener('proof', this.#onProof);
    outbox?.addEventListener('change', this.#onChange);
    this.#listened = outbox;
  }

  readonly #onProof = ({ id, progress }: OutboxProof) => {
    if (this.only !== undefined && this.only !== id) return;
    if (this.#id !== id) this.#wait = progress.waitSeconds;
    this.#id = id;
    this.progress = progress;
  };

  /** A lease that is renewed is a change too, and ends nothing. */
  readonly #onChange = ({ id, to }: OutboxChange) => {
    if (id !== this.#id || to === 'sending') return;
    this.#id = undefined;
    this.progress = undefined;
  };

  protected override render(): TemplateResult {
    const { progress } = this;
    const { t, ready } = this.#sentences;
    const shown = ready ? progress : undefined;
    const said = shown && (shown.waiting ? t.waiting(shown.waitSeconds) : t.working);
    return html`
      <div class="stack">
        <p role="status" tabindex="-1">${said}</p>
        ${shown ? this.#renderProgress(t, shown) : html`<slot></slot>`}
      </div>
    `;
  }

  #renderProgress(t: ProofMessages, progress: ProofProgress): TemplateResult {
    const { done, most, waitSeconds, waiting } = progress;
    const max = waiting ? Math.max(1, this.#wait) : most;
    const value = waiting ? max - waitSeconds : done;
    return html`
      <progress aria-label=${waiting ? t.wait : t.progress} max=${max} .value=${value}></progress>
      ${waiting ? nothing : html`<p class="muted">${t.percent(done / most)}</p>`}
      ${this.outbox?.durable ? html`<p class="muted">${t.kept}</p>` : nothing}
      ${
        waiting
          ? nothing
          : html`<div class="actions">
              <button type="button" @click=${progress.waitInstead}>${t.waitInstead(waitSeconds)}</button>
            </div>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-proof': CnrProof;
  }
}
