import type { Answers, Profile } from '@cnr-widgets/contract';
import { draftStore, keptAt, type DraftOptions } from './draft-place.js';
import { placeKey, type Place } from './place.js';

/** Answers that are not finished, kept because the citizen asked for it, for 24 hours. */
export interface Draft {
  definitionVersion: number;
  answers: Answers;
  profile?: Profile | undefined;
  /** The receipt code of the answer that this one corrects. */
  replaces?: string | undefined;
  /** Where the citizen was. */
  pageId?: string | undefined;
  /** RFC 3339, by the device's clock. */
  savedAt: string;
}

/**
 * Keeps a draft on the device, over an earlier one. Resolves once it is there.
 * @throws ClientError `storage`
 */
export async function saveDraft(
  place: Place,
  content: Omit<Draft, 'savedAt'>,
  options: DraftOptions = {},
): Promise<Draft> {
  const { now = Date.now } = options;
  const draft: Draft = {
    ...content,
    answers: new Map(content.answers),
    savedAt: new Date(now()).toISOString(),
  };
  const key = placeKey(place);
  await draftStore(options).change(key, () => ({ put: [[key, draft]] }));
  return draft;
}

/**
 * The draft of this place; undefined without one, past its 24 hours, or in a form that this version cannot read.
 * @throws ClientError `storage`
 */
export async function loadDraft(place: Place, options: DraftOptions = {}): Promise<Draft | undefined> {
  const { now = Date.now } = options;
  const value = await draftStore(options).get(placeKey(place));
  if (value !== undefined && keptAt(value, now()) === undefined) await eraseDraft(place, options);
  return isDraft(value) && keptAt(value, now()) !== undefined ? value : undefined;
}

/** @throws ClientError `storage`: it is still there. */
export async function eraseDraft(place: Place, options: DraftOptions = {}): Promise<void> {
  await remove(placeKey(place), options);
}

/** Removes every draft whose 24 hours are over. @throws ClientError `storage` */
export async function sweepDrafts(options: DraftOptions = {}): Promise<void> {
  const { now = Date.now } = options;
  for (const [key, value] of await draftStore(options).entries()) {
    if (keptAt(value, now()) === undefined) await remove(key, options);
  }
}

async function remove(key: string, options: DraftOptions): Promise<void> {
  const store = draftStore(options);
  // Nothing there, or no database at all: a `change` would create one.
  if ((await store.get(key)) !== undefined) await store.change(key, () => ({ remove: [key] }));
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { answers, definitionVersion } = value as Partial<Record<keyof Draft, unknown>>;
  return answers instanceof Map && typeof definitionVersion === 'number';
}
