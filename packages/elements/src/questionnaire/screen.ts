import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { QuestionnaireMessages } from './messages.fr.js';
import type { Participation } from './participation.js';

/** What a screen of the questionnaire renders from, and what its buttons do. */
export interface Screen {
  readonly t: QuestionnaireMessages;
  readonly locale: string;
  readonly participation: Participation;
  readonly published: PublishedConsultation;
  /** Nothing is kept on this device. */
  readonly shared: boolean;
  /** Loads the code of the elements that are not needed to answer. */
  readonly loadRest: () => void;
  /** A date and time, in the consultation's zone. */
  readonly dateTime: (instant: string) => string;
  readonly announce: (text: string) => void;
  /** Moves the focus once the next update is rendered. */
  readonly focus: (selector: string) => void;
  /** Runs what the session does, then renders, tells and stores what came of it. */
  readonly step: (act: () => void) => void;
}

/** A handler that does `act` in place of what the browser would do. */
export function submitted(act: (event: Event) => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    act(event);
  };
}
