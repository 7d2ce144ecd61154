import type { Contribution, ListedMeeting, RegistrationPayload } from '@cnr-widgets/contract';
import { correctAndResend } from '@cnr-widgets/client/manage';
import type { Correction, OutboxEntry, Outcome } from '@cnr-widgets/client/outbox';
import type { CnrElement } from '../../element.js';
import { CnrRegisteredEvent } from '../../events.js';
import { outboxOf } from '../../page-outbox.js';
import { Sending } from '../../sending.js';
import type { Site } from '../../site.js';
import { emptyForm, faultsOf, payloadOf, type Asked, type TypedRegistration } from './typed.js';
import { subjectOf } from './holding.js';
import type { RegistrationMessages } from './messages.fr.js';

/** A registration that is open for another look. */
interface Correcting {
  readonly pseudonym: string;
  /** The places that it has: as many as it may ask for, where that is not known. */
  readonly held: Asked['held'];
  /** What sends it in the place of one that was refused. */
  readonly resend?: (correction: Correction) => Promise<Outcome>;
  /** The receipt code of what it replaces. */
  readonly replaces?: string;
}

/** What stands in the form, and its way to the outbox. Renders nothing. */
export class Writing {
  typed: TypedRegistration | undefined;
  /** What the citizen last wanted to send: faults that changed with every key would be read out each time. */
  checked: TypedRegistration | undefined;
  correcting: Correcting | undefined;
  /** What was sent just now takes the place of one that was received. */
  replaced = false;
  readonly sending: Sending;
  #meeting: ListedMeeting | undefined;

  constructor(private readonly host: CnrElement) {
    this.sending = new Sending(
      host,
      (id, state) => new CnrRegisteredEvent(id, this.#meeting?.id ?? '', state),
    );
  }

  /** An empty form. */
  begin(meeting: ListedMeeting): void {
    this.#meeting = meeting;
    this.typed = emptyForm(meeting);
    this.leave();
    this.sending.clear();
  }

  /** Back to what was sent. */
  leave(): void {
    this.checked = this.correcting = undefined;
    this.host.requestUpdate();
  }

  readonly change = (changes: Partial<TypedRegistration>): void => {
    if (this.typed) this.typed = { ...this.typed, ...changes };
    this.host.requestUpdate();
  };

  /** @returns false where something is to be mended first */
  async send(
    site: Site,
    asked: Asked,
    entry: OutboxEntry | undefined,
    t: RegistrationMessages,
  ): Promise<boolean> {
    const { typed, correcting } = this;
    if (!typed) return false;
    this.checked = typed;
    if (faultsOf(asked, typed, t).length > 0) return false;
    this.replaced = correcting?.held !== undefined;
    const { meeting } = asked;
    const payload = { ...payloadOf(meeting, typed), ...(correcting && { pseudonym: correcting.pseudonym }) };
    const keep = { title: meeting.title, subject: subjectOf(meeting.id) };
    if (!correcting) await this.sending.submit(site, { kind: 'registration', payload }, keep);
    else await this.#sendCorrected(site, correcting, entry, payload as RegistrationPayload, keep);
    return true;
  }

  /** In the place of what this device holds, or of what another one does. */
  #sendCorrected(
    site: Site,
    { resend, replaces }: Correcting,
    entry: OutboxEntry | undefined,
    payload: RegistrationPayload,
    keep: { title: string; subject: string },
  ): Promise<void> {
    const correction = { definitionVersion: site.published.version, payload };
    if (resend) return this.sending.conclude(site, () => resend(correction));
    if (entry) {
      const outbox = outboxOf(this.host.device);
      return this.sending.conclude(site, () => correctAndResend(outbox, entry.id, correction));
    }
    const replacing = { ...payload, ...(replaces && { replaces }) };
    return this.sending.submit(site, { kind: 'registration', payload: replacing }, keep);
  }

  /** Opens what was received. @param code its receipt's */
  correct({ payload }: Contribution, code: string): void {
    if ('meeting' in payload) this.#open(payload, { held: payload, replaces: code });
  }

  /** Opens what was refused. @param replaces the receipt code of what it was to replace */
  reopen(
    { payload }: Contribution,
    replaces: string | undefined,
    resend: (correction: Correction) => Promise<Outcome>,
  ): void {
    if (!('meeting' in payload)) return;
    const held = replaces === undefined ? undefined : { ...payload, people: Infinity };
    this.#open(payload, { held, resend });
  }

  #open(payload: RegistrationPayload, how: Omit<Correcting, 'pseudonym'>): void {
    const { pseudonym, firstName, people, attendance } = payload;
    this.correcting = { ...how, pseudonym };
    this.typed = { firstName, people, attendance };
    this.checked = undefined;
    this.host.requestUpdate();
  }
}
