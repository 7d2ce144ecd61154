import { isSubject } from '@cnr-widgets/contract';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { CnrElement, textOf } from '../element.js';
import { Localize } from '../localize.js';
import { tokens } from '../tokens.styles.js';
import { Visibility } from '../visibility.js';
import { visuallyHidden } from '../visually-hidden.styles.js';
import { fr, type SupportMessages } from './messages.fr.js';
import { supportStyles } from './support.styles.js';
import { Supporting } from './supporting.js';
import { closedWords, outcomeWords } from './words.js';

/** From here on a count is shortened where it is seen; its whole stands in the button's name. */
const SHORTENED = 10_000;

const ARROW = 'M12 20V5M5 12l7-7 7 7';
const TICK = 'M4 12.5l5.5 5.5L20 7';

/**
 * A button to support a proposal, and to take the support back; it works offline. One anywhere on a page is enough:
 * it needs no list around it.
 *
 * @summary The support button: how many support a proposal, and one press to be among them.
 * @tagname cnr-support
 *
 * @event {CnrSupportedEvent} cnr-supported - The button was pressed, and this became of it.
 * @event {CnrErrorEvent} cnr-error - The count cannot be shown, or the button cannot.
 *
 * @slot - A link to the proposal: it stands here until the script runs, and when the button cannot be shown.
 *
 * @csspart button - The button.
 * @csspart count - The number in it.
 *
 * @cssproperty [--cnr-color-action=#1b4f9c] - The button.
 * @cssproperty [--cnr-color-on-action=#ffffff] - Text on the pressed button.
 * @cssproperty [--cnr-color-action-hover=color-mix(in srgb, --cnr-color-action 80%, --cnr-color-text)] - The pressed button under the mouse.
 * @cssproperty [--cnr-focus-width=2px] - Width of the focus ring.
 * @cssproperty [--cnr-radius=0.375em] - Corners.
 */
export class CnrSupport extends CnrElement {
  static override styles = [tokens, visuallyHidden, supportStyles];

  static override properties: PropertyDeclarations = {
    consultation: {},
    subject: {},
    label: {},
    variant: { reflect: true },
    knownCount: { attribute: false },
    knownOn: { attribute: false },
  };

  /** Id of the consultation. */
  consultation = '';

  /** What is supported: `proposal:` and its id, a UUID. */
  subject = '';

  /** What is supported, in the host's own words. Default: its title. */
  label: string | undefined;

  /** `button`, or `compact` where there is room for icon and count alone. */
  variant: 'button' | 'compact' = 'button';

  /** How many support it, where the host has read that already (a list): shown until the backend tells. */
  knownCount: number | undefined;

  /**
   * Whether it is pressed, in a list of what this device did: shown until the backend tells. Where it is given the count
   * is asked for by itself: one call for all of them would tell what one person supports.
   */
  knownOn: boolean | undefined;

  readonly #sentences = new Localize<SupportMessages>(this, 'support', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #visibility = new Visibility(this);
  /** Of the subject that is shown. */
  #supporting = new Supporting(this, '', '');
  /** The last words on what a press led to, and the same with the count that was true then. */
  #outcome = '';
  #announced = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#supporting.stop();
  }

  protected override willUpdate(): void {
    const backend = this.activeBackend;
    const consultation = textOf(this.consultation);
    const subject = textOf(this.subject).toLowerCase();
    if (!this.#supporting.isOf(consultation, subject, backend)) {
      this.#supporting.stop();
      this.#supporting = new Supporting(this, consultation, subject);
    }
    const supporting = this.#supporting;
    supporting.label = this.label;
    if (!this.#visibility.reached) return;
    // What is no subject is refused with all that is asked for in the same call: it must not come so far.
    const sound = isSubject(subject);
    const known = backend ?? this.awaitsProvider;
    const fault = consultation === '' ? 'no-consultation' : !sound ? 'no-subject' : known ? '' : 'no-backend';
    if (fault) supporting.fail(fault);
    else if (backend) supporting.show(backend);
    this.#announce();
  }

  /** What is announced is put together once for each outcome: a count that changes later is not said again. */
  #announce(): void {
    const { acted, count } = this.#supporting;
    const { t } = this.#sentences;
    const outcome = acted ? this.#outcomeWords : '';
    if (outcome === this.#outcome) return;
    this.#outcome = outcome;
    const counted = outcome === t.received || outcome === t.receivedOff;
    this.#announced = counted && count !== undefined ? `${outcome} ${t.supports(count)}.` : outcome;
  }

  get #outcomeWords(): string {
    const { mine, end, acted } = this.#supporting;
    return outcomeWords(this.#sentences.t, this.activeLocale, { ...mine, end, acted });
  }

  protected override render(): TemplateResult {
    const { failure, mine, end } = this.#supporting;
    const { t } = this.#sentences;
    const broken = failure === undefined ? undefined : brokenWords(t, failure);
    const closed = this.#closed;
    const button = closed === undefined ? this.#renderButton() : this.#renderClosed();
    const wrong = broken ?? (end === 'unsaved' || mine.state === 'refused' || mine.state === 'unsaved');
    return html`
      <div class="row">
        ${broken === undefined && this.#sentences.ready ? [button, this.#renderData()] : nothing}
        <div class="words ${wrong ? 'error' : ''}">
          <p role="status">${this.#announced}</p>
          <p id="hint">${broken ?? this.#hint}</p>
        </div>
      </div>
      ${failure === undefined ? nothing : html`<slot></slot>`}
    `;
  }

  /** Where it stands alone: within our other elements they tell, and in a list of compact ones the host's page does. */
  #renderData(): TemplateResult | typeof nothing {
    const descriptor = this.activeBackend?.descriptor;
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    const alone = this.variant !== 'compact' && !host?.localName.startsWith('cnr-');
    return alone && descriptor?.adapter === 'http'
      ? html`<a href="${descriptor.url}/c/${this.consultation.trim()}/donnees">${this.#sentences.t.data}</a>`
      : nothing;
  }

  /** Why it cannot be pressed, where its count stands all the same. */
  get #closed(): string | undefined {
    const { counts, told } = this.#supporting;
    return counts && told && closedWords(this.#sentences.t, counts.phase, told.open);
  }

  /** What is to be known before the button is pressed. */
  get #hint(): string {
    const { acted, counts, failure, left, on } = this.#supporting;
    const { t } = this.#sentences;
    const closed = this.#closed;
    if (closed !== undefined) return on ? `${t.supported} ${closed}` : closed;
    if (!counts) return failure === undefined || acted ? '' : t.unknown;
    const limit = left === undefined ? '' : left === 0 ? t.noneLeft : t.left(left);
    return [acted ? '' : this.#outcomeWords, limit === this.#announced ? '' : limit].join(' ').trim();
  }

  get #on(): boolean {
    const { on, acted, counts } = this.#supporting;
    return on || (this.knownOn === true && !acted && !counts);
  }

  #renderButton(): TemplateResult {
    const supporting = this.#supporting;
    const { title } = supporting;
    const on = this.#on;
    const { t } = this.#sentences;
    return html`
      <button
        type="button"
        part="button"
        aria-pressed=${on}
        aria-describedby="hint"
        @click=${() => supporting.press(!this.#on)}
      >
        ${renderIcon(on)}
        <span class=${this.variant === 'compact' ? 'visually-hidden' : ''}>${t.support}</span
        ><span class="visually-hidden">${title && t.named(title)},</span> ${this.#renderCount()}
      </button>
    `;
  }

  /** What stands in the button's place when it could only be pressed in vain. */
  #renderClosed(): TemplateResult {
    return html`<p class="closed">${renderIcon(this.#supporting.on)} ${this.#renderCount()}</p>`;
  }

  #renderCount(): TemplateResult {
    const count = this.#supporting.count ?? this.knownCount;
    const { t } = this.#sentences;
    if (count === undefined) return html`<span class="count" aria-hidden="true">…</span>`;
    const notation = count < SHORTENED ? 'standard' : 'compact';
    const seen = new Intl.NumberFormat(this.activeLocale, { notation }).format(count);
    return html`<span class="count" part="count" aria-hidden="true">${seen}</span
      ><span class="visually-hidden">${t.supports(count)}</span>`;
  }
}

function renderIcon(on: boolean): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${on ? TICK : ARROW}></path></svg>`;
}

/** Why there is no button; undefined where pressing it again may help. */
function brokenWords(t: SupportMessages, code: string): string | undefined {
  if (code === 'unknown-subject') return t.gone;
  // `no-…`, `not-…`, `unknown-…`, `origin-…`, `invalid-…`: not `network`, `unavailable` or `internal`, which pass.
  return /^(no|unk|or|inv)/.test(code) ? t.notInstalled(code) : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-support': CnrSupport;
  }
}
