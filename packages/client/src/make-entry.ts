import type { AnswerPayload, Contribution } from '@cnr-widgets/contract';
import type { BackendDescriptor } from './backend.js';
import type { OutboxEntry } from './entry.js';
import { clientErrorOf } from './errors.js';
import type { OutboxEnvironment } from './outbox-environment.js';
import type { Outcome } from './outcome.js';

/** What a citizen finished. */
export interface OutboxDraft {
  kind: 'answer';
  consultation: string;
  /** Shown where entries are listed, so that the citizen knows which answer waits. */
  consultationTitle?: string | undefined;
  definitionVersion: number;
  payload: AnswerPayload;
}

/** A correction: the new payload, and the version of the definition that it answers. */
export type Correction = Pick<OutboxDraft, 'definitionVersion' | 'payload'>;

/** Makes an entry with an id of its own, not stored yet; or `unsaved` where the page has no Web Crypto. */
export async function makeEntry(
  env: Pick<OutboxEnvironment, 'now' | 'uuid' | 'hash'>,
  descriptor: BackendDescriptor,
  { kind, consultation, consultationTitle, definitionVersion, payload }: OutboxDraft,
): Promise<OutboxEntry | Extract<Outcome, { state: 'unsaved' }>> {
  const savedAt = new Date(env.now()).toISOString();
  const contribution: Contribution = {
    id: '',
    kind,
    consultation,
    definitionVersion,
    createdAt: savedAt,
    // A copy as it will travel: the caller's object may change while this one waits.
    payload: JSON.parse(JSON.stringify(payload)) as AnswerPayload,
  };
  try {
    const id = env.uuid();
    contribution.id = id;
    const contentHash = await env.hash(contribution);
    return {
      schema: 1,
      id,
      descriptor,
      consultation,
      ...(consultationTitle === undefined ? {} : { consultationTitle }),
      kind,
      state: 'waiting',
      savedAt,
      attempts: 0,
      contribution,
      contentHash,
      durable: false,
    };
  } catch (cause) {
    return { state: 'unsaved', contribution, error: clientErrorOf(cause, 'insecure-context') };
  }
}
