import {
  registrationState,
  replacedBy,
  type Contribution,
  type ListedMeeting,
  type MeetingRules,
  type PublishedConsultation,
} from '@cnr-widgets/contract';
import type { OutboxEntry, Outcome } from '@cnr-widgets/client/outbox';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { facts, fields } from '../../listing.styles.js';
import { Localize } from '../../localize.js';
import { noticeStyles } from '../../notice.styles.js';
import { CnrPart } from '../../part.js';
import { renderProof, renderUnsaved } from '../../sending-view.js';
import { outboxOf } from '../../page-outbox.js';
import type { Site } from '../../site.js';
import { tokens } from '../../tokens.styles.js';
import { faultsOf, type Asked } from './typed.js';
import { renderForm } from './form.js';
import { fr, type RegistrationMessages } from './messages.fr.js';
import { OwnRegistration, type Gone } from './own-registration.js';
import { registrationStyles } from './registration.styles.js';
import { renderConfirmed, renderRefused, renderWaiting, type OutcomeView } from './outcome-view.js';
import { Writing } from './writing.js';

/**
 * Registers for a meeting, and shows what became of it for as long as this device holds it: confirmed with its place
 * and link, waiting, or refused; to correct and to withdraw.
 *
 * @summary The registration for a meeting, in `<cnr-meeting-map>`.
 * @tagname cnr-registration
 */
export class CnrRegistration extends CnrPart {
  static override styles = [tokens, base, facts, fields, noticeStyles, registrationStyles];

  static override properties: PropertyDeclarations = {
    published: { attribute: false },
    rules: { attribute: false },
    meeting: { attribute: false },
    code: { attribute: false },
    others: { attribute: false },
  };

  published: PublishedConsultation | undefined;

  rules: MeetingRules | undefined;

  meeting: ListedMeeting | undefined;

  /** A receipt code that was typed: its registration is shown, and this device keeps nothing of it. */
  code: string | undefined;

  /** Leads to other meetings near by. */
  others: (() => void) | undefined;

  readonly #sentences = new Localize<RegistrationMessages>(this, 'registration', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #writing = new Writing(this);
  readonly #own = new OwnRegistration(this, () => this.#writing.sending.busy);
  /** It was sent just now: its receipt stands open. */
  #fresh = false;
  /** What had the focus before this update. */
  #focused: Element | null = null;

  get #site(): Site | undefined {
    const { activeBackend: backend, published } = this;
    return backend && published && { backend, published };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    const { meeting } = this;
    const site = this.#site;
    if (!site || !meeting || !this.isConnected) return;
    if (changed.has('meeting') && changed.get('meeting')?.id !== meeting.id) this.#writing.begin(meeting);
    this.#own.follow(site, meeting, this.code);
  }

  /** What was pressed, and what one stood on, goes with the state: the focus goes to the one that came. */
  protected override updated(): void {
    if (this.#focused?.isConnected === false) this.renderRoot.querySelector<HTMLElement>('#step')?.focus();
    // The meeting around it offers the same.
    this.toggleAttribute('calendar', this.renderRoot.querySelector('.calendar') !== null);
    super.updated();
  }

  readonly #onWithdrawn = () => {
    this.#own.withdraw();
    this.focus();
  };

  readonly #onSend = async () => {
    const site = this.#site;
    const asked = this.#asked;
    if (!site || !asked || this.#writing.sending.busy) return;
    this.#own.said = undefined;
    if (await this.#writing.send(site, asked, this.#own.entry, this.#sentences.t)) this.#onConcluded();
    else this.focusOn('#errors');
  };

  readonly #onConclude = async (sent: Promise<Outcome>) => {
    if (this.#site) await this.#writing.sending.conclude(this.#site, () => sent);
    this.#onConcluded();
  };

  #onConcluded(): void {
    const { entry } = this.#writing.sending;
    if (entry) {
      this.#fresh = true;
      this.#writing.leave();
      this.#own.show(entry);
    }
    this.focusOn(entry ? '#step' : '#unsaved');
  }

  readonly #onCorrect = (contribution: Contribution, code: string) => {
    this.#writing.correct(contribution, code);
    this.#own.said = undefined;
    this.focus();
  };

  readonly #onReopen: OutcomeView['onReopen'] = (contribution, replaces, resend) => {
    this.#writing.reopen(contribution, replaces, resend);
    this.#own.said = undefined;
    this.focus();
  };

  readonly #onAnew = () => {
    if (this.meeting) this.#writing.begin(this.meeting);
    this.#own.leave();
    this.focus();
  };

  readonly #onCancel = () => {
    this.#writing.leave();
    this.focus();
  };

  readonly #onReadAgain = () => {
    this.#own.readAgain();
    this.focus();
  };

  /** What the form asks for, by what is known of the meeting now. */
  get #asked(): Asked | undefined {
    const meeting = this.#own.reading.meeting ?? this.meeting;
    const { rules } = this;
    return meeting && rules && { meeting, rules, held: this.#writing.correcting?.held };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#sentences;
    const { said, looked, entry } = this.#own;
    const site = this.#site;
    if (!site || !looked || !ready) return nothing;
    const shown = said === 'refused' && isCorrection(entry) ? t.refusedCorrection : said && t.said[said];
    return html`<div class="stack panel" @cnr-withdrawn=${this.#onWithdrawn}>
      <p role="status" class="visually-hidden">${shown}</p>
      ${this.#renderState(site, t)}
    </div>`;
  }

  #renderState(site: Site, t: RegistrationMessages): unknown {
    const { entry, code, gone, reading } = this.#own;
    const shown = entry !== undefined || code !== undefined;
    if (gone) return this.#renderGone(t, gone);
    if (shown && reading.read.state === 'withdrawn') return this.#renderGone(t, 'withdrawn');
    if (this.#writing.correcting || !shown) return this.#renderForm(site, t);
    const view = this.#outcomeView(site, t);
    if (!entry || entry.receipt) return renderConfirmed(view);
    return entry.state === 'refused' ? renderRefused(view, entry) : renderWaiting(view, entry);
  }

  #outcomeView(site: Site, t: RegistrationMessages): OutcomeView {
    const { entry, code, reading } = this.#own;
    return {
      t,
      site,
      locale: this.activeLocale,
      device: this.device,
      rules: this.rules,
      meeting: reading.meeting ?? this.meeting,
      outbox: outboxOf(this.device),
      receipt: entry?.receipt,
      kept: entry?.durable === true,
      code,
      correction: isCorrection(entry),
      reading,
      fresh: this.#fresh,
      replaces: this.#writing.replaced,
      step: (title) => this.renderStep(title),
      onCorrect: this.#onCorrect,
      onReopen: this.#onReopen,
      onConclude: this.#onConclude,
      onReadAgain: this.#onReadAgain,
      onAnother: this.#onAnew,
      others: this.others,
    };
  }

  #renderGone(t: RegistrationMessages, gone: Gone): TemplateResult {
    const { meeting } = this;
    const open = meeting && registrationState(meeting, new Date()) === 'open';
    return html`
      <div class="note success">${this.renderStep(t.gone[gone])}</div>
      ${
        open && gone !== 'receiptErased'
          ? html`<div class="actions">
              <button type="button" @click=${this.#onAnew}>${t.again}</button>
            </div>`
          : nothing
      }
    `;
  }

  #renderForm({ published }: Site, t: RegistrationMessages): unknown {
    const { typed, checked, correcting, sending } = this.#writing;
    const asked = this.#asked;
    if (!typed || !asked) return nothing;
    const { busy, unsaved } = sending;
    return html`
      ${this.renderStep(correcting ? t.correctTitle : t.title)} ${renderUnsaved(unsaved, t.unsaved)}
      ${renderForm({
        ...asked,
        t,
        published,
        typed,
        faults: checked ? faultsOf(asked, checked, t) : [],
        correcting: correcting !== undefined,
        shared: this.device === 'shared',
        busy,
        onChange: this.#writing.change,
        onSend: () => void this.#onSend(),
        onFault: (field) => this.focusOn(field === 'attendance' ? '#attendance input' : `#${field}`),
        onCancel: correcting && this.#onCancel,
      })}
      ${busy ? renderProof(this) : nothing}
    `;
  }
}

/** It was to replace a registration that was received. */
function isCorrection(entry: OutboxEntry | undefined): boolean {
  return entry?.contribution != null && replacedBy(entry.contribution) !== undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-registration': CnrRegistration;
  }
}
