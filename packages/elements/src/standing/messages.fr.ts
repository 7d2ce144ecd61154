/** French sentences of `<cnr-standing>`. */
export const fr = {
  opensOn: (date: string) => `Ouverture le ${date}.`,
  closedOn: (date: string) => `Consultation terminée le ${date}. Les réponses sont en cours d’analyse.`,
  results: 'Les résultats sont publiés.',
  resultsLink: 'Voir les résultats',
  followedUp: 'L’organisateur dit ce que vos réponses ont changé.',
  followedUpLink: 'Voir les suites données',
  latestStep: (date: string, title: string) => `${date}\u00a0: ${title}`,
  answered: (date: string) => `Vous avez répondu le ${date}.`,
  answeredOpen: 'Voir mon reçu, corriger ou retirer',
  waiting: 'Votre réponse est sur cet appareil, pas encore envoyée.',
  waitingOpen: 'Voir ma réponse en attente',
  refused: 'Votre réponse n’a pas été acceptée. Elle est toujours sur cet appareil.',
  refusedOpen: 'Voir pourquoi et que faire',
  draft: 'Un brouillon est gardé sur cet appareil.',
  draftOpen: 'Continuer ma réponse',
  haveCode: 'J’ai un code de reçu',
};

export type StandingMessages = typeof fr;
