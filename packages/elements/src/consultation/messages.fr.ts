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
  readMore: 'Lire la suite',
  readLess: 'Réduire',
  period: 'Période',
  from: (from: string, to: string) => `du ${from} au ${to}`,
  daysLeft: (days: number) => (days === 1 ? 'Plus qu’un jour' : `Plus que ${counted(days, 'jour', 'jours')}`),
  lastDay: 'Dernier jour',
  duration: 'Durée',
  minutes: (minutes: number) => `environ ${counted(minutes, 'minute', 'minutes')}`,
  participants: 'Participation',
  participantCount: (count: number) => counted(count, 'participant', 'participants'),
  goal: (goal: number) => `objectif : ${number.format(goal)}`,
  countUnknown: 'nombre indisponible',

  participate: 'Participer',
  back: 'Revenir à la présentation',
  opensOn: (date: string) => `Ouverture le ${date}.`,
  closedOn: (date: string) => `Consultation terminée le ${date}. Les réponses sont en cours d’analyse.`,
  resultsOut: 'Les résultats sont publiés.',
  resultsLink: 'Voir les résultats',
  followedUp: 'L’organisateur dit ce que vos réponses ont changé.',
  followedUpLink: 'Voir les suites données',
  latestStep: (date: string, title: string) => `${date} : ${title}`,

  answered: (date: string) => `Vous avez répondu le ${date}.`,
  answeredOpen: 'Voir mon reçu, corriger ou retirer',
  waiting: 'Votre réponse est sur cet appareil, pas encore envoyée.',
  waitingOpen: 'Voir ma réponse en attente',
  refused: 'Votre réponse n’a pas été acceptée. Elle est toujours sur cet appareil.',
  refusedOpen: 'Voir pourquoi et que faire',
  draft: 'Un brouillon est gardé sur cet appareil.',
  haveCode: 'Mon code de reçu',

  more: 'Objectifs, modalités et données personnelles',
};

export type ConsultationMessages = typeof fr;
