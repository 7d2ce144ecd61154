import { counted, number } from '../../counted.fr.js';
import { whenFr } from '../when.messages.fr.js';

const meetings = (count: number) => (count === 0 ? 'aucune réunion' : counted(count, 'réunion', 'réunions'));

/** French sentences of `<cnr-map>`. */
export const fr = {
  map: 'Carte des réunions',
  skip: 'Passer la carte',
  where: 'Montrer sur la carte',
  whole: 'Toute la France',
  closer: 'Agrandir la carte',
  farther: 'Réduire la carte',
  left: 'Déplacer la carte vers l’ouest',
  up: 'Déplacer la carte vers le nord',
  down: 'Déplacer la carte vers le sud',
  right: 'Déplacer la carte vers l’est',
  overseas: 'Outre-mer',
  meetings,
  count: (count: number) => number.format(count),
  territory: (name: string, count: number) => `${name}, ${meetings(count)}`,
  /** @param zooms or it stands at one place, and opens as a list */
  cluster: (count: number, town: string, zooms: boolean) =>
    zooms
      ? `${meetings(count)} vers ${town}, agrandir`
      : `${meetings(count)} au même endroit, ${town}, montrer dans la liste`,
  status: { planned: '', full: 'complet', cancelled: 'annulée', held: 'passée' },
  legend: { planned: 'Réunion', full: 'Complet', cancelled: 'Annulée', held: 'Passée' },
  holdsSelected: 'dont celle qui est choisie',
  approximate: 'position approximative',
  unknown: 'lieu inconnu, point au milieu du département',
  when: whenFr,
  origin: 'Lieu recherché',
  centred: (where: string) => `Carte centrée sur ${where}`,
  shown: (count: number, where: string) => `${where}\u00a0: ${meetings(count)} sur la carte`,
  remote: (count: number) =>
    `${meetings(count)} à distance seulement\u00a0: dans la liste, pas sur la carte.`,
  middle: (count: number) =>
    `${meetings(count)} sans lieu connu\u00a0: le point est au milieu du département.`,
  contours: (author: string) => `Contours\u00a0: d’après ${author}, simplifiés`,
  help: 'Se déplacer sur la carte',
  helpText:
    'Choisissez un département ou un groupe de réunions. Vous pouvez aussi utiliser les boutons ou le clavier. Écran tactile\u00a0: deux doigts. Souris\u00a0: la molette, avec Ctrl ou ⌘.',
};

export type MapMessages = typeof fr;
