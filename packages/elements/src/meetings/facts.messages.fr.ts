import { counted } from '../counted.fr.js';
import type { FactsMessages } from './facts.js';

/** French words for what is known of a meeting, in the list and where it is opened. */
export const factsFr: FactsMessages = {
  status: { planned: '', full: 'Complet', cancelled: 'Annulée', held: 'Passée' },
  remote: 'À distance',
  also: 'aussi à distance',
  far: (km, rough) =>
    km < 1
      ? 'à moins d’un kilomètre'
      : `à ${rough ? 'environ ' : ''}${counted(Math.round(km), 'kilomètre', 'kilomètres')}`,
  left: (count) => `${counted(count, 'place libre', 'places libres')} sur place`,
  leftRemote: (count) => `${counted(count, 'place libre', 'places libres')} à distance`,
  access: {
    stepFree: 'accès de plain-pied',
    hearingLoop: 'boucle magnétique',
    signLanguage: 'langue des signes',
  },
  reported: 'compte rendu publié',
};
