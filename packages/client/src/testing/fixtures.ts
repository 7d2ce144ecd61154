import type { AnswerPayload, ContributionOf, PublishedConsultation } from '@cnr-widgets/contract';
import type { DraftOf } from '../make-entry.js';

/** Within the open period of `published`. */
export const DURING = Date.parse('2026-11-10T12:00:00Z');
/** After closing, within the days of grace. */
export const IN_GRACE = Date.parse('2026-12-03T12:00:00Z');
/** Their last instant. */
export const GRACE_ENDS = Date.parse('2026-12-08T17:00:00Z');
/** After the days of grace. */
export const AFTER = Date.parse('2027-02-01T12:00:00Z');

export const published: PublishedConsultation = {
  version: 2,
  phase: 'open',
  consultation: {
    id: 'le-gymnase',
    locale: 'fr',
    title: 'Quel gymnase pour demain ?',
    summary: 'La commune rénove son gymnase et demande à ses habitants ce qui compte.',
    theme: 'Sport',
    organiser: 'Commune fictive',
    territory: { level: 'departement', code: '72', name: 'Sarthe' },
    timeZone: 'Europe/Paris',
    estimatedMinutes: 2,
    resultsVisible: 'after-closing',
    access: 'open',
    graceDays: 7,
    followUp: [],
    opensAt: '2026-11-01T09:00:00+01:00',
    closesAt: '2026-12-01T18:00:00+01:00',
    notice: {
      controller: 'Commune fictive',
      purpose: 'Choisir les travaux.',
      legalBasis: 'Mission d’intérêt public',
      recipients: 'Le service des sports',
      retention: 'Un an',
      rightsContact: 'droits@commune.example',
      openData: false,
    },
    questionnaire: {
      items: [
        { id: 'pourquoi', kind: 'text', title: 'Qu’est-ce qui compte le plus ?' },
        { id: 'age', kind: 'number', title: 'Votre âge ?', min: 0, max: 120, integer: true },
      ],
    },
    meetings: { peopleMax: 3 },
    proposals: { moderation: 'after', perWeek: 2, comments: true, themes: [{ id: 'sol', label: 'Le sol' }] },
  },
};

/** An answer whose text can be searched for afterwards. */
export function payloadOf(text = 'Une salle claire 🏀'): AnswerPayload {
  return {
    answers: [
      { question: 'pourquoi', value: { kind: 'text', text } },
      { question: 'age', value: null },
    ],
  };
}

export function draftOf(text?: string): DraftOf<'answer'> {
  return {
    kind: 'answer',
    consultation: published.consultation.id,
    consultationTitle: published.consultation.title,
    definitionVersion: published.version,
    payload: payloadOf(text),
  };
}

export function contributionOf(text?: string, id: string = crypto.randomUUID()): ContributionOf<'answer'> {
  const { kind, consultation, definitionVersion, payload } = draftOf(text);
  return { id, kind, consultation, definitionVersion, createdAt: '2026-11-10T11:59:00.000Z', payload };
}
