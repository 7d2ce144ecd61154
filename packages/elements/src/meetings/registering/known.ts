import type { Contribution } from '@cnr-widgets/contract';
import type { EntryState, Outbox } from '@cnr-widgets/client/outbox';
import { ClientError } from '@cnr-widgets/client/errors';
import { forgetExpired } from '@cnr-widgets/client/expire';
import { isAt } from '@cnr-widgets/client/place';
import type { ReactiveController } from 'lit';
import type { CnrElement } from '../../element.js';
import { outboxOf } from '../../page-outbox.js';
import { placeOf, type Site } from '../../site.js';
import { statesOf } from './holding.js';

/**
 * What is known of registrations where the meetings are listed, also of one whose form was left before its answer came.
 * Creates nothing on the device.
 */
export class Known implements ReactiveController {
  /** How this device's registration stands, by the id of its meeting. */
  states: ReadonlyMap<string, EntryState> = new Map();
  /** The form for a receipt code is there. */
  codeForm: 'none' | 'there' | 'failed' = 'none';
  /** What was looked up before the last change is out of date. */
  #turn = 0;
  #site: Site | undefined;
  #outbox: Outbox | undefined;
  #typed: { readonly meeting: string; readonly code: string } | undefined;

  /** @param open shows a meeting */
  constructor(
    private readonly host: CnrElement,
    private readonly open: (meeting: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#site) this.follow(this.#site);
  }

  hostDisconnected(): void {
    this.#outbox?.removeEventListener('change', this.#look);
    this.#outbox = undefined;
  }

  /**
   * Says how the registrations there stand, from now on. On a shared device each person is another one: nothing is said
   * of the one before.
   */
  follow(site: Site): void {
    if (this.host.device === 'shared') return;
    void forgetExpired();
    // Another consultation may call a meeting the same.
    if (this.#site && !isAt(placeOf(this.#site), placeOf(site))) this.states = new Map();
    this.#site = site;
    this.#outbox = outboxOf(this.host.device);
    this.#outbox.addEventListener('change', this.#look);
    this.#look();
  }

  readonly #look = (): void => void this.#read();

  async #read(): Promise<void> {
    const turn = ++this.#turn;
    const entries = await this.#outbox?.entries();
    if (turn !== this.#turn || !entries || !this.#site) return;
    const place = placeOf(this.#site);
    this.states = statesOf(entries.filter((entry) => isAt(entry, place)));
    this.host.requestUpdate();
  }

  /** It was withdrawn just now; its receipt goes from the device only after that was told. */
  forget(meeting: string | undefined): void {
    this.#turn += 1;
    this.states = new Map([...this.states].filter(([id]) => id !== meeting));
    this.host.requestUpdate();
  }

  /** The receipt code that was typed for this meeting. */
  codeFor(meeting: string): string | undefined {
    return this.#typed?.meeting === meeting ? this.#typed.code : undefined;
  }

  forgetCode(): void {
    this.#typed = undefined;
  }

  readonly fetchCodeForm = async (): Promise<void> => {
    if (this.codeForm === 'there') return;
    try {
      await import('../../define/receipt.js');
      this.codeForm = 'there';
    } catch (error) {
      console.error('cnr-meeting-map', error);
      this.codeForm = 'failed';
    }
    this.host.requestUpdate();
  };

  /**
   * Opens the meeting whose registration was read by its code.
   * @throws ClientError `unknown-receipt-code`: the code is of something else
   */
  readonly read = ({ payload }: Contribution, code: string): void => {
    if (!('meeting' in payload)) throw new ClientError('unknown-receipt-code', 'not of a registration');
    this.open(payload.meeting);
    this.#typed = { meeting: payload.meeting, code };
  };
}
