// Public meetings of our own making, all over the départements: the same seed and day give the same meetings.
import { chance } from '../chance.mjs';

const ZONES = {
  971: 'America/Guadeloupe',
  972: 'America/Martinique',
  973: 'America/Cayenne',
  974: 'Indian/Reunion',
  976: 'Indian/Mayotte',
};
const DAY = 86_400_000;

const THEMES = [
  {
    theme: 'Santé',
    titles: [
      'Trouver un médecin : qui s’engage à quoi ?',
      'Une maison de santé pour le canton',
      'Vieillir chez soi, et bien entouré',
      'La nuit et le dimanche, où se faire soigner ?',
    ],
  },
  {
    theme: 'Démarches',
    titles: [
      'Vos démarches, avec ou sans internet',
      'Ce que le guichet doit garder',
      'Un seul rendez-vous pour tout régler ?',
    ],
  },
  {
    theme: 'École',
    titles: [
      'L’école de demain dans nos villages',
      'Cantine, périscolaire : parlons des horaires',
      'Apprendre dehors : les projets des classes',
    ],
  },
  {
    theme: 'Transports',
    titles: [
      'Se déplacer sans voiture : les lignes de 2027',
      'Des pistes cyclables qui mènent quelque part',
      'Le car de 17 heures, et celui qui manque',
    ],
  },
  {
    theme: 'Eau et climat',
    titles: [
      'Partager l’eau quand l’été est sec',
      'Rafraîchir les rues et les cours d’école',
      'Se préparer aux crues, quartier par quartier',
    ],
  },
  {
    theme: 'Logement',
    titles: ['Les logements vides du centre-ville', 'Louer quand on débute : vos idées'],
  },
];
const HALLS = [
  ['Salle des fêtes', 'place de la Mairie'],
  ['Médiathèque', 'rue des Écoles'],
  ['Maison des associations', 'allée du Stade'],
  ['Hôtel de ville, salle du conseil', 'place du Marché'],
  ['Lycée, amphithéâtre', 'avenue du Lycée'],
  ['Halle couverte', 'quai de la Halle'],
];
const HOURS = [
  ['09:30', '11:30'],
  ['14:00', '16:30'],
  ['18:00', '20:00'],
  ['18:30', '20:30'],
  ['19:00', '21:00'],
];
const ABOUT =
  'Une réunion ouverte à toutes et à tous, sur un sujet : **{theme}**. On vient avec ses questions, ' +
  'on repart avec des réponses ou une date.';
const PROGRAMME =
  '- **Accueil** et présentation, vingt minutes\n- **Ateliers** par tables de huit, une heure\n' +
  '- **Mise en commun**, puis ce que l’organisateur retient';

/**
 * @param {string} csv what towns.csv holds: no name of a town has a comma
 * @returns {{ commune: string, city: string, departement: string, postalCode: string,
 *   point: { latitude: number, longitude: number } }[]}
 */
export function readTowns(csv) {
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [commune, city, departement, postalCode, latitude, longitude] = line.split(',');
      const point = { latitude: Number(latitude), longitude: Number(longitude) };
      return { commune, city, departement, postalCode, point };
    });
}

/**
 * @param {object} options
 * @param {ReturnType<typeof readTowns>} options.towns
 * @param {number} options.count
 * @param {Date} options.today meetings lie from three weeks before it to ten weeks after it
 * @param {number} [options.seed]
 * @returns {object[]} meetings as an operator writes them
 */
export function makeMeetings({ towns, count, today, seed = 7 }) {
  const random = chance(seed);
  const one = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, number) => {
    // Every town once before any comes a second time.
    const town = towns[Math.floor(((number * 0.618034) % 1) * towns.length)];
    const { theme, titles } = one(THEMES);
    const [hall, street] = one(HALLS);
    const [from, to] = one(HOURS);
    const timeZone = zoneOf(town.departement);
    const first = dayAfter(today, Math.floor(random() * 91) - 21);
    const days = random() < 0.05 ? 3 : 1;
    const way = random();
    const onSite = way < 0.93;
    const remote = way > 0.78;
    const fate = random();
    const past = new Date(`${first}T23:59:59Z`).getTime() + (days - 1) * DAY < today.getTime();
    const registers = random() < 0.75;
    return {
      id: `${slugOf(town.city)}-${String(number + 1).padStart(3, '0')}`,
      title: one(titles),
      theme,
      organiser: `Préfecture, département ${town.departement} (démonstration)`,
      ...(fate < 0.03 ? { status: 'cancelled' } : fate < 0.08 ? { status: 'full' } : {}),
      timeZone,
      sessions: Array.from({ length: days }, (__, later) => {
        const day = dayAfter(new Date(`${first}T12:00:00Z`), later);
        return { start: instantIn(timeZone, day, from), end: instantIn(timeZone, day, to) };
      }),
      description: ABOUT.replace('{theme}', theme.toLowerCase()),
      programme: PROGRAMME,
      ...(onSite && {
        place: {
          name: hall,
          address: `${1 + Math.floor(random() * 40)} ${street}`,
          ...{ postalCode: town.postalCode, city: town.city, commune: town.commune },
          departement: town.departement,
          point: town.point,
          located: 'exact',
        },
        accessibility: {
          ...(random() < 0.85 && { stepFree: random() < 0.8 }),
          ...(random() < 0.6 && { hearingLoop: random() < 0.4 }),
          ...(random() < 0.6 && { signLanguage: random() < 0.3 }),
        },
      }),
      ...(remote && { remote: { link: `https://visio.example/salle/${number + 1}` } }),
      ...(registers && {
        registration: {},
        places: { ...(onSite && { onSite: one([12, 30, 60, 120]) }), ...(remote && { remote: 200 }) },
      }),
      ...(past && {
        documents: [
          { title: 'Le support présenté', url: `https://prefecture.example/support/${number + 1}.pdf` },
        ],
        report:
          'Trois demandes reviennent : des horaires lisibles, un interlocuteur qui rappelle, et une date pour la suite.\n\n' +
          '**Ce que l’organisateur retient** : il répond à chacune d’ici deux mois.',
      }),
    };
  });
}

/** IANA time zone of a département. */
export function zoneOf(departement) {
  return ZONES[departement] ?? 'Europe/Paris';
}

/** ISO 8601 calendar date. */
export function dayAfter(date, days) {
  return new Date(date.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** What a clock on the wall there shows, as RFC 3339 with the zone's offset of that day. */
export function instantIn(timeZone, day, time) {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
    new Date(`${day}T${time}:00Z`),
  );
  const offset = parts.find(({ type }) => type === 'timeZoneName').value.slice('GMT'.length);
  return `${day}T${time}:00${offset || 'Z'}`;
}

function slugOf(name) {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
