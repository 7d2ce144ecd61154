import { MAX_COMMENT, MAX_NAME, type CommentPayload, type ProposalSummary } from '@cnr-widgets/contract';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { CnrDepositedEvent } from '../../events.js';
import { Localize } from '../../localize.js';
import { tokens } from '../../tokens.styles.js';
import { instead } from '../../instead.js';
import type { Correcting } from '../forum.js';
import { ForumPart } from '../forum-part.js';
import { facts, fields } from '../../listing.styles.js';
import { Sending } from '../../sending.js';
import { renderProof, renderUnsaved } from '../../sending-view.js';
import { renderSent } from '../sending-view.js';
import { commentsStyles } from './comments.styles.js';
import { fr, type CommentsMessages } from './messages.fr.js';

/**
 * Writes a comment, or corrects one.
 *
 * @summary The form for a comment, in `<cnr-proposals>`.
 * @tagname cnr-comment
 */
export class CnrComment extends ForumPart {
  static override styles = [tokens, base, facts, fields, commentsStyles];

  static override properties: PropertyDeclarations = {
    about: { attribute: false },
    correcting: { attribute: false },
    text: { state: true },
    name: { state: true },
    fault: { state: true },
  };

  /** What it is about. */
  about: Pick<ProposalSummary, 'id' | 'title'> | undefined;

  /** What is to be corrected; default: a new one. */
  correcting: Correcting<CommentPayload> | undefined;

  private text = '';

  private name = '';

  /** As it was when the citizen last wanted to send: an alert that changed with every key would be read each time. */
  private fault: string | undefined;

  readonly #sentences = new Localize<CommentsMessages>(this, 'comments', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #sending = new Sending(this, (id, state) => new CnrDepositedEvent(id, 'comment', state));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('correcting') || !this.correcting) return;
    const { text, name = '' } = this.correcting.payload;
    Object.assign(this, { text, name });
    this.#sending.clear();
  }

  #faultNow(): string | undefined {
    const { t } = this.#sentences;
    const { length } = this.text.trim();
    return length === 0 ? t.missing : length > MAX_COMMENT ? t.tooLong(length - MAX_COMMENT) : undefined;
  }

  readonly #onSend = async () => {
    const { forum, about, correcting } = this;
    if (!forum || this.#sending.busy) return;
    this.fault = this.#faultNow();
    if (this.fault !== undefined) {
      this.focusOn('#text');
      return;
    }
    const name = this.name.trim();
    const written = { text: this.text.trim(), ...(name && { name }) };
    if (correcting) {
      const { pseudonym, subject } = correcting.payload;
      await this.#sending.conclude(forum, () => correcting.send({ ...written, pseudonym, subject }));
    } else if (about) {
      const subject = `proposal:${about.id}`;
      const payload = { ...written, subject };
      await this.#sending.submit(forum, { kind: 'comment', payload }, { subject, title: about.title });
    }
    this.focusOn(this.#sending.unsaved ? '#unsaved' : '#done');
  };

  readonly #onAnother = () => {
    this.correcting = undefined;
    this.text = '';
    this.fault = undefined;
    this.#sending.clear();
    this.focusOn('#text');
  };

  readonly #onReopen = (correcting: Correcting) => {
    // The kind says which payload it is, which the general type does not.
    if (correcting.kind === 'comment') this.correcting = correcting as Correcting<CommentPayload>;
    this.focusOn('#text');
  };

  protected override render(): TemplateResult | typeof nothing {
    const { forum } = this;
    const { t, ready } = this.#sentences;
    const { entry, busy, unsaved } = this.#sending;
    if (!forum || !ready) return nothing;
    if (entry) {
      return html`<div class="stack">
        ${renderSent(this, entry, this.correcting, this.#onReopen)}
        ${
          this.about
            ? html`<p><button type="button" class="quiet" @click=${this.#onAnother}>${t.another}</button></p>`
            : nothing
        }
      </div>`;
    }
    const { fault } = this;
    return html`<form class="stack" novalidate @submit=${instead(() => void this.#onSend())}>
      ${this.renderStep(this.correcting ? t.correctTitle : t.title)} ${renderUnsaved(unsaved, t.unsaved)}
      <div class="line">
        <label for="text">${t.label}</label>
        <p class="muted small" id="hint">
          ${`${t.hint} ${forum.rules.moderation === 'before' ? t.before : t.after}`}
        </p>
        <p role="alert" class=${fault ? 'fault' : 'alert'} id="fault">${fault}</p>
        <textarea
          id="text"
          rows="4"
          aria-describedby="hint fault left"
          aria-invalid=${fault ? 'true' : nothing}
          .value=${this.text}
          @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <p class="small ${this.text.length > MAX_COMMENT ? 'fault' : 'muted'}" id="left">
          ${t.left(MAX_COMMENT - this.text.length)}
        </p>
      </div>
      <div class="line">
        <label for="name">${t.name}</label>
        <input
          type="text"
          id="name"
          maxlength=${MAX_NAME}
          autocomplete=${this.device === 'shared' ? 'off' : 'nickname'}
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
        />
      </div>
      <div class="actions">
        <button type="submit" class="primary" aria-disabled=${busy ? 'true' : nothing}>
          ${busy ? t.sending : t.send}
        </button>
      </div>
      ${busy ? renderProof(this) : nothing}
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-comment': CnrComment;
  }
}
