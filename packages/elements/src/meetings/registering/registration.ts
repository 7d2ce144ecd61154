import {
  registrationState,
  replacedBy,
  type Contribution,
  type ListedMeeting,
  type MeetingRules,
  type PublishedConsultation,
  type RegistrationPayload,
} from '@cnr-widgets/contract';
import { correctAndResend } from '@cnr-widgets/client/manage';
import type { Correction, Outbox, OutboxChange, OutboxEntry, Outcome } from '@cnr-widgets/client/outbox';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { CnrRegisteredEvent } from '../../events.js';
import { facts, fields } from '../../listing.styles.js';
import { Localize } from '../../localize.js';
import { noticeStyles } from '../../notice.styles.js';
import { CnrPart } from '../../part.js';
import { renderProof, renderUnsaved } from '../../sending-view.js';
import { outboxOf, Sending } from '../../sending.js';
import { placeOf, type Site } from '../../site.js';
import { tokens } from '../../tokens.styles.js';
import { emptyDraft, faultsOf, payloadOf, type Asked, type Draft } from './draft.js';
import { renderForm } from './form.js';
import { eraseReceipts, holdingOf, subjectOf } from './holding.js';
import { fr, type RegistrationMessages } from './messages.fr.js';
import { Reading } from './reading.js';
import { registrationStyles } from './registration.styles.js';
import { renderConfirmed, renderRefused, renderWaiting, type OutcomeView } from './outcome-view.js';

/** A registration that is open for another look. */
interface Correcting {
  readonly pseudonym: string;
  /** The places that it has; as many as there are where that is not known. */
  readonly held: Asked['held'];
  readonly send: (payload: RegistrationPayload) => Promise<Outcome> | undefined;
  /** The code of what is replaced, where this device does not hold it. */
  readonly replaces?: string | undefined;
}

type Gone = 'withdrawn' | 'erased' | 'receiptErased';

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
    draft: { state: true },
    checked: { state: true },
    entry: { state: true },
    gone: { state: true },
    correcting: { state: true },
    said: { state: true },
    looked: { state: true },
  };

  published: PublishedConsultation | undefined;

  rules: MeetingRules | undefined;

  meeting: ListedMeeting | undefined;

  /** A receipt code that was typed: its registration is shown, and this device keeps nothing of it. */
  code: string | undefined;

  /** Leads to other meetings near by. */
  others: (() => void) | undefined;

  private draft: Draft | undefined;

  /** What the citizen last wanted to send: faults that changed with every key would be read out each time. */
  private checked: Draft | undefined;

  private entry: OutboxEntry | undefined;

  private gone: Gone | undefined;

  private correcting: Correcting | undefined;

  /** Said to who does not look: what became of it without being asked. */
  private said: string | undefined;

  /** What this device holds of the meeting is known. */
  private looked = false;

  readonly #sentences = new Localize<RegistrationMessages>(this, 'registration', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #sending = new Sending(
    this,
    (id, state) => new CnrRegisteredEvent(id, this.meeting?.id ?? '', state),
  );
  readonly #reading = new Reading(this);
  #watched: Outbox | undefined;
  #shown: string | undefined;
  /** It was sent just now: its receipt stands open. */
  #fresh = false;
  /** What had the focus before this update. */
  #focused: Element | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onOnline);
    this.#watch(undefined);
    // What changes meanwhile is not heard: it is looked at anew.
    if (!this.correcting) this.#shown = undefined;
  }

  get #site(): Site | undefined {
    const { activeBackend: backend, published } = this;
    return backend && published && { backend, published };
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    const { meeting, code } = this;
    const site = this.#site;
    if (!site || !meeting || !this.isConnected) return;
    this.#watch(outboxOf(this.device));
    const shown = `${meeting.id} ${code ?? ''}`;
    if (shown === this.#shown) return;
    if (this.#shown === undefined ? this.draft === undefined : !this.#shown.startsWith(`${meeting.id} `)) {
      this.draft = emptyDraft(meeting);
      this.entry = this.gone = this.correcting = this.checked = undefined;
      this.#reading.clear();
    }
    this.#shown = shown;
    void this.#look(site, meeting);
  }

  /** What was pressed, and what one stood on, goes with the state: the focus goes to the one that came. */
  protected override updated(): void {
    if (this.#focused?.isConnected === false) this.focus();
    super.updated();
  }

  #watch(outbox: Outbox | undefined): void {
    if (outbox === this.#watched) return;
    this.#watched?.removeEventListener('change', this.#onChange);
    this.#watched = outbox;
    outbox?.addEventListener('change', this.#onChange);
  }

  /** On a shared device each person is another one: of the one before nothing is shown. */
  async #look(site: Site, meeting: ListedMeeting): Promise<void> {
    const { code } = this;
    if (code !== undefined) {
      void this.#reading.look(site, code);
    } else if (this.device === 'personal' && !this.#sending.busy) {
      const { entry } = await holdingOf(outboxOf(this.device), placeOf(site), meeting.id);
      if (this.meeting?.id !== meeting.id) return;
      if (entry) this.#show(entry);
    }
    this.looked = true;
  }

  #show(entry: OutboxEntry): void {
    const { meeting } = this;
    const site = this.#site;
    this.entry = entry;
    this.gone = this.correcting = undefined;
    if (!site || !meeting) return;
    if (entry.receipt) void this.#reading.look(site, entry.receipt.code);
    else if (entry.state === 'refused') void this.#reading.lookAtMeeting(site, meeting.id);
  }

  readonly #onOnline = () => {
    const code = this.entry?.receipt?.code ?? this.code;
    if (this.#site && code !== undefined) void this.#reading.look(this.#site, code, true);
  };

  readonly #onChange = ({ id, entry }: OutboxChange) => {
    const { entry: own } = this;
    if (id !== own?.id || this.#sending.busy) return;
    if (!entry) void this.#onErased(own);
    else if (this.correcting) this.entry = entry;
    else {
      const settled = entry.state !== own.state && (entry.state === 'received' || entry.state === 'refused');
      this.#show(entry);
      if (settled) this.#onSettled(entry);
    }
  };

  /** It was received or refused while the page was open: said once, or read where the focus was and goes. */
  #onSettled({ state, consultation }: OutboxEntry): void {
    if (state !== 'received' && state !== 'refused') return;
    const { t } = this.#sentences;
    if (this.shadowRoot?.activeElement == null) {
      this.said = state === 'received' ? t.confirmed(undefined) : t.refusedTitle;
    }
    this.dispatchEvent(new CnrRegisteredEvent(consultation, this.meeting?.id ?? '', state));
  }

  /** Erased here, or in another tab. What a correction was to replace stands again. */
  async #onErased(own: OutboxEntry): Promise<void> {
    const { meeting } = this;
    const site = this.#site;
    if (!site || !meeting) return;
    const outbox = outboxOf(this.device);
    if (own.receipt) await eraseReceipts(outbox, placeOf(site), meeting.id);
    const { entry } =
      this.device === 'shared' ? { entry: undefined } : await holdingOf(outbox, placeOf(site), meeting.id);
    if (this.entry?.id !== own.id) return;
    this.#reading.clear();
    this.said = this.#sentences.t.gone[own.receipt ? 'receiptErased' : 'erased'];
    if (entry) this.#show(entry);
    else {
      this.entry = this.correcting = undefined;
      this.gone = own.receipt ? 'receiptErased' : 'erased';
    }
  }

  readonly #onWithdrawn = () => {
    const { meeting } = this;
    const site = this.#site;
    this.gone = 'withdrawn';
    this.entry = this.code = undefined;
    this.#reading.clear();
    this.focus();
    if (site && meeting) void eraseReceipts(outboxOf(this.device), placeOf(site), meeting.id);
  };

  readonly #onEdit = (changes: Partial<Draft>) => {
    if (this.draft) this.draft = { ...this.draft, ...changes };
  };

  readonly #onSend = async () => {
    const { draft, correcting, meeting } = this;
    const site = this.#site;
    const asked = this.#asked;
    if (!site || !draft || !meeting || !asked || this.#sending.busy) return;
    this.checked = draft;
    if (faultsOf(asked, draft, this.#sentences.t).length > 0) return this.focusOn('#errors');
    const payload = payloadOf(meeting, draft);
    const { pseudonym, replaces } = correcting ?? {};
    this.said = undefined;
    const sent = pseudonym === undefined ? undefined : correcting?.send({ ...payload, pseudonym });
    await (sent
      ? this.#sending.conclude(site, () => sent)
      : this.#sending.submit(
          site,
          {
            kind: 'registration',
            payload: { ...payload, ...(pseudonym && { pseudonym }), ...(replaces && { replaces }) },
          },
          { title: meeting.title, subject: subjectOf(meeting.id) },
        ));
    this.#onConcluded();
  };

  readonly #onConclude = async (sending: Promise<Outcome>) => {
    if (this.#site) await this.#sending.conclude(this.#site, () => sending);
    this.#onConcluded();
  };

  #onConcluded(): void {
    const { entry } = this.#sending;
    if (entry) {
      this.#fresh = true;
      this.code = undefined;
      this.#show(entry);
    }
    this.focusOn(entry ? '#step' : '#unsaved');
  }

  /** What was received, opened again. */
  readonly #onCorrect = ({ payload }: Contribution, code: string) => {
    if (!('meeting' in payload)) return;
    const { entry, published } = this;
    this.#open(payload, {
      held: payload,
      replaces: code,
      send: (changed) =>
        entry &&
        correctAndResend(outboxOf(this.device), entry.id, {
          definitionVersion: published?.version ?? 1,
          payload: changed,
        }),
    });
  };

  /** What was refused, opened again. */
  readonly #onReopen = (
    { payload }: Contribution,
    replaces: string | undefined,
    resend: (correction: Correction) => Promise<Outcome>,
  ) => {
    if (!('meeting' in payload)) return;
    this.#open(payload, {
      held: replaces === undefined ? undefined : { ...payload, people: Infinity },
      send: (changed) => resend({ definitionVersion: this.published?.version ?? 1, payload: changed }),
    });
  };

  #open(payload: RegistrationPayload, how: Omit<Correcting, 'pseudonym'>): void {
    const { pseudonym, firstName, people, attendance } = payload;
    this.correcting = { ...how, pseudonym };
    this.draft = { firstName, people, attendance };
    this.checked = this.said = undefined;
    this.focus();
  }

  readonly #onAnew = () => {
    if (this.meeting) this.draft = emptyDraft(this.meeting);
    this.entry = this.gone = this.correcting = this.checked = this.said = undefined;
    this.#sending.clear();
    this.#reading.clear();
    this.focus();
  };

  readonly #onCancel = () => {
    this.correcting = undefined;
    this.focus();
  };

  readonly #onReadAgain = () => {
    this.#onOnline();
    this.focus();
  };

  /** What the form asks for, by what is known of the meeting now. */
  get #asked(): Asked | undefined {
    const meeting = this.#reading.meeting ?? this.meeting;
    const { rules, correcting } = this;
    return meeting && rules && { meeting, rules, held: correcting?.held };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#sentences;
    const site = this.#site;
    if (!site || !this.looked || !ready) return nothing;
    return html`<div class="stack" @cnr-withdrawn=${this.#onWithdrawn}>
      <p role="status" class="visually-hidden">${this.said}</p>
      ${this.#renderState(site, t)}
    </div>`;
  }

  #renderState(site: Site, t: RegistrationMessages): unknown {
    const { entry, code, gone, correcting } = this;
    const withdrawn = this.#reading.read.state === 'withdrawn' && (entry ?? code) !== undefined;
    if (withdrawn || gone) return this.#renderGone(t, withdrawn ? 'withdrawn' : (gone ?? 'erased'));
    if (correcting || (!entry && code === undefined)) return this.#renderForm(site, t);
    const view = this.#outcomeView(site, t);
    if (!entry || entry.receipt) return renderConfirmed(view);
    return entry.state === 'refused' ? renderRefused(view, entry) : renderWaiting(view, entry);
  }

  #outcomeView(site: Site, t: RegistrationMessages): OutcomeView {
    const { entry, meeting } = this;
    return {
      t,
      site,
      locale: this.activeLocale,
      device: this.device,
      rules: this.rules,
      meeting: this.#reading.meeting ?? meeting,
      outbox: outboxOf(this.device),
      receipt: entry?.receipt,
      code: entry?.receipt?.code ?? this.code,
      correction: entry?.contribution != null && replacedBy(entry.contribution) !== undefined,
      reading: this.#reading,
      fresh: this.#fresh,
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
    const { draft, correcting } = this;
    const asked = this.#asked;
    if (!draft || !asked) return nothing;
    const { busy, unsaved } = this.#sending;
    return html`
      ${this.renderStep(correcting ? t.correctTitle : t.title)} ${renderUnsaved(unsaved, t.unsaved)}
      ${renderForm({
        ...asked,
        t,
        published,
        draft,
        faults: this.checked ? faultsOf(asked, this.checked, t) : [],
        correcting: correcting !== undefined,
        shared: this.device === 'shared',
        busy,
        onChange: this.#onEdit,
        onSend: () => void this.#onSend(),
        onFault: (field) => this.focusOn(field === 'attendance' ? '#attendance input' : `#${field}`),
        onCancel: correcting && this.#onCancel,
      })}
      ${busy ? renderProof(this) : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-registration': CnrRegistration;
  }
}
