import '@cnr-widgets/elements/define/questionnaire';
import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { asked, questionStories, refused, type QuestionArgs, type QuestionStory } from './asked.js';
import { choose, fill, press, sees } from './citizen.js';
import { likert, longWords, matrix, multiple, ranking, scale, single, sixty } from './questions.js';

const meta: Meta<QuestionArgs> = { ...questionStories, title: 'Questionnaire/Questions' };
export default meta;

export const ChoixUnique: QuestionStory = { name: 'Choix unique', ...asked(single) };
export const ChoixUniqueRempli: QuestionStory = {
  name: 'Choix unique, « Autre » précisé',
  ...asked(single, async (page) => {
    await choose(page, 'Autre');
    await fill(page, 'Précisez votre réponse', 'En trottinette');
  }),
};
export const ChoixUniqueErreur: QuestionStory = {
  name: 'Choix unique, sans réponse',
  ...asked(single, (page) => refused(page, /Cette question est obligatoire/)),
};
export const ChoixUniqueLimite: QuestionStory = {
  name: 'Choix unique, précision trop longue',
  ...asked(single, async (page) => {
    await choose(page, 'Autre');
    await fill(page, 'Précisez votre réponse', 'En trottinette électrique, '.repeat(19));
    await sees(page, /caractères de trop/);
  }),
};

export const ChoixMultiple: QuestionStory = { name: 'Choix multiple', ...asked(multiple) };
export const ChoixMultipleRempli: QuestionStory = {
  name: 'Choix multiple, rempli',
  ...asked(multiple, (page) => choose(page, 'De l’ombre', 'Des bancs')),
};
export const ChoixMultipleExclusif: QuestionStory = {
  name: 'Choix multiple, choix exclusif',
  ...asked(multiple, async (page) => {
    await choose(page, 'De l’ombre', 'Rien ne manque');
    await sees(page, 'Rien ne manque');
  }),
};
export const ChoixMultipleErreur: QuestionStory = {
  name: 'Choix multiple, trop de choix',
  ...asked(multiple, async (page) => {
    await choose(page, 'De l’ombre', 'Des bancs', 'Des jeux pour les enfants');
    await refused(page, /Choisissez 2 réponses au plus/);
  }),
};

export const Echelle: QuestionStory = { name: 'Échelle de 0 à 10', ...asked(scale) };
export const EchelleRemplie: QuestionStory = {
  name: 'Échelle de 0 à 10, remplie',
  ...asked(scale, (page) => choose(page, '7')),
};
export const EchelleErreur: QuestionStory = {
  name: 'Échelle de 0 à 10, sans réponse',
  ...asked(scale, (page) => refused(page, /Cette question est obligatoire/)),
};

export const Accord: QuestionStory = { name: 'Échelle d’accord', ...asked(likert) };
export const AccordRempli: QuestionStory = {
  name: 'Échelle d’accord, remplie',
  ...asked(likert, (page) => choose(page, 'Plutôt d’accord')),
};
export const AccordErreur: QuestionStory = {
  name: 'Échelle d’accord, sans réponse',
  ...asked(likert, (page) => refused(page, /Cette question est obligatoire/)),
};

export const Classement: QuestionStory = { name: 'Classement', ...asked(ranking) };
export const ClassementRempli: QuestionStory = {
  name: 'Classement, rempli et déplacé',
  ...asked(ranking, async (page) => {
    await press(page, /Classer en position 1 : Refaire le sol/);
    await press(page, /Classer en position 2 : Planter des arbres/);
    await press(page, 'Monter : Planter des arbres');
  }),
};
export const ClassementErreur: QuestionStory = {
  name: 'Classement, trop court',
  ...asked(ranking, async (page) => {
    await press(page, /Classer en position 1 : Refaire le sol/);
    await refused(page, /Choisissez au moins 2 réponses/);
  }),
};
export const ClassementLimite: QuestionStory = {
  name: 'Classement, complet',
  ...asked(ranking, async (page) => {
    await press(page, /Classer en position 1 : Refaire le sol/);
    await press(page, /Classer en position 2 : Planter des arbres/);
    await press(page, /Classer en position 3 : Mieux éclairer/);
  }),
};

export const Tableau: QuestionStory = { name: 'Tableau', ...asked(matrix) };
export const TableauRempli: QuestionStory = {
  name: 'Tableau, rempli',
  ...asked(matrix, async (page) => {
    const [market, parking] = await page.findAllByLabelText('Bien');
    market?.click();
    parking?.click();
  }),
};
export const TableauErreur: QuestionStory = {
  name: 'Tableau, ligne oubliée',
  ...asked(matrix, async (page) => {
    const [market] = await page.findAllByLabelText('Bien');
    market?.click();
    await refused(page, /il en manque 1/);
  }),
};

export const SoixanteChoix: QuestionStory = { name: '60 choix', ...asked(sixty) };
export const MotsTresLongs: QuestionStory = { name: 'Mots très longs', ...asked(longWords) };
export const DroiteAGauche: QuestionStory = {
  name: 'De droite à gauche',
  ...asked(ranking, (page) => press(page, /Classer en position 1 : Refaire le sol/)),
  decorators: [(story) => html`<div dir="rtl">${story()}</div>`],
};
