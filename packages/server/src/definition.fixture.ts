import { randomUUID } from 'node:crypto';
import {
  consultation,
  payloadOf,
  type AnswerPayload,
  type AnswerValue,
  type Consultation,
  type ContributionOf,
  type Questionnaire,
} from '@cnr-widgets/contract';
import type * as z from 'zod/mini';

export const HOST = 'https://prefecture.example';
const OPENS = '2026-11-01T00:00:00+01:00';
export const CLOSES = '2026-12-01T00:00:00+01:00';
export const DURING = new Date('2026-11-22T12:00:00Z');

type Written = z.input<typeof consultation>;

/** A consultation that asks questions. */
export type Asking = Consultation & { questionnaire: Questionnaire };

/** A complete consultation of two questions. */
export function definition(changes: Partial<Written> = {}): Asking {
  const { questionnaire, ...rest } = consultation.parse({
    id: 'soins',
    locale: 'fr',
    title: 'Accès aux soins',
    summary: 'Votre avis sur l’accès aux soins.',
    theme: 'Santé',
    organiser: 'Préfecture',
    territory: { level: 'departement', code: '72', name: 'Sarthe' },
    timeZone: 'Europe/Paris',
    estimatedMinutes: 2,
    resultsVisible: 'always',
    access: 'open',
    opensAt: OPENS,
    closesAt: CLOSES,
    graceDays: 7,
    notice: {
      controller: 'Préfecture',
      purpose: 'Recueillir des avis',
      legalBasis: 'Mission d’intérêt public. Répondre est facultatif.',
      recipients: 'La préfecture',
      retention: 'Deux ans',
      retentionMonths: 24,
      rightsContact: 'droits@prefecture.example',
      dpoContact: 'dpo@prefecture.example',
      openData: true,
    },
    origins: [HOST],
    questionnaire: {
      profile: true,
      items: [
        {
          id: 'medecin',
          kind: 'single',
          title: 'Avez-vous un médecin traitant ?',
          choices: [
            { id: 'oui', label: 'Oui' },
            { id: 'non', label: 'Non' },
          ],
        },
        { id: 'avis', kind: 'text', title: 'Un mot de plus ?', maxLength: 100 },
      ],
    },
    ...changes,
  });
  if (!questionnaire) throw new Error('this one asks nothing');
  return { ...rest, questionnaire };
}

interface Answering {
  consultation?: Asking;
  version?: number;
  createdAt?: string;
  profile?: AnswerPayload['profile'];
  replaces?: string;
}

/** A valid contribution, with a new id. */
export function contribution(
  values: Record<string, AnswerValue | null> = { medecin: { kind: 'single', choice: 'oui' } },
  { consultation: asked = definition(), version = 1, createdAt, profile, replaces }: Answering = {},
): ContributionOf<'answer'> {
  return {
    id: randomUUID(),
    kind: 'answer',
    consultation: asked.id,
    definitionVersion: version,
    createdAt: createdAt ?? '2026-11-22T12:00:00.000+01:00',
    payload: payloadOf(asked.questionnaire, new Map(Object.entries(values)), profile, replaces),
  };
}
