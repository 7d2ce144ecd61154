import type { Question } from '@cnr-widgets/contract';

// One question of each kind, as a commune may ask it.

export const single: Question = {
  id: 'venue',
  kind: 'single',
  title: 'Comment venez-vous sur la place ?',
  help: 'Le plus souvent, ces trois derniers mois.',
  required: true,
  choices: [
    { id: 'pied', label: 'À pied' },
    { id: 'velo', label: 'À vélo' },
    { id: 'voiture', label: 'En voiture' },
    { id: 'autre', label: 'Autre', other: true },
  ],
};

export const multiple: Question = {
  id: 'manques',
  kind: 'multiple',
  title: 'Que manque-t-il sur la place ?',
  max: 2,
  choices: [
    { id: 'ombre', label: 'De l’ombre' },
    { id: 'bancs', label: 'Des bancs' },
    { id: 'jeux', label: 'Des jeux pour les enfants' },
    { id: 'autre', label: 'Autre chose', other: true },
    { id: 'rien', label: 'Rien ne manque', exclusive: true },
  ],
};

export const text: Question = {
  id: 'phrase',
  kind: 'text',
  title: 'Décrivez la place en une phrase',
  required: true,
  maxLength: 60,
};

export const longText: Question = {
  id: 'idee',
  kind: 'text',
  long: true,
  title: 'Quelle idée proposez-vous ?',
  help: 'Dites le besoin, puis ce qu’il faudrait faire.',
  maxLength: 1000,
};

export const texts: Question = {
  id: 'mots',
  kind: 'texts',
  title: 'Trois mots pour la place de demain',
  required: true,
  count: 3,
  maxLength: 20,
};

export const scale: Question = {
  id: 'agrement',
  kind: 'scale',
  title: 'La place est-elle agréable ?',
  required: true,
  min: 0,
  max: 10,
  minLabel: 'Pas du tout',
  maxLabel: 'Tout à fait',
};

export const likert: Question = {
  id: 'securite',
  kind: 'scale',
  title: 'Un enfant peut traverser la place seul.',
  required: true,
  min: 1,
  max: 4,
  labels: ['Pas d’accord', 'Plutôt pas d’accord', 'Plutôt d’accord', 'D’accord'],
};

export const ranking: Question = {
  id: 'priorites',
  kind: 'ranking',
  title: 'Que faut-il faire d’abord ?',
  min: 2,
  max: 3,
  choices: [
    { id: 'arbres', label: 'Planter des arbres' },
    { id: 'sol', label: 'Refaire le sol' },
    { id: 'scene', label: 'Monter une scène' },
    { id: 'eclairage', label: 'Mieux éclairer' },
  ],
};

export const matrix: Question = {
  id: 'services',
  kind: 'matrix',
  title: 'Que pensez-vous de ce qui s’y trouve ?',
  required: true,
  rows: [
    { id: 'marche', label: 'Le marché' },
    { id: 'parking', label: 'Le stationnement' },
  ],
  columns: [
    { id: 'bien', label: 'Bien' },
    { id: 'moyen', label: 'À revoir' },
    { id: 'inconnu', label: 'Je ne sais pas' },
  ],
};

export const number: Question = {
  id: 'distance',
  kind: 'number',
  title: 'À quelle distance de la place habitez-vous ?',
  required: true,
  min: 0,
  max: 50,
  unit: 'km',
};

export const date: Question = {
  id: 'visite',
  kind: 'date',
  title: 'Quand êtes-vous venu pour la dernière fois ?',
  required: true,
  min: '2026-01-01',
  max: '2026-12-31',
};

export const postalCode: Question = {
  id: 'commune',
  kind: 'territory',
  ask: 'postal-code',
  title: 'Quel est votre code postal ?',
  required: true,
};

export const departement: Question = {
  id: 'departement',
  kind: 'territory',
  ask: 'departement',
  title: 'Dans quel département habitez-vous ?',
  required: true,
};

/** More than a screen holds. */
export const sixty: Question = {
  id: 'quartier',
  kind: 'single',
  title: 'De quel quartier venez-vous ?',
  choices: Array.from({ length: 60 }, (_, index) => ({
    id: `quartier-${index + 1}`,
    label: `Quartier ${index + 1}`,
  })),
};

const LONG = 'Anticonstitutionnellementdécentralisée';

/** The kind with the least room for each word. */
export const longWords: Question = {
  id: 'longs-mots',
  kind: 'matrix',
  title: `${LONG} : qu’en pensez-vous ?`,
  help: `Par exemple ${LONG.toLowerCase()}.`,
  rows: ['a', 'b'].map((id) => ({ id, label: `${LONG} ${id}` })),
  columns: ['oui', 'non', 'peut-etre'].map((id) => ({ id, label: `${LONG} ${id}` })),
};
