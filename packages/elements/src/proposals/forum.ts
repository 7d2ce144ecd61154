import type { CommentPayload, ContributionKind, ProposalPayload, ProposalRules } from '@cnr-widgets/contract';
import type { Outcome } from '@cnr-widgets/client/outbox';
import type { Site } from '../site.js';

/** What they are called: singular and plural. In French both words are feminine, so sentences take either. */
export type Noun = readonly [one: string, many: string];

/** A consultation in which citizens write themselves: what each part of `<cnr-proposals>` works on. */
export interface Forum extends Site {
  readonly rules: ProposalRules;
  /** In the language of the page. */
  readonly noun: Noun;
}

/** Something that was sent or refused, opened for another look. */
export interface Correcting<Payload = ProposalPayload | CommentPayload> {
  readonly kind: ContributionKind;
  readonly payload: Payload;
  /** What was received is replaced, and its receipt code with it. */
  readonly replaces: boolean;
  /** Sends the other words in the place of the first ones. */
  readonly send: (payload: Payload) => Promise<Outcome>;
}
