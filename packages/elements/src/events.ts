/**
 * What a host page may want to count. No event carries a word of what was answered, nor the receipt's code.
 * All bubble and cross shadow roots.
 */
abstract class CnrEvent extends Event {
  constructor(
    type: string,
    /** Id of the consultation. */
    readonly consultation: string,
  ) {
    super(type, { bubbles: true, composed: true });
  }
}

/** `cnr-shown`: a consultation's card is on the page, with what the backend says of it. Once a consultation. */
export class CnrShownEvent extends CnrEvent {
  constructor(consultation: string) {
    super('cnr-shown', consultation);
  }
}

/** `cnr-started`: the citizen began, or began again, to answer. */
export class CnrStartedEvent extends CnrEvent {
  constructor(consultation: string) {
    super('cnr-started', consultation);
  }
}

/** `cnr-step`: another page of the questionnaire is shown. */
export class CnrStepEvent extends CnrEvent {
  constructor(
    consultation: string,
    /** Id of the page's first question or chapter; `profile` and `review` for those pages. */
    readonly step: string,
    /** Place of that question on the path, from 1, of `total` as the answers so far make it. */
    readonly position: number,
    readonly total: number,
  ) {
    super('cnr-step', consultation);
  }
}

/** `cnr-queued`: the answer is on the device and waits to be sent. */
export class CnrQueuedEvent extends CnrEvent {
  constructor(
    consultation: string,
    /** False when the device could not keep it durably: it waits in this tab's memory alone. */
    readonly durable: boolean,
  ) {
    super('cnr-queued', consultation);
  }
}

/** `cnr-received`: the backend has recorded the answer. */
export class CnrReceivedEvent extends CnrEvent {
  constructor(
    consultation: string,
    /** It arrived after closing, within the days of grace. */
    readonly late: boolean,
  ) {
    super('cnr-received', consultation);
  }
}

/** `cnr-refused`: the backend refused the answer, which stays on the device. */
export class CnrRefusedEvent extends CnrEvent {
  constructor(
    consultation: string,
    /** The problem's stable code, e.g. `closed`. */
    readonly code: string,
  ) {
    super('cnr-refused', consultation);
  }
}

/** `cnr-unsaved`: the answer could be neither stored nor sent; it is still on the screen. */
export class CnrUnsavedEvent extends CnrEvent {
  constructor(consultation: string) {
    super('cnr-unsaved', consultation);
  }
}

/** `cnr-withdrawn`: the citizen withdrew what was sent: an answer, a text, a registration. */
export class CnrWithdrawnEvent extends CnrEvent {
  constructor(consultation: string) {
    super('cnr-withdrawn', consultation);
  }
}

/** What became of a press of the support button; `cancelled`: it and the one before it were never sent. */
export type SupportOutcome = 'received' | 'queued' | 'refused' | 'unsaved' | 'cancelled';

/** `cnr-supported`: what became of a press of the support button: `queued` on the device, then its end. */
export class CnrSupportedEvent extends CnrEvent {
  constructor(
    consultation: string,
    /** `proposal:` and its id. */
    readonly subject: string,
    /** The support was given, or taken back. */
    readonly on: boolean,
    readonly state: SupportOutcome,
  ) {
    super('cnr-supported', consultation);
  }
}

/** `cnr-opened`: a proposal was opened from the list, or from what this device holds. */
export class CnrOpenedEvent extends CnrEvent {
  constructor(
    consultation: string,
    /** The proposal's id. */
    readonly proposal: string,
  ) {
    super('cnr-opened', consultation);
  }
}

/** `cnr-meeting-opened`: a meeting was opened from the list. */
export class CnrMeetingOpenedEvent extends CnrEvent {
  constructor(
    consultation: string,
    /** The meeting's id. */
    readonly meeting: string,
  ) {
    super('cnr-meeting-opened', consultation);
  }
}

/** `cnr-registered`: a registration for a meeting was sent for the first time or corrected, and this became of it. */
export class CnrRegisteredEvent extends CnrEvent {
  constructor(
    consultation: string,
    /** The meeting's id. */
    readonly meeting: string,
    readonly state: 'received' | 'queued' | 'refused' | 'unsaved',
  ) {
    super('cnr-registered', consultation);
  }
}

/** `cnr-deposited`: a proposal, a comment or a report was sent for the first time or corrected, and this became of it. */
export class CnrDepositedEvent extends CnrEvent {
  constructor(
    consultation: string,
    readonly kind: 'proposal' | 'comment' | 'report',
    readonly state: 'received' | 'queued' | 'refused' | 'unsaved',
  ) {
    super('cnr-deposited', consultation);
  }
}

/** `cnr-error`: the element cannot show what it should; `code` is for the webmaster, e.g. `unknown-consultation`. */
export class CnrErrorEvent extends CnrEvent {
  constructor(
    consultation: string,
    readonly code: string,
  ) {
    super('cnr-error', consultation);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cnr-shown': CnrShownEvent;
    'cnr-started': CnrStartedEvent;
    'cnr-step': CnrStepEvent;
    'cnr-queued': CnrQueuedEvent;
    'cnr-received': CnrReceivedEvent;
    'cnr-refused': CnrRefusedEvent;
    'cnr-unsaved': CnrUnsavedEvent;
    'cnr-withdrawn': CnrWithdrawnEvent;
    'cnr-supported': CnrSupportedEvent;
    'cnr-opened': CnrOpenedEvent;
    'cnr-deposited': CnrDepositedEvent;
    'cnr-meeting-opened': CnrMeetingOpenedEvent;
    'cnr-registered': CnrRegisteredEvent;
    'cnr-error': CnrErrorEvent;
  }
}
