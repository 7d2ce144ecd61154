import type { RegistrationState } from '@cnr-widgets/contract';
import { counted } from '../../counted.fr.js';
import { failureFr } from '../../failure.messages.fr.js';
import { factsFr } from '../facts.messages.fr.js';
import { whenFr } from '../when.messages.fr.js';

const free = (count: number) => counted(count, 'place libre', 'places libres');

/** French sentences of `<cnr-meeting>`. */
export const fr = {
  loading: 'Chargement de la réunion…',
  failure: failureFr,
  failedTitle: 'La réunion ne peut pas s’afficher',
  gone: 'Cette réunion n’est plus annoncée.',
  when: whenFr,
  facts: factsFr,

  cancelled: 'Cette réunion est annulée.',
  date: 'Quand',
  zone: (name: string) => `Ces heures sont celles du lieu (${name}).`,
  place: 'Où',
  approximate: 'Sur la carte, le point est celui de la commune, pas celui de l’adresse.',
  nearby: 'Sur la carte, le point est celui d’une commune voisine.',
  online: 'À distance. Inscrivez-vous pour avoir le lien.',
  alsoOnline: 'Aussi à distance\u00a0: inscrivez-vous pour avoir le lien.',
  organiser: 'Organisée par',
  theme: 'Thème',
  registration: 'Inscription',
  states: (state: RegistrationState, at: string | undefined) =>
    ({
      none: 'Entrée libre, sans inscription.',
      'not-yet': `Les inscriptions ouvrent le ${at}.`,
      open: `Inscriptions ouvertes jusqu’au ${at}.`,
      closed: 'Les inscriptions sont fermées.',
      full: 'Il n’y a plus de place.',
      cancelled: 'Réunion annulée\u00a0: les inscriptions sont fermées.',
      held: 'La réunion a eu lieu.',
    })[state],
  left: (count: number) => `Sur place\u00a0: ${count === 0 ? 'complet' : free(count)}`,
  leftRemote: (count: number) => `À distance\u00a0: ${count === 0 ? 'complet' : free(count)}`,
  entrance: {
    register: 'S’inscrire',
    loading: 'Chargement…',
    failed: 'L’inscription ne s’affiche pas. Vérifiez votre réseau, puis réessayez.',
    others: 'Voir d’autres réunions proches',
  },
  access: 'Accessibilité',
  needs: {
    stepFree: 'Accès de plain-pied',
    hearingLoop: 'Boucle magnétique',
    signLanguage: 'Langue des signes',
  },
  need: (name: string, value: boolean | undefined) =>
    `${name}\u00a0: ${value === undefined ? 'non précisé' : value ? 'oui' : 'non'}`,

  calendar: 'Ajouter à mon agenda',
  directions: 'Itinéraire (OpenStreetMap, nouvel\u00a0onglet)',
  share: 'Partager',
  copied: 'L’adresse de cette réunion est copiée.',
  shareYourself: 'Voici l’adresse de cette réunion, à copier\u00a0:',
  follow: (departement: string) => `S’abonner aux réunions\u00a0: ${departement}`,
  followText:
    'Votre agenda montre alors chaque réunion de ce territoire, et ses changements. Si rien ne s’ouvre, copiez cette adresse dans votre application d’agenda\u00a0:',
  followAddress: 'Adresse de l’agenda',
  followOpen: 'Ouvrir dans mon agenda',

  description: 'Présentation',
  programme: 'Programme',
  documents: 'Documents',
  report: 'Compte rendu',
  noReport: 'Le compte rendu n’est pas encore publié.',
};

export type MeetingMessages = typeof fr;
