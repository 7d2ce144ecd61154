import type { Fault } from '@cnr-widgets/contract';
import type { Bilingual } from '../cli/command.js';

/** What was wrong with a row and could be mended; `{…}` is filled in. */
export const MENDS = {
  'end-added': {
    fr: 'fin absente : deux heures après le début',
    en: 'no end: two hours after the beginning',
  },
  'end-day': {
    fr: 'fin avant le début : comptée au lendemain',
    en: 'end before the beginning: taken for the next day',
  },
  'time-gap': {
    fr: 'cette heure n’existe pas, les montres avancent : une heure plus tard',
    en: 'there is no such time, clocks go forward: an hour later',
  },
  'time-twice': {
    fr: 'cette heure vient deux fois, les montres reculent : la première',
    en: 'this time comes twice, clocks go back: the first',
  },
  'point-swapped': {
    fr: 'latitude et longitude échangées : remises dans l’ordre',
    en: 'latitude and longitude swapped: put right',
  },
  'point-far': {
    fr: 'coordonnées loin de la commune : celles de la commune',
    en: 'coordinates far from the commune: those of the commune',
  },
  'point-commune': {
    fr: 'sans coordonnées : le point de la commune, dit sur la carte',
    en: 'no coordinates: the point of the commune, which the map says',
  },
  'point-nearby': {
    fr: 'sans coordonnées : le point d’une commune voisine, dit sur la carte',
    en: 'no coordinates: the point of a commune nearby, which the map says',
  },
  'commune-by-name': {
    fr: 'commune trouvée par son nom',
    en: 'commune found by its name',
  },
  'commune-by-postal-code': {
    fr: 'commune prise au code postal : la plus peuplée',
    en: 'commune taken by the postal code: the most populous one',
  },
  'commune-by-point': {
    fr: 'sans adresse : la commune la plus proche du point',
    en: 'no address: the commune nearest to the point',
  },
  'departement-corrected': {
    fr: 'le département dit n’est pas celui de la commune : corrigé',
    en: 'the département is not that of the commune: corrected',
  },
  'html-removed': { fr: 'balises HTML retirées', en: 'HTML tags removed' },
  'link-left': {
    fr: 'lien laissé de côté : ce n’est pas une adresse https://',
    en: 'link left aside: it is no https:// address',
  },
} as const satisfies Record<string, Bilingual>;

export type Mend = keyof typeof MENDS;

/** What cannot be mended, besides what `checkMeeting` says. */
export const FAULTS = {
  'date-unreadable': {
    fr: 'cette date ne se lit pas : écrivez par exemple « 15/01/2026 18h30 » ou « 2026-01-15 18:30 », avec l’heure',
    en: 'this date cannot be read: write e.g. “2026-01-15 18:30” or “15/01/2026 18h30”, with the time of day',
  },
  'time-unreadable': {
    fr: 'cette heure ne se lit pas : écrivez par exemple « 18h30 »',
    en: 'this time of day cannot be read: write e.g. “18:30”',
  },
  'no-time': { fr: 'l’heure manque', en: 'the time of day is missing' },
  'two-times': {
    fr: 'la date porte une autre heure que cette colonne : gardez-en une',
    en: 'the date has another time of day than this column: keep one of them',
  },
  'no-title': { fr: 'le titre manque', en: 'the title is missing' },
  'no-start': { fr: 'la date de début manque', en: 'the date of the beginning is missing' },
  'unknown-place': {
    fr: 'on ne sait pas de quelle commune il s’agit : ajoutez le code postal, ou le code INSEE',
    en: 'the commune cannot be told: add the postal code, or INSEE’s code',
  },
  'unknown-status': {
    fr: 'écrivez : prévue, complète, annulée ou tenue',
    en: 'write: planned, full, cancelled or held',
  },
  'not-a-yes': { fr: 'écrivez : oui ou non', en: 'write: yes or no' },
  'not-a-number': { fr: 'écrivez un nombre entier', en: 'write a whole number' },
  'same-id': { fr: 'même identifiant que la ligne {line}', en: 'same id as row {line}' },
  'same-id-at': { fr: 'même identifiant que {path}', en: 'same id as {path}' },
} as const satisfies Record<string, Bilingual>;

/** What `checkMeeting` says with the keys of JSON, for whoever wrote a table. */
export const IN_TABLE: Readonly<Partial<Record<Fault['code'], Bilingual>>> = {
  'end-before-start': {
    fr: 'la fin doit venir après le début',
    en: 'the end must come after the beginning',
  },
  'sessions-overlap': {
    fr: 'cette séance commence avant la fin d’une autre de la même rencontre',
    en: 'this session begins before another one of the same meeting has ended',
  },
  nowhere: {
    fr: 'la rencontre n’a pas de lieu : ajoutez la commune, ou le lien de la visioconférence',
    en: 'the meeting has no place: add the city, or the remote link',
  },
  'places-nowhere': {
    fr: 'des places là où l’on ne peut pas venir : ajoutez la commune ou le lien, ou retirez-les',
    en: 'places where nobody can come: add the city or the link, or take them out',
  },
};

export type RowFault = keyof typeof FAULTS;
