import type { ListedMeeting } from '@cnr-widgets/contract';
import { forgetRegistrant } from '@cnr-widgets/client/forget';
import type { Outbox, OutboxChange, OutboxEntry } from '@cnr-widgets/client/outbox';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DevicePolicy } from '../../context.js';
import { CnrRegisteredEvent } from '../../events.js';
import { outboxOf } from '../../page-outbox.js';
import { placeOf, type Site } from '../../site.js';
import { eraseReceipts, holdingOf } from './holding.js';
import { Reading } from './reading.js';

/** Why there is none any more; `receiptErased`: it stands, and this device does not know of it any more. */
export type Gone = 'withdrawn' | 'erased' | 'receiptErased';

interface OwnHost extends ReactiveControllerHost, EventTarget {
  readonly device: DevicePolicy;
  readonly shadowRoot: ShadowRoot | null;
}

/**
 * The registration of this device for one meeting, or the one whose code was typed: what is known of it, and what
 * becomes of it while the page is open. Renders nothing.
 */
export class OwnRegistration implements ReactiveController {
  entry: OutboxEntry | undefined;
  gone: Gone | undefined;
  /** To be said to who does not look: what became of it without being asked. */
  said: 'received' | 'refused' | 'erased' | 'receiptErased' | undefined;
  /** What this device holds of the meeting is known. */
  looked = false;
  readonly reading: Reading;
  #at: { site: Site; meeting: ListedMeeting; code: string | undefined } | undefined;
  /** What the typed code stood for is not shown any more. */
  #left = false;
  #watched: Outbox | undefined;

  /** @param busy something is being sent: whoever sends it shows what becomes of it */
  constructor(
    private readonly host: OwnHost,
    private readonly busy: () => boolean,
  ) {
    host.addController(this);
    this.reading = new Reading(host);
  }

  /** The receipt code, where there is one. */
  get code(): string | undefined {
    return this.entry ? this.entry.receipt?.code : this.#left ? undefined : this.#at?.code;
  }

  hostConnected(): void {
    addEventListener('online', this.readAgain);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.readAgain);
    this.#watched?.removeEventListener('change', this.#onChange);
    // What changes meanwhile is not heard: it is looked at anew.
    this.#watched = undefined;
  }

  /** Takes up what this device holds of a meeting, or what a typed code stands for. Again: no effect. */
  follow(site: Site, meeting: ListedMeeting, code: string | undefined): void {
    const before = this.#at;
    this.#at = { site, meeting, code };
    if (before && (before.meeting.id !== meeting.id || before.code !== code)) {
      this.leave();
      this.#left = this.looked = false;
    } else if (this.#watched) return;
    this.#watched ??= outboxOf(this.host.device);
    this.#watched.addEventListener('change', this.#onChange);
    void this.#look();
  }

  /** On a shared device each person is another one: of the one before nothing is shown. */
  async #look(): Promise<void> {
    const at = this.#at;
    if (!at) return;
    const { site, code } = at;
    if (code !== undefined) void this.reading.look(site, code);
    else if (this.host.device === 'personal' && !this.busy()) {
      const entry = await this.#held();
      if (this.#at?.meeting.id !== at.meeting.id) return;
      if (entry) this.show(entry);
    }
    this.looked = true;
    this.host.requestUpdate();
  }

  async #held(): Promise<OutboxEntry | undefined> {
    const { site, meeting } = this.#at ?? {};
    if (!site || !meeting || this.host.device === 'shared') return undefined;
    return holdingOf(outboxOf(this.host.device), placeOf(site), meeting.id);
  }

  show(entry: OutboxEntry): void {
    this.entry = entry;
    this.gone = undefined;
    this.host.requestUpdate();
    const { site, meeting } = this.#at ?? {};
    if (!site || !meeting) return;
    if (entry.receipt) void this.reading.look(site, entry.receipt.code);
    else if (entry.state === 'refused') void this.reading.lookAtMeeting(site, meeting.id);
  }

  /** Room for another one. */
  leave(): void {
    this.entry = this.gone = this.said = undefined;
    this.#left = true;
    this.reading.clear();
    this.host.requestUpdate();
  }

  readonly readAgain = (): void => {
    const { code } = this;
    if (this.#at && code !== undefined) void this.reading.look(this.#at.site, code, true);
  };

  /** The citizen withdrew it just now. */
  withdraw(): void {
    this.leave();
    this.gone = 'withdrawn';
    void this.#forget();
  }

  readonly #onChange = ({ id, entry }: OutboxChange) => {
    const { entry: own } = this;
    if (id !== own?.id || this.busy()) return;
    if (!entry) {
      void this.#onErased(own);
      return;
    }
    this.show(entry);
    if (entry.state === own.state || (entry.state !== 'received' && entry.state !== 'refused')) return;
    // Where the focus was in what goes, it comes to what is new, and that is read.
    if (!this.host.shadowRoot?.activeElement) this.said = entry.state;
    this.host.dispatchEvent(
      new CnrRegisteredEvent(entry.consultation, this.#at?.meeting.id ?? '', entry.state),
    );
  };

  /** Erased here, or in another tab. What a correction was to replace stands again. */
  async #onErased(own: OutboxEntry): Promise<void> {
    const gone = own.receipt ? 'receiptErased' : 'erased';
    if (own.receipt) await this.#forget();
    const before = await this.#held();
    if (this.entry?.id !== own.id || this.busy()) return;
    this.leave();
    this.said = gone;
    if (before) this.show(before);
    else this.gone = gone;
  }

  /**
   * Lets go of the receipts of what it had replaced, too: they open nothing any more; and with the last registration,
   * of whom it was made by.
   */
  async #forget(): Promise<void> {
    const { site, meeting } = this.#at ?? {};
    if (!site || !meeting) return;
    const outbox = outboxOf(this.host.device);
    await eraseReceipts(outbox, placeOf(site), meeting.id);
    await forgetRegistrant(outbox, placeOf(site)).catch(() => undefined);
  }
}
