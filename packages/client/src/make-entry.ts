import {
  replacedBy,
  type Contribution,
  type ContributionKind,
  type ContributionOf,
} from '@cnr-widgets/contract';
import type { BackendDescriptor } from './backend.js';
import type { Kept, OutboxEntry } from './entry.js';
import { clientErrorOf } from './errors.js';
import type { OutboxEnvironment } from './outbox-environment.js';
import type { Outcome } from './outcome.js';

/** What goes with every contribution. */
interface DraftFrame {
  consultation: string;
  /** Shown where entries are listed, so that the citizen knows which answer waits. */
  consultationTitle?: string | undefined;
  definitionVersion: number;
  /** What stays with the receipt. Of a proposal, its subject is filled in. */
  keep?: Kept | undefined;
}

/** What a citizen finished, of one kind. */
export type DraftOf<Kind extends ContributionKind> = DraftFrame &
  Pick<ContributionOf<Kind>, 'kind' | 'payload'>;

/** What a citizen finished. */
export type OutboxDraft = { [Kind in ContributionKind]: DraftOf<Kind> }[ContributionKind];

/** A correction: the new payload, and the version of the definition that it answers. */
export type Correction = Pick<DraftFrame, 'definitionVersion' | 'keep'> & Pick<Contribution, 'payload'>;

/** Makes an entry with an id of its own, not stored yet; or `unsaved` where the page has no Web Crypto. */
export async function makeEntry(
  env: Pick<OutboxEnvironment, 'now' | 'uuid' | 'hash'>,
  descriptor: BackendDescriptor,
  { kind, consultation, consultationTitle, definitionVersion, payload, keep }: DraftOf<ContributionKind>,
): Promise<OutboxEntry | Extract<Outcome, { state: 'unsaved' }>> {
  const savedAt = new Date(env.now()).toISOString();
  const contribution = {
    id: '',
    kind,
    consultation,
    definitionVersion,
    createdAt: savedAt,
    // A copy as it will travel: the caller's object may change while this one waits.
    payload: JSON.parse(JSON.stringify(payload)) as unknown,
  } as Contribution;
  try {
    const id = env.uuid();
    contribution.id = id;
    const contentHash = await env.hash(contribution);
    // A proposal is known by the id that it was first sent under.
    const own = kind === 'proposal' && !replacedBy(contribution) && { subject: `proposal:${id}` };
    return {
      schema: 1,
      id,
      descriptor,
      consultation,
      ...(consultationTitle === undefined ? {} : { consultationTitle }),
      kind,
      ...(keep === undefined && !own ? {} : { keep: { ...keep, ...own } }),
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
