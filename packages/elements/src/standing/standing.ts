import type { PublishedConsultation } from '@cnr-widgets/contract';
import { css, html, nothing, type TemplateResult, type PropertyDeclarations } from 'lit';
import { base } from '../base.styles.js';
import type { OnDevice } from '../consultation/device.js';
import { CnrElement } from '../element.js';
import { formatDateTime, formatDay } from '../format.js';
import { Localize } from '../localize.js';
import { tokens } from '../tokens.styles.js';
import { fr, type StandingMessages } from './messages.fr.js';

/**
 * What a card says in place of "Participer": what this device holds of the consultation, or what its phase means for
 * the citizen. Its own element because the plain invitation, which most cards show, needs none of it.
 *
 * @summary Where a consultation stands, and where this device stands with it.
 * @tagname cnr-standing
 *
 * @csspart action - The button or link that leads on.
 */
export class CnrStanding extends CnrElement {
  static override styles = [
    tokens,
    base,
    css`
      .actions > p {
        display: -webkit-box;
        flex: 1 1 16em;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 6;
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    published: { attribute: false },
    onDevice: { attribute: false },
    open: { attribute: false },
  };

  published: PublishedConsultation | undefined;

  onDevice: OnDevice = {};

  /** Opens the questionnaire in the card. */
  open: (() => void) | undefined;

  readonly #sentences = new Localize<StandingMessages>(this, 'standing', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });

  protected override render(): TemplateResult | typeof nothing {
    const { published } = this;
    if (published === undefined || !this.#sentences.ready) return nothing;
    return html`<div class="actions">${this.#renderDevice(published) ?? this.#renderPhase(published)}</div>`;
  }

  #renderDevice({ consultation, phase }: PublishedConsultation): TemplateResult | undefined {
    const { entry, hasDraft } = this.onDevice;
    const { t } = this.#sentences;
    const tell = (kind: string, sentence: string, action: string) => html`
      <p class="note ${kind}">${sentence}</p>
      <button type="button" class="primary" part="action" @click=${this.open}>${action}</button>
    `;
    if (entry?.receipt !== undefined) {
      const date = formatDay(entry.receipt.receivedAt, this.activeLocale, consultation.timeZone);
      return tell('success', t.answered(date), t.answeredOpen);
    }
    if (entry !== undefined) {
      return entry.state === 'refused'
        ? tell('error', t.refused, t.refusedOpen)
        : tell('warning', t.waiting, t.waitingOpen);
    }
    return hasDraft === true && phase === 'open' ? tell('warning', t.draft, t.draftOpen) : undefined;
  }

  #renderPhase({ consultation, phase }: PublishedConsultation): TemplateResult | typeof nothing {
    const { t } = this.#sentences;
    const { activeLocale: locale } = this;
    const { timeZone, opensAt, closesAt } = consultation;
    switch (phase) {
      case 'upcoming':
        return html`<p>${t.opensOn(formatDateTime(opensAt, locale, timeZone))}</p>`;
      case 'analysis':
        return html`<p>${t.closedOn(formatDay(closesAt, locale, timeZone))}</p>
          <button type="button" class="quiet" @click=${this.open}>${t.haveCode}</button>`;
      case 'results':
        return this.#renderOut(consultation, t.results, t.resultsLink);
      case 'followed-up':
        return this.#renderOut(
          consultation,
          this.#latestStep(consultation) ?? t.followedUp,
          t.followedUpLink,
        );
      case 'open':
        return nothing;
    }
  }

  #renderOut(
    { id, resultsUrl }: PublishedConsultation['consultation'],
    sentence: string,
    label: string,
  ): TemplateResult {
    const descriptor = this.activeBackend?.descriptor;
    const href = resultsUrl ?? (descriptor?.adapter === 'http' ? `${descriptor.url}/c/${id}` : undefined);
    return html`
      <p>${sentence}</p>
      ${
        href === undefined
          ? nothing
          : html`<a class="button primary" part="action" href=${href} rel="noopener">${label}</a>`
      }
    `;
  }

  #latestStep({ followUp }: PublishedConsultation['consultation']): string | undefined {
    const today = new Date().toISOString().slice(0, 10);
    const step = followUp
      .filter(({ date }) => date <= today)
      .sort((a, b) => a.date.localeCompare(b.date))
      .at(-1);
    if (step === undefined) return undefined;
    return this.#sentences.t.latestStep(formatDay(step.date, this.activeLocale, 'UTC'), step.title);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-standing': CnrStanding;
  }
}
