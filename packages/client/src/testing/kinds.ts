import type { Contribution } from '@cnr-widgets/contract';
import type { DraftOf, OutboxDraft } from '../make-entry.js';
import type { MemoryMeeting, MemoryOptions, MemoryProposal } from '../memory.js';
import { draftOf, published } from './fixtures.js';

/** What `published` has been asked for already. */
export const seeds: readonly MemoryProposal[] = [
  { id: '5eed0000-0000-4000-8000-000000000001', title: 'Un mur d’escalade', text: 'Pour grimper à couvert.' },
  {
    id: '5eed0000-0000-4000-8000-000000000002',
    title: 'Des casiers',
    text: 'Fermés à clé, à hauteur d’enfant.',
  },
];
export const SUBJECT = `proposal:${seeds[0]?.id}`;
export const OTHER = `proposal:${seeds[1]?.id}`;

/** A meeting to which one can register for as long as any test here lasts. */
const gathering: MemoryMeeting = {
  id: 'visite',
  title: 'Visite du gymnase',
  timeZone: 'Europe/Paris',
  sessions: [{ start: '2027-06-01T18:00:00+02:00', end: '2027-06-01T20:00:00+02:00' }],
  place: { city: 'Le Mans', departement: '72' },
  registration: {},
};

/** For a memory backend that knows `published`, `seeds` and `gathering`. */
export const known: Pick<MemoryOptions, 'consultations' | 'proposals' | 'meetings'> = {
  consultations: [published],
  proposals: { [published.consultation.id]: seeds },
  meetings: { [published.consultation.id]: [gathering] },
};

/** Contributions of one kind, each with something by which it is found again. */
export interface Sample {
  kind: Contribution['kind'];
  /** @param text makes it differ from others of its kind */
  draftOf: (text?: string) => OutboxDraft;
  /** What stands in a contribution that was made with this text, and in none else. */
  mark: (text: string) => string;
  /** It is taken or refused by its meeting's own times, not by the consultation's. */
  timeless?: true;
}

const frame = {
  consultation: published.consultation.id,
  consultationTitle: published.consultation.title,
  definitionVersion: published.version,
};

/** The support of somebody else for each text. */
export function supportDraft(text = 'moi', on = true, revision = 1): DraftOf<'support'> {
  const payload = { pseudonym: somebody(text), subject: SUBJECT, on, revision };
  return { ...frame, kind: 'support', payload, keep: { subject: SUBJECT, on, revision } };
}

/** Of a person who never did anything before. */
export function proposalDraft(text = 'Un vestiaire 🏀 chauffé'): DraftOf<'proposal'> {
  const payload = { pseudonym: crypto.randomUUID(), title: 'Le vestiaire', text, theme: 'sol' };
  return { ...frame, kind: 'proposal', payload, keep: { title: payload.title } };
}

export function commentDraft(text = 'Bonne idée.'): DraftOf<'comment'> {
  const payload = { pseudonym: crypto.randomUUID(), subject: SUBJECT, text };
  return { ...frame, kind: 'comment', payload, keep: { subject: SUBJECT } };
}

/** Of a person who never registered before. */
export function registrationDraft(
  firstName = 'Élise 🏀',
  changes: Partial<DraftOf<'registration'>['payload']> = {},
): DraftOf<'registration'> {
  const { id: meeting, title } = gathering;
  const pseudonym = crypto.randomUUID();
  const payload = { pseudonym, meeting, attendance: 'on-site' as const, firstName, people: 1, ...changes };
  return { ...frame, kind: 'registration', payload, keep: { title, subject: `meeting:${payload.meeting}` } };
}

export const SAMPLES: readonly Sample[] = [
  { kind: 'answer', draftOf, mark: (text) => text },
  { kind: 'support', draftOf: (text) => supportDraft(text), mark: somebody },
  { kind: 'proposal', draftOf: proposalDraft, mark: (text) => text },
  { kind: 'registration', draftOf: (text) => registrationDraft(text), mark: (text) => text, timeless: true },
];

/** One suite for each kind of contribution: what holds of one holds of all. */
export function describeKinds(name: string, suite: (sample: Sample) => void): void {
  for (const sample of SAMPLES) describe(`${name}: ${sample.kind}`, () => suite(sample));
}

/** As it goes to a backend. */
export function contributionFrom(
  { kind, consultation, definitionVersion, payload }: OutboxDraft,
  id: string = crypto.randomUUID(),
): Contribution {
  const createdAt = '2026-11-10T11:59:00.000Z';
  return { id, kind, consultation, definitionVersion, createdAt, payload } as Contribution;
}

/** A pseudonym for each text. */
function somebody(text: string): string {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `50000000-0000-4000-8000-${hash.toString(16).padStart(12, '0')}`;
}
