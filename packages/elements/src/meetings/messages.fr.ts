import { counted } from '../counted.fr.js';
import { failureFr } from '../failure.messages.fr.js';
import { factsFr } from './facts.messages.fr.js';
import { knownFr } from './registering/known.messages.fr.js';
import { whenFr } from './when.messages.fr.js';

const meetings = (count: number) => counted(count, 'réunion', 'réunions');

/** French sentences of `<cnr-meeting-map>`. */
export const fr = {
  failedTitle: 'La liste des réunions ne peut pas s’afficher',
  failure: failureFr,
  loading: 'Chargement des réunions…',
  skip: 'Passer les réunions',
  when: whenFr,
  facts: factsFr,
  known: knownFr,

  title: 'Les réunions publiques',
  kept: (date: string) =>
    `Le service ne répond pas. Voici la liste du ${date}\u00a0: elle a peut-être changé.`,
  retry: 'Réessayer',
  refresh: 'Actualiser la liste',

  searchLabel: 'Commune, code postal ou département',
  search: 'Rechercher',
  searching: 'Recherche…',
  near: 'Près de chez moi',
  locating: 'Recherche de votre position…',
  nearHint: 'Votre position sert à trier la liste sur cet appareil. Elle n’est envoyée à personne.',
  here: 'Près de chez moi',
  choose: (query: string) => `Plusieurs lieux correspondent à «\u00a0${query}\u00a0». Lequel\u00a0?`,
  commune: (name: string, departement: string, code: string) => `${name}, ${departement} (${code})`,
  departement: (name: string, code: string) => `${name} (département ${code})`,
  trouble: {
    empty:
      'Écrivez le nom d’une commune, un code postal ou un département, par exemple «\u00a0Laval\u00a0» ou «\u00a053000\u00a0».',
    unknown: 'Aucun lieu de ce nom. Vérifiez l’orthographe, ou essayez le code postal.',
    offline:
      'Sans réseau, seuls les départements sont trouvés. Écrivez un département ou un code postal, par exemple «\u00a0Mayenne\u00a0» ou «\u00a053\u00a0».',
    unreachable:
      'La recherche de communes ne répond pas. Écrivez un département, par exemple «\u00a0Mayenne\u00a0» ou «\u00a053\u00a0».',
    denied:
      'Votre navigateur ne donne pas votre position. Écrivez plutôt votre commune ou votre code postal.',
    unlocated: 'Votre position n’a pas été trouvée. Écrivez plutôt votre commune ou votre code postal.',
  },

  filters: 'Filtrer les réunions',
  filtersOn: (count: number) => ` (${counted(count, 'filtre', 'filtres')})`,
  theme: 'Thème',
  all: 'Tous',
  period: 'Période',
  periods: { '': 'Toutes les dates', week: 'Cette semaine', month: 'Ce mois-ci', dates: 'Choisir des dates' },
  from: 'Du',
  to: 'Au',
  since: (date: string) => `à partir du ${date}`,
  until: (date: string) => `jusqu’au ${date}`,
  range: (from: string, to: string) => `du ${from} au ${to}`,
  attendance: 'Comment participer',
  attendances: { '': 'Sur place ou à distance', 'on-site': 'Sur place', remote: 'À distance' },
  access: 'Accessibilité',
  needs: {
    stepFree: 'Accès de plain-pied',
    hearingLoop: 'Boucle magnétique',
    signLanguage: 'Langue des signes',
  },
  available: 'Places disponibles',
  held: 'Montrer les réunions passées',
  active: 'Filtres choisis',
  remove: (filter: string) => `Retirer\u00a0: ${filter}`,
  reset: 'Effacer la recherche et les filtres',

  count: (total: number, shown: number) =>
    shown < total ? `${counted(shown, 'affichée', 'affichées')} sur ${meetings(total)}` : meetings(total),
  nearest: (place: string) => `les plus proches d’abord, en ligne droite depuis ${place}`,
  nearestHere: 'les plus proches d’abord, en ligne droite depuis votre position',
  inside: (count: number, place: string) => `${meetings(count)} pour ${place}, puis les autres`,
  noneInside: (place: string) => `aucune pour ${place}\u00a0; voici les autres`,
  more: (left: number) => `Voir plus (encore ${counted(left, 'autre', 'autres')})`,
  none: 'Aucune réunion n’est annoncée pour l’instant.',
  allHeld: 'Toutes les réunions ont eu lieu. Leurs comptes rendus sont ci-dessous quand ils sont publiés.',
  noMatch: 'Aucune réunion ne correspond à ces filtres.',
  heldMatch: (count: number) =>
    count === 1 ? 'Une réunion passée y correspond.' : `${meetings(count)} passées y correspondent.`,
  suggestions: { near: 'Les réunions les plus proches', soon: 'Les prochaines réunions' },

  toMap: 'Voir la carte',
  toList: 'Voir la liste',
  mapFailed: 'La carte ne s’affiche pas. La liste donne les mêmes informations.',
  picked: (count: number) =>
    count === 1 ? 'Réunion choisie sur la carte' : `${meetings(count)} à cet endroit`,
  marked: 'Choisie sur la carte',
  back: 'Retour à la liste',
  partFailed: 'Cette réunion ne s’affiche pas. Vérifiez votre réseau, puis réessayez.',
};

export type MeetingsMessages = typeof fr;
