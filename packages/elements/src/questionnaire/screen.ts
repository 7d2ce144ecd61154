import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import type { Outbox } from '@cnr-widgets/client/outbox';
import { html, type TemplateResult } from 'lit';
import type { QuestionnaireMessages } from './messages.fr.js';
import type { Participation } from './participation.js';

/** What a screen of the questionnaire renders from, and what its buttons do. */
export interface Screen {
  readonly t: QuestionnaireMessages;
  readonly locale: string;
  readonly participation: Participation;
  readonly backend: Backend;
  readonly outbox: Outbox;
  readonly published: PublishedConsultation;
  /** BCP 47, of what the organiser wrote. */
  readonly written: string;
  /** Level of the screen's heading in the host's outline. */
  readonly headingLevel: number;
  /** Nothing is kept on this device. */
  readonly shared: boolean;
  /** A date and time, in the consultation's zone. */
  readonly dateTime: (instant: string) => string;
  /** What the fields of a page stand in: another one each time, so that nothing that was typed shows in the next. */
  readonly fields: HTMLElement;
  readonly announce: (text: string) => void;
  /** Moves the focus once the next update is rendered. */
  readonly focus: (selector: string) => void;
  /** Runs what the session does, then renders and tells what came of it. */
  readonly step: (act: () => void) => void;
}

/** The heading of a screen: the focus goes to it when the screen is new. */
export function renderStep({ headingLevel }: Screen, content: unknown): TemplateResult {
  return html`<h3 tabindex="-1" id="step" aria-level=${headingLevel}>${content}</h3>`;
}

/** The second press of a double one is for what stood there before: it would pass over a question that nobody saw. */
export function pressedOnce(act?: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.detail > 1) event.preventDefault();
    else act?.();
  };
}
