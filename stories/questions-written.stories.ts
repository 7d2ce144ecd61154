import '@cnr-widgets/elements/define/questionnaire';
import type { Meta } from '@storybook/web-components-vite';
import { asked, questionStories, refused, type QuestionArgs, type QuestionStory } from './asked.js';
import { fill, sees, select } from './citizen.js';
import { text, longText, texts, number, date, postalCode, departement } from './questions.js';

const meta: Meta<QuestionArgs> = { ...questionStories, title: 'Questionnaire/Questions à écrire' };
export default meta;

export const TexteCourt: QuestionStory = { name: 'Texte court', ...asked(text) };
export const TexteCourtRempli: QuestionStory = {
  name: 'Texte court, rempli',
  ...asked(text, (page) => fill(page, /Décrivez la place/, 'Un carrefour où l’on ne s’arrête pas.')),
};
export const TexteCourtErreur: QuestionStory = {
  name: 'Texte court, sans réponse',
  ...asked(text, (page) => refused(page, /Cette question est obligatoire/)),
};
export const TexteCourtLimite: QuestionStory = {
  name: 'Texte court, au-delà de la limite',
  ...asked(text, async (page) => {
    await fill(
      page,
      /Décrivez la place/,
      'Un carrefour où les voitures passent et où personne ne s’arrête jamais.',
    );
    await sees(page, /caractères de trop/);
  }),
};

export const TexteLong: QuestionStory = { name: 'Texte long', ...asked(longText) };
export const TexteLongRempli: QuestionStory = {
  name: 'Texte long, rempli',
  ...asked(longText, (page) =>
    fill(
      page,
      /Quelle idée/,
      'Il manque de l’ombre en été.\n\nPlantons des tilleuls le long de la mairie. 🌳',
    ),
  ),
};
export const TexteLongLimite: QuestionStory = {
  name: 'Texte long, à la limite',
  ...asked(longText, async (page) => {
    await fill(page, /Quelle idée/, 'Plantons des tilleuls. '.repeat(50).slice(0, 1000));
    await sees(page, '0 caractère restant');
  }),
};

export const PlusieursTextes: QuestionStory = { name: 'Plusieurs textes', ...asked(texts) };
export const PlusieursTextesRemplis: QuestionStory = {
  name: 'Plusieurs textes, remplis',
  ...asked(texts, async (page) => {
    await fill(page, 'Réponse 1 sur 3', 'ombre');
    await fill(page, 'Réponse 2 sur 3', 'eau');
    await fill(page, 'Réponse 3 sur 3', 'fête');
  }),
};
export const PlusieursTextesErreur: QuestionStory = {
  name: 'Plusieurs textes, sans réponse',
  ...asked(texts, (page) => refused(page, /Cette question est obligatoire/)),
};
export const PlusieursTextesLimite: QuestionStory = {
  name: 'Plusieurs textes, au-delà de la limite',
  ...asked(texts, async (page) => {
    await fill(page, 'Réponse 2 sur 3', 'intergénérationnelle et fleurie');
    await sees(page, /caractères de trop/);
  }),
};

export const Nombre: QuestionStory = { name: 'Nombre', ...asked(number) };
export const NombreRempli: QuestionStory = {
  name: 'Nombre, rempli',
  ...asked(number, (page) => fill(page, /À quelle distance/, '3,5')),
};
export const NombreErreur: QuestionStory = {
  name: 'Nombre, illisible',
  ...asked(number, async (page) => {
    await fill(page, /À quelle distance/, 'tout près');
    await refused(page, /Écrivez un nombre en chiffres/);
  }),
};
export const NombreLimite: QuestionStory = {
  name: 'Nombre, hors des bornes',
  ...asked(number, async (page) => {
    await fill(page, /À quelle distance/, '120');
    await refused(page, /Écrivez un nombre de 0 à 50/);
  }),
};

export const Jour: QuestionStory = { name: 'Date', ...asked(date) };
export const JourRempli: QuestionStory = {
  name: 'Date, remplie',
  ...asked(date, (page) => fill(page, /Quand êtes-vous venu/, '2026-11-14')),
};
export const JourErreur: QuestionStory = {
  name: 'Date, sans réponse',
  ...asked(date, (page) => refused(page, /Cette question est obligatoire/)),
};
export const JourLimite: QuestionStory = {
  name: 'Date, hors des bornes',
  ...asked(date, async (page) => {
    await fill(page, /Quand êtes-vous venu/, '2025-12-24');
    await refused(page, /Choisissez une date du/);
  }),
};

export const CodePostal: QuestionStory = { name: 'Code postal', ...asked(postalCode) };
export const CodePostalRempli: QuestionStory = {
  name: 'Code postal, rempli',
  ...asked(postalCode, async (page) => {
    await fill(page, /Quel est votre code postal/, '72000');
    await sees(page, 'Département : Sarthe');
  }),
};
export const CodePostalErreur: QuestionStory = {
  name: 'Code postal, illisible',
  ...asked(postalCode, async (page) => {
    await fill(page, /Quel est votre code postal/, '7200');
    await refused(page, /Écrivez un code postal de cinq chiffres/);
  }),
};

export const Departement: QuestionStory = { name: 'Département', ...asked(departement) };
export const DepartementRempli: QuestionStory = {
  name: 'Département, rempli',
  ...asked(departement, (page) => select(page, /Dans quel département/, '2A')),
};
export const DepartementErreur: QuestionStory = {
  name: 'Département, sans réponse',
  ...asked(departement, (page) => refused(page, /Cette question est obligatoire/)),
};
