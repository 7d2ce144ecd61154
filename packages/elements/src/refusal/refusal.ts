import { correctAndResend, resendUnderNewId } from '@cnr-widgets/client/manage';
import type { Correction, Outbox, OutboxEntry, Outcome } from '@cnr-widgets/client/outbox';
import { replacedBy, type Contribution } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult, type PropertyDeclarations } from 'lit';
import { base } from '../base.styles.js';
import { CnrElement } from '../element.js';
import { Localize } from '../localize.js';
import { tokens } from '../tokens.styles.js';
import { fr, type RefusalMessages } from './messages.fr.js';

/**
 * Why an answer was refused, and what can be done about it. Its own element because most citizens never need it: it
 * is loaded behind the questionnaire.
 *
 * @summary Why the backend refused an answer, in words that say what to do, and the ways to send it again.
 * @tagname cnr-refusal
 */
export class CnrRefusal extends CnrElement {
  static override styles = [tokens, base];

  static override properties: PropertyDeclarations = {
    entry: { attribute: false },
    outbox: { attribute: false },
    correct: { attribute: false },
    conclude: { attribute: false },
    words: { attribute: false },
  };

  /** What was refused. */
  entry: OutboxEntry | undefined;

  /** Where it waits. */
  outbox: Outbox | undefined;

  /** Opens it for another look; `resend` then sends it. */
  correct:
    | ((
        contribution: Contribution,
        replaces: string | undefined,
        resend: (answer: Correction) => Promise<Outcome>,
      ) => unknown)
    | undefined;

  /** Shows what becomes of it. */
  conclude: ((sending: Promise<Outcome>) => unknown) | undefined;

  /** Sentences for what is no answer. */
  words: Partial<RefusalMessages> | undefined;

  readonly #sentences = new Localize<RefusalMessages>(this, 'refusal', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });

  protected override render(): TemplateResult | typeof nothing {
    const { entry, outbox } = this;
    const t = { ...this.#sentences.t, ...this.words };
    if (!entry || !outbox) return nothing;
    const { id, contribution, lastError } = entry;
    const code = lastError?.code ?? '';
    const onReopen = () => {
      if (!contribution) return;
      this.correct?.(contribution, replacedBy(contribution), (answer) =>
        correctAndResend(outbox, id, answer),
      );
    };
    return html`
      <div class="stack">
        <div class="note error">
          <p>${t.reasons[code] ?? t.other(code)}</p>
          <p>${t.kept}</p>
        </div>
        <div class="actions">
          ${
            this.correct
              ? html`<button type="button" class="primary" @click=${onReopen}>${t.reopen}</button>`
              : nothing
          }
          <button type="button" @click=${() => this.conclude?.(resendUnderNewId(outbox, id))}>
            ${t.resendNew}
          </button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-refusal': CnrRefusal;
  }
}
