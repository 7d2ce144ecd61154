import { eraseDraft, loadDraft, saveDraft, sweepDrafts, type Draft } from '@cnr-widgets/client/drafts';
import type { Place } from '@cnr-widgets/client/place';
import { css, html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations } from 'lit';
import { base } from '../base.styles.js';
import { renderConfirmation } from '../confirmation.js';
import { CnrElement } from '../element.js';
import { formatDateTime, readersZone } from '../format.js';
import { Localize } from '../localize.js';
import { tokens } from '../tokens.styles.js';
import { fr, type DraftMessages } from './messages.fr.js';

type Notice = 'erased' | 'eraseFailed' | 'saved' | 'unsaved';

/**
 * The choice to keep an unfinished answer on the device, and the way back to one that was kept. Nothing is written
 * before the citizen asks for it.
 *
 * @summary "Garder mon brouillon sur cet appareil", and a draft that is there.
 * @tagname cnr-draft
 *
 * @slot - How to begin; with `restart`, a draft that is there takes its place.
 */
export class CnrDraft extends CnrElement {
  static override styles = [
    tokens,
    base,
    css`
      label {
        display: flex;
        gap: 0.75em;
        align-items: start;
        cursor: pointer;
      }

      input {
        flex: none;
        inline-size: 1.375em;
        block-size: 1.375em;
        margin: 0;
        font: inherit;
        accent-color: var(--_action);
      }

      #hint {
        margin-inline-start: calc(2.125em / 0.875);
      }

      p:not(:empty) + slot::slotted(*) {
        margin-block-start: var(--_space);
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    place: { attribute: false },
    content: { attribute: false },
    keeping: { attribute: false },
    keep: { attribute: false },
    resume: { attribute: false },
    restart: { attribute: false },
    asking: { state: true },
    draft: { state: true },
    notice: { state: true },
  };

  place: Place | undefined;

  /** What to keep; while it is given the choice is shown, without it the draft that is there. */
  content: Omit<Draft, 'savedAt'> | undefined;

  /** The citizen asked for it. */
  keeping = false;

  /** Told of the citizen's choice. */
  keep: ((keeping: boolean) => void) | undefined;

  /** Takes the draft that is there. */
  resume: ((draft: Draft) => void) | undefined;

  /** Begins anew beside the draft that is there: it stays until another one is kept. */
  restart: (() => void) | undefined;

  /** Told when the citizen erased the draft that was there: the buttons, and the focus on them, went with it. */
  erased: (() => void) | undefined;

  /** What asks to be confirmed: the draft that is there would be lost. */
  private asking: 'erase' | 'replace' | undefined;

  private draft: Draft | undefined;

  private notice: Notice | undefined;

  readonly #sentences = new Localize<DraftMessages>(this, 'draft', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });

  protected override updated(changed: PropertyValues<this>): void {
    if (this.content === undefined) {
      if (changed.has('place')) void this.#look();
    } else if (this.keeping && (changed.has('content') || changed.has('keeping'))) void this.#save();
  }

  async #look(): Promise<void> {
    if (this.place === undefined) return;
    try {
      await sweepDrafts();
      this.draft = await loadDraft(this.place);
    } catch {
      // A store that cannot be read holds no draft that could be resumed.
      this.draft = undefined;
    }
  }

  async #save(): Promise<void> {
    const { place, content } = this;
    if (place === undefined || content === undefined) return;
    try {
      await saveDraft(place, content);
      this.notice = 'saved';
    } catch {
      // Quota, private mode, a blocked store: the citizen is told, and the answers are still on the screen.
      this.notice = 'unsaved';
      this.keep?.(false);
    }
  }

  async #erase(): Promise<void> {
    if (this.place === undefined) return;
    this.asking = undefined;
    try {
      await eraseDraft(this.place);
      this.draft = undefined;
      this.notice = 'erased';
      this.erased?.();
    } catch {
      // The store said no: the draft is still there, and the sentence says so.
      this.notice = 'eraseFailed';
      this.#focus('#erase');
    }
  }

  /** Opens or closes what is asked before a draft is lost; the focus goes to it, or back to where it came from. */
  #ask(what: 'erase' | 'replace' | undefined): void {
    const before = this.asking;
    this.asking = what;
    this.notice = undefined;
    this.#focus(what === undefined ? `#${before}` : '#confirmation');
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  readonly #onKeep = async (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    this.notice = undefined;
    if (!checked) {
      // What was kept stands on the screen: nothing is lost.
      this.keep?.(false);
      return this.#erase();
    }
    await this.#look();
    if (this.draft === undefined) this.keep?.(true);
    else this.#ask('replace');
  };

  protected override render(): TemplateResult | typeof nothing {
    const { notice } = this;
    const { t, ready } = this.#sentences;
    if (!ready || this.device === 'shared') return html`<slot></slot>`;
    const found = this.content === undefined;
    return html`
      ${found ? this.#renderDraft() : this.#renderChoice()}
      <p role="status" class="muted small">${notice === undefined ? nothing : t[notice]}</p>
      ${found && (this.draft === undefined || this.restart === undefined) ? html`<slot></slot>` : nothing}
    `;
  }

  #date({ savedAt }: Draft): string {
    return formatDateTime(savedAt, this.activeLocale, readersZone());
  }

  #renderChoice(): TemplateResult {
    const { draft } = this;
    const { t } = this.#sentences;
    if (this.asking !== undefined && draft !== undefined) {
      return renderConfirmation({
        question: t.replaceSure(this.#date(draft)),
        yes: t.replaceConfirm,
        no: t.cancel,
        onYes: () => {
          this.#ask(undefined);
          this.keep?.(true);
        },
        onNo: () => this.#ask(undefined),
      });
    }
    return html`
      <label>
        <input
          type="checkbox"
          id="replace"
          .checked=${this.keeping}
          aria-describedby="hint"
          @change=${this.#onKeep}
        />
        <span>${t.keep}</span>
      </label>
      <p class="muted small" id="hint">${t.keepHint}</p>
    `;
  }

  #renderDraft(): TemplateResult | typeof nothing {
    const { draft } = this;
    const { t } = this.#sentences;
    if (draft === undefined) return nothing;
    if (this.asking !== undefined) {
      return renderConfirmation({
        question: t.eraseSure,
        yes: t.eraseConfirm,
        no: t.cancel,
        onYes: () => void this.#erase(),
        onNo: () => this.#ask(undefined),
      });
    }
    return html`
      <div class="note">
        <p>${t.found(this.#date(draft))}</p>
        <div class="actions">
          <button type="button" class="primary" @click=${() => this.resume?.(draft)}>${t.resume}</button>
          ${this.restart ? html`<button type="button" @click=${this.restart}>${t.restart}</button>` : nothing}
          <button type="button" class="quiet" id="erase" @click=${() => this.#ask('erase')}>
            ${t.erase}
          </button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-draft': CnrDraft;
  }
}
