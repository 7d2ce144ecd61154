import { MAX_REPORT, REPORT_REASONS, type ReportReason } from '@cnr-widgets/contract';
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { CnrDepositedEvent } from '../../events.js';
import { Localize } from '../../localize.js';
import { tokens } from '../../tokens.styles.js';
import { instead } from '../../instead.js';
import { ForumPart } from '../forum-part.js';
import { fields } from '../../listing.styles.js';
import { Sending } from '../../sending.js';
import { renderProof, renderUnsaved } from '../../sending-view.js';
import { renderSent } from '../sending-view.js';
import { fr, type ReportMessages } from './messages.fr.js';

/**
 * Tells the moderators of something that should not stand.
 *
 * @summary The form to report a proposal or a comment, in `<cnr-proposals>`.
 * @tagname cnr-report
 */
export class CnrReport extends ForumPart {
  static override styles = [
    tokens,
    base,
    fields,
    css`
      fieldset {
        display: grid;
        gap: 0.25em;
      }

      legend {
        margin-block-end: 0.5em;
        font-weight: 600;
      }

      .reason {
        display: flex;
        gap: 0.75em;
        align-items: center;
        min-block-size: 2.75em;
        font-weight: 400;
      }

      input[type='radio'] {
        flex: none;
        inline-size: 1.375em;
        block-size: 1.375em;
        margin: 0;
        accent-color: var(--_action);
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    subject: {},
    label: {},
    reason: { state: true },
    text: { state: true },
    missing: { state: true },
  };

  /** What is reported: `proposal:<uuid>` or `comment:<uuid>`. */
  subject = '';

  /** What is reported, in words: for the citizen's own list. */
  label = '';

  private reason: ReportReason | undefined;

  private text = '';

  private missing = false;

  readonly #sentences = new Localize<ReportMessages>(this, 'report', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #sending = new Sending(this, (id, state) => new CnrDepositedEvent(id, 'report', state));

  readonly #onSend = async () => {
    const { forum, reason, subject } = this;
    if (!forum) return;
    const text = this.text.trim();
    this.missing = reason === undefined;
    if (reason === undefined) this.focusOn('input');
    else if (text.length > MAX_REPORT) this.focusOn('#text');
    else {
      const payload = { subject, reason, ...(text && { text }) };
      await this.#sending.submit(forum, { kind: 'report', payload }, { subject, title: this.label });
      this.focusOn(this.#sending.unsaved ? '#unsaved' : '#done');
    }
  };

  protected override render(): TemplateResult | typeof nothing {
    const { forum, missing } = this;
    const { t, ready } = this.#sentences;
    const { entry, busy, unsaved } = this.#sending;
    if (!forum || !ready) return nothing;
    if (entry) return renderSent(this, entry);
    const over = this.text.trim().length > MAX_REPORT;
    return html`<form class="stack" novalidate @submit=${instead(() => void this.#onSend())}>
      ${renderUnsaved(unsaved, t.unsaved)}
      <fieldset aria-describedby="fault">
        <legend>${t.legend}</legend>
        <p role="alert" class=${missing ? 'fault' : 'alert'} id="fault">${missing ? t.missing : nothing}</p>
        ${REPORT_REASONS.map(
          (reason) => html`
            <label class="reason">
              <input
                type="radio"
                name="reason"
                .checked=${this.reason === reason}
                aria-invalid=${missing ? 'true' : nothing}
                @change=${() => {
                  this.reason = reason;
                  this.missing = false;
                }}
              />
              <span>${t.reasons[reason]}</span>
            </label>
          `,
        )}
      </fieldset>
      <div class="line">
        <label for="text">${t.more}</label>
        <textarea
          id="text"
          rows="3"
          aria-describedby="left"
          aria-invalid=${over ? 'true' : nothing}
          .value=${this.text}
          @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <p class="small ${over ? 'fault' : 'muted'}" id="left">${t.left(MAX_REPORT - this.text.length)}</p>
      </div>
      <div class="actions">
        <button type="submit" aria-disabled=${busy ? 'true' : nothing}>${busy ? t.sending : t.send}</button>
      </div>
      ${busy ? renderProof(this) : nothing}
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-report': CnrReport;
  }
}
