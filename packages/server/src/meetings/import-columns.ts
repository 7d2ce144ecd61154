import { comparedName } from '../geo/place-words.js';

/**
 * What a column of an operator's table may hold, and the names under which it is known: accents, case, blanks and what
 * stands between words make no difference. The first ones are those of the Grand débat's public file of events.
 */
export const COLUMNS = {
  id: ['id', 'reference', 'identifiant', 'ref', 'uuid', 'numero'],
  title: ['title', 'titre', 'intitule', 'nom', 'nom de la rencontre', 'nom de l’événement', 'name'],
  start: ['startAt', 'start', 'début', 'date de début', 'date et heure de début', 'starts at'],
  end: ['endAt', 'end', 'fin', 'date de fin', 'date et heure de fin', 'ends at'],
  date: ['date', 'jour', 'day'],
  startTime: ['heure de début', 'heure', 'horaire', 'start time', 'time'],
  endTime: ['heure de fin', 'end time'],
  latitude: ['lat', 'latitude'],
  longitude: ['lng', 'lon', 'long', 'longitude'],
  point: ['coordonnées', 'coordinates', 'geo point', 'geo point 2d', 'latlng'],
  fullAddress: ['fullAddress', 'adresse complète'],
  address: ['address', 'adresse', 'rue', 'voie', 'street'],
  placeName: ['lieu', 'salle', 'nom du lieu', 'place', 'venue'],
  postalCode: ['zipCode', 'code postal', 'cp', 'postal code', 'postcode'],
  city: ['city', 'ville', 'commune', 'localité'],
  commune: ['code insee', 'insee', 'code commune', 'commune code', 'city code'],
  department: ['departement', 'department', 'code département', 'dep', 'dept'],
  link: ['link', 'lien', 'url', 'site', 'page'],
  remoteLink: ['visio', 'lien visio', 'visioconférence', 'lien de connexion', 'remote link', 'webinaire'],
  remote: ['à distance', 'distance', 'en ligne', 'remote', 'online'],
  description: ['body', 'description', 'texte', 'présentation', 'contenu', 'text'],
  programme: ['programme', 'ordre du jour', 'agenda', 'program'],
  theme: ['theme', 'thème', 'thématique', 'themes', 'topic'],
  organiser: ['author', 'organisateur', 'organisatrice', 'organiser', 'organizer', 'auteur', 'author name'],
  status: ['status', 'statut', 'état', 'state'],
  onSite: ['places', 'capacité', 'jauge', 'nombre de places', 'capacity', 'places sur place'],
  remotePlaces: ['places à distance', 'remote places'],
  registration: ['inscription', 'registration', 'sur inscription'],
  opensAt: ['ouverture des inscriptions', 'registration opens at'],
  closesAt: ['clôture des inscriptions', 'registration closes at'],
  stepFree: ['pmr', 'accessible', 'accessible pmr', 'accès pmr', 'sans marche', 'step free', 'wheelchair'],
  hearingLoop: ['boucle', 'boucle auditive', 'boucle magnétique', 'boucle à induction', 'hearing loop'],
  signLanguage: ['lsf', 'langue des signes', 'sign language'],
  report: ['compte rendu', 'report'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof COLUMNS;

const BY_NAME: ReadonlyMap<string, Column> = new Map(
  Object.entries(COLUMNS).flatMap(([column, names]) =>
    names.map((name) => [comparedName(name).compact, column as Column] as const),
  ),
);

/** Which column of the file holds what. */
export interface Columns {
  /** Places in a row, by what they hold. */
  places: ReadonlyMap<Column, number>;
  /** As they are called in the file, by what they hold. */
  names: ReadonlyMap<Column, string>;
  /** Names that say nothing to us: those columns are left aside. */
  unknown: string[];
  /** Names that say what an earlier column says. */
  again: string[];
}

/** Reads the first row. */
export function readColumns(head: readonly string[]): Columns {
  const places = new Map<Column, number>();
  const names = new Map<Column, string>();
  const unknown: string[] = [];
  const again: string[] = [];
  head.forEach((written, place) => {
    const name = written.trim();
    if (name === '') return;
    const column = BY_NAME.get(comparedName(name).compact);
    if (column === undefined) unknown.push(name);
    else if (places.has(column)) again.push(name);
    else {
      places.set(column, place);
      names.set(column, name);
    }
  });
  return { places, names, unknown, again };
}
