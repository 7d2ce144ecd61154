import type { FailureMessages } from './failure.js';

/** French words for what cannot be shown. */
export const failureFr: FailureMessages = {
  offline: 'Vous semblez être hors connexion. Vérifiez votre réseau, puis réessayez.',
  unreachable: 'Le service de consultation ne répond pas. Réessayez dans quelques minutes.',
  unknownConsultation: 'Cette consultation n’existe pas, ou n’est pas encore publique.',
  malformed: 'Le service de consultation a envoyé une réponse illisible. L’organisateur doit la corriger.',
  notInstalled: 'Cette consultation est mal installée sur cette page.',
  retry: 'Réessayer',
};
