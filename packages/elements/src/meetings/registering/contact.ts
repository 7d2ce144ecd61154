import type { RegistrationContact, RegistrationDetails } from '@cnr-widgets/contract';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { renderConfirmation } from '../../confirmation.js';
import { instead } from '../../instead.js';
import { fields } from '../../listing.styles.js';
import { Localize } from '../../localize.js';
import { CnrPart } from '../../part.js';
import { tokens } from '../../tokens.styles.js';
import { fr, type ContactMessages } from './contact.messages.fr.js';
import { renderErrors } from './errors-view.js';
import { registrationStyles } from './registration.styles.js';

type Field = 'email' | 'needs' | 'consent';

interface Fault {
  readonly field: Field;
  readonly sentence: string;
}

const MAX_NEEDS = 1000;

/**
 * An e-mail address and needs, left with a registration that was received. They go to the service at once or not at
 * all: nothing of them is ever stored on the device.
 *
 * @summary The optional address and needs of a registration, in `<cnr-registration>`.
 * @tagname cnr-contact
 */
export class CnrContact extends CnrPart {
  static override styles = [tokens, base, fields, registrationStyles];

  static override properties: PropertyDeclarations = {
    consultation: {},
    code: { attribute: false },
    left: { attribute: false },
    retentionDays: { attribute: false },
    email: { state: true },
    needs: { state: true },
    consent: { state: true },
    faults: { state: true },
    busy: { state: true },
    notice: { state: true },
    asking: { state: true },
  };

  consultation = '';

  /** The receipt code of the registration. */
  code = '';

  /** What was left before; neither is read back. */
  left: RegistrationDetails['contact'] = { email: false, needs: false };

  /** Days after the meeting after which it is erased. */
  retentionDays = 0;

  private email = '';

  private needs = '';

  private consent = false;

  private faults: readonly Fault[] = [];

  private busy = false;

  private notice: 'sent' | 'erased' | 'offline' | 'refused' | undefined;

  private asking = false;

  readonly #sentences = new Localize<ContactMessages>(this, 'contact', fr, {
    en: async () => (await import('./contact.messages.en.js')).en,
  });

  get #faults(): Fault[] {
    const { t } = this.#sentences;
    const email = this.email.trim();
    const needs = this.needs.trim();
    const over = needs.length - MAX_NEEDS;
    return [
      ...(email === '' && needs === '' ? [{ field: 'email' as const, sentence: t.faults.nothing }] : []),
      ...(email !== '' && !this.#isAddress ? [{ field: 'email' as const, sentence: t.faults.email }] : []),
      ...(over > 0 ? [{ field: 'needs' as const, sentence: t.faults.needs(over) }] : []),
      ...(this.consent ? [] : [{ field: 'consent' as const, sentence: t.faults.consent }]),
    ];
  }

  /** As the browser sees it, with a dot in the domain as the service asks. */
  get #isAddress(): boolean {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#email');
    return field?.validity.valid === true && /@[^@]+\.[^@.]+$/.test(this.email.trim());
  }

  readonly #onSend = async () => {
    if (this.busy) return;
    this.notice = undefined;
    this.faults = this.#faults;
    if (this.faults.length > 0) return this.focusOn('#errors');
    const email = this.email.trim();
    const needs = this.needs.trim();
    const contact: RegistrationContact = { ...(email && { email }), ...(needs && { needs }), consent: true };
    const sent = await this.#call(() =>
      this.activeBackend?.leaveContact(this.consultation, this.code, contact),
    );
    if (!sent) return;
    this.left = { email: email !== '', needs: needs !== '' };
    this.#clear('sent');
  };

  async #erase(): Promise<void> {
    this.asking = false;
    const erased = await this.#call(() => this.activeBackend?.eraseContact(this.consultation, this.code));
    if (!erased) return;
    this.left = { email: false, needs: false };
    this.#clear('erased');
  }

  /** What was typed stands in its fields until it is sent: nowhere else. */
  #clear(notice: 'sent' | 'erased'): void {
    this.email = this.needs = '';
    this.consent = false;
    this.notice = notice;
    this.focusOn('#notice');
  }

  async #call(act: () => Promise<void> | undefined): Promise<boolean> {
    this.busy = true;
    try {
      await act();
      return true;
    } catch (error) {
      const { status } = clientErrorOf(error, 'network');
      this.notice = status === undefined || status >= 500 || status === 429 ? 'offline' : 'refused';
      this.focusOn('#notice');
      return false;
    } finally {
      this.busy = false;
    }
  }

  #ask(asking: boolean): void {
    this.asking = asking;
    this.notice = undefined;
    this.focusOn(asking ? '#confirmation' : '#erase');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { notice } = this;
    const { t, ready } = this.#sentences;
    if (!ready) return nothing;
    const some = this.left.email || this.left.needs;
    const tone = notice === 'sent' || notice === 'erased' ? 'success' : 'error';
    return html`<details class="contact">
      <summary>${some ? t.summaryLeft : t.summary}</summary>
      <div class="stack">
        <div role="status" class="alert">
          ${notice ? html`<p class="note ${tone}" id="notice" tabindex="-1">${t.notices[notice]}</p>` : nothing}
        </div>
        ${some ? this.#renderLeft(t) : nothing} ${this.#renderForm(t, some)}
      </div>
    </details>`;
  }

  #renderLeft(t: ContactMessages): TemplateResult {
    if (this.asking) {
      return renderConfirmation({
        question: t.eraseSure,
        yes: t.eraseConfirm,
        no: t.cancel,
        onYes: () => void this.#erase(),
        onNo: () => this.#ask(false),
      });
    }
    return html`<p>${t.left(this.left.email, this.left.needs)}</p>
      <div class="actions">
        <button type="button" id="erase" @click=${() => this.#ask(true)}>${t.erase}</button>
      </div>`;
  }

  #renderForm(t: ContactMessages, some: boolean): TemplateResult {
    const { faults, busy } = this;
    const fault = (field: Field) => faults.find((one) => one.field === field);
    const shared = this.device === 'shared';
    return html`<form class="stack" novalidate @submit=${instead(() => void this.#onSend())}>
      <p class="small">${some ? t.replaces : t.intro} ${t.unconfirmed}</p>
      ${renderErrors(t.errors, faults, (field) => this.focusOn(`#${field}`))}
      <div class="line">
        <label for="email">${t.email}</label>
        <p class="muted small" id="email-hint">${t.emailHint}</p>
        ${this.#renderFault(fault('email'))}
        <input
          type="email"
          id="email"
          autocomplete=${shared ? 'off' : 'email'}
          aria-describedby="email-hint ${fault('email') ? 'email-fault' : ''}"
          aria-invalid=${fault('email') ? 'true' : nothing}
          .value=${this.email}
          @input=${(event: Event) => (this.email = (event.target as HTMLInputElement).value)}
        />
      </div>
      <div class="line">
        <label for="needs">${t.needs}</label>
        <p class="muted small" id="needs-hint">${t.needsHint}</p>
        ${this.#renderFault(fault('needs'))}
        <textarea
          id="needs"
          rows="3"
          autocomplete="off"
          aria-describedby="needs-hint ${fault('needs') ? 'needs-fault' : ''}"
          aria-invalid=${fault('needs') ? 'true' : nothing}
          .value=${this.needs}
          @input=${(event: Event) => (this.needs = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      <div class="line">
        ${this.#renderFault(fault('consent'))}
        <label class="choice">
          <input
            type="checkbox"
            id="consent"
            aria-describedby=${fault('consent') ? 'consent-fault' : nothing}
            aria-invalid=${fault('consent') ? 'true' : nothing}
            .checked=${this.consent}
            @change=${(event: Event) => (this.consent = (event.target as HTMLInputElement).checked)}
          />
          <span>${t.consent(this.retentionDays)}</span>
        </label>
      </div>
      <div class="actions">
        <button type="submit" aria-disabled=${busy ? 'true' : nothing}>${busy ? t.sending : t.send}</button>
      </div>
    </form>`;
  }

  #renderFault(fault: Fault | undefined): TemplateResult | typeof nothing {
    return fault ? html`<p class="fault" id="${fault.field}-fault">${fault.sentence}</p>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-contact': CnrContact;
  }
}
