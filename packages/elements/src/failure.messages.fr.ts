import type { FailureMessages } from './failure.js';

/** French words for what cannot be shown. */
export const failureFr: FailureMessages = {
  offline: 'Vous n’avez pas de réseau. Réessayez quand il revient.',
  unreachable: 'Le service de consultation ne répond pas. Réessayez dans quelques minutes.',
  unknownConsultation: 'Cette consultation n’existe pas, ou n’est pas encore publique.',
  malformed: 'Le service de consultation a envoyé une réponse illisible. Prévenez l’organisateur.',
  notOffered: 'Cette consultation n’en a pas.',
  notInstalled: 'Cette consultation est mal installée sur cette page.',
  retry: 'Réessayer',
};
