import { failureFr } from '../failure.messages.fr.js';
import { counted, number } from '../counted.fr.js';

/** French sentences of `<cnr-consultation>`. */
export const fr = {
  loading: 'Chargement de la consultation…',
  failedTitle: 'La consultation ne peut pas s’afficher',
  failure: failureFr,

  phases: {
    upcoming: 'À venir',
    open: 'Ouverte',
    analysis: 'Analyse en cours',
    results: 'Résultats publiés',
    'followed-up': 'Suites données',
  },
  organiser: 'Organisée par',
  nationwide: 'France entière',
  period: 'Période',
  from: (from: string, to: string) => `du ${from} au ${to}`,
  daysLeft: (days: number) => (days === 1 ? 'Plus qu’un jour' : `Plus que ${counted(days, 'jour', 'jours')}`),
  lastDay: 'Dernier jour',
  duration: 'Durée',
  minutes: (minutes: number) => `environ ${counted(minutes, 'minute', 'minutes')}`,
  participants: 'Participation',
  participantCount: (count: number) => counted(count, 'participant', 'participants'),
  goal: (goal: number) => `objectif\u00a0: ${number.format(goal)}`,
  countUnknown: 'nombre inconnu',

  openFailed: 'La suite ne s’affiche pas. Vérifiez votre réseau, puis appuyez à nouveau.',
  participate: 'Participer',
  seeProposals: 'Voir les propositions et les soutenir',
  seeQuestions: 'Voir les questions et les soutenir',
  seeMeetings: 'Voir les réunions publiques',
  back: 'Revenir à la présentation',
  more: 'En savoir plus',
};

export type ConsultationMessages = typeof fr;
