import type { Question } from '@cnr-widgets/contract';
import '@cnr-widgets/elements/define/questionnaire';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, fill, inside, press, sees, select, type Inside } from './citizen.js';
import { asking } from './content.js';
import * as questions from './questions.js';
import { backendOf, setTheStage, withEvents } from './stage.js';

interface Args {
  question: Question;
}
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Questionnaire/Questions',
  component: 'cnr-questionnaire',
  decorators: [withEvents],
  beforeEach: setTheStage,
  argTypes: { question: { control: 'object' } },
  render: ({ question }) => {
    const published = asking([question]);
    return html`<cnr-questionnaire
      .backend=${backendOf(published)}
      consultation=${published.consultation.id}
    ></cnr-questionnaire>`;
  },
};
export default meta;

/** A question, opened as a citizen opens it, after what the citizen does. */
function asked(question: Question, act?: (page: Inside) => Promise<void>): Story {
  return {
    args: { question },
    play: async ({ canvasElement }) => {
      const page = await inside(canvasElement, 'cnr-questionnaire');
      await press(page, 'Commencer');
      await sees(page, 'Question 1 sur 1');
      await act?.(page);
    },
  };
}

/** "Continuer", which leads to what is to be mended. */
async function refused(page: Inside, words: string | RegExp): Promise<void> {
  await press(page, 'Continuer');
  await sees(page, 'Une réponse est à revoir');
  await sees(page, words);
}

const { single, multiple, text, longText, texts, scale, likert, ranking, matrix } = questions;
const { number, date, postalCode, departement } = questions;

export const ChoixUnique: Story = { name: 'Choix unique', ...asked(single) };
export const ChoixUniqueRempli: Story = {
  name: 'Choix unique, « Autre » précisé',
  ...asked(single, async (page) => {
    await choose(page, 'Autre');
    await fill(page, 'Précisez votre réponse', 'En trottinette');
  }),
};
export const ChoixUniqueErreur: Story = {
  name: 'Choix unique, sans réponse',
  ...asked(single, (page) => refused(page, /Cette question est obligatoire/)),
};
export const ChoixUniqueLimite: Story = {
  name: 'Choix unique, précision trop longue',
  ...asked(single, async (page) => {
    await choose(page, 'Autre');
    await fill(page, 'Précisez votre réponse', 'En trottinette électrique, '.repeat(19));
    await sees(page, /caractères de trop/);
  }),
};

export const ChoixMultiple: Story = { name: 'Choix multiple', ...asked(multiple) };
export const ChoixMultipleRempli: Story = {
  name: 'Choix multiple, rempli',
  ...asked(multiple, (page) => choose(page, 'De l’ombre', 'Des bancs')),
};
export const ChoixMultipleExclusif: Story = {
  name: 'Choix multiple, choix exclusif',
  ...asked(multiple, async (page) => {
    await choose(page, 'De l’ombre', 'Rien ne manque');
    await sees(page, 'Rien ne manque');
  }),
};
export const ChoixMultipleErreur: Story = {
  name: 'Choix multiple, trop de choix',
  ...asked(multiple, async (page) => {
    await choose(page, 'De l’ombre', 'Des bancs', 'Des jeux pour les enfants');
    await refused(page, /Choisissez 2 réponses au plus/);
  }),
};

export const TexteCourt: Story = { name: 'Texte court', ...asked(text) };
export const TexteCourtRempli: Story = {
  name: 'Texte court, rempli',
  ...asked(text, (page) => fill(page, /Décrivez la place/, 'Un carrefour où l’on ne s’arrête pas.')),
};
export const TexteCourtErreur: Story = {
  name: 'Texte court, sans réponse',
  ...asked(text, (page) => refused(page, /Cette question est obligatoire/)),
};
export const TexteCourtLimite: Story = {
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

export const TexteLong: Story = { name: 'Texte long', ...asked(longText) };
export const TexteLongRempli: Story = {
  name: 'Texte long, rempli',
  ...asked(longText, (page) =>
    fill(
      page,
      /Quelle idée/,
      'Il manque de l’ombre en été.\n\nPlantons des tilleuls le long de la mairie. 🌳',
    ),
  ),
};
export const TexteLongLimite: Story = {
  name: 'Texte long, à la limite',
  ...asked(longText, async (page) => {
    await fill(page, /Quelle idée/, 'Plantons des tilleuls. '.repeat(50).slice(0, 1000));
    await sees(page, '0 caractère restant');
  }),
};

export const PlusieursTextes: Story = { name: 'Plusieurs textes', ...asked(texts) };
export const PlusieursTextesRemplis: Story = {
  name: 'Plusieurs textes, remplis',
  ...asked(texts, async (page) => {
    await fill(page, 'Réponse 1 sur 3', 'ombre');
    await fill(page, 'Réponse 2 sur 3', 'eau');
    await fill(page, 'Réponse 3 sur 3', 'fête');
  }),
};
export const PlusieursTextesErreur: Story = {
  name: 'Plusieurs textes, sans réponse',
  ...asked(texts, (page) => refused(page, /Cette question est obligatoire/)),
};
export const PlusieursTextesLimite: Story = {
  name: 'Plusieurs textes, au-delà de la limite',
  ...asked(texts, async (page) => {
    await fill(page, 'Réponse 2 sur 3', 'intergénérationnelle et fleurie');
    await sees(page, /caractères de trop/);
  }),
};

export const Echelle: Story = { name: 'Échelle de 0 à 10', ...asked(scale) };
export const EchelleRemplie: Story = {
  name: 'Échelle de 0 à 10, remplie',
  ...asked(scale, (page) => choose(page, '7')),
};
export const EchelleErreur: Story = {
  name: 'Échelle de 0 à 10, sans réponse',
  ...asked(scale, (page) => refused(page, /Cette question est obligatoire/)),
};

export const Accord: Story = { name: 'Échelle d’accord', ...asked(likert) };
export const AccordRempli: Story = {
  name: 'Échelle d’accord, remplie',
  ...asked(likert, (page) => choose(page, 'Plutôt d’accord')),
};
export const AccordErreur: Story = {
  name: 'Échelle d’accord, sans réponse',
  ...asked(likert, (page) => refused(page, /Cette question est obligatoire/)),
};

export const Classement: Story = { name: 'Classement', ...asked(ranking) };
export const ClassementRempli: Story = {
  name: 'Classement, rempli et déplacé',
  ...asked(ranking, async (page) => {
    await press(page, /Classer en position 1 : Refaire le sol/);
    await press(page, /Classer en position 2 : Planter des arbres/);
    await press(page, 'Monter : Planter des arbres');
  }),
};
export const ClassementErreur: Story = {
  name: 'Classement, trop court',
  ...asked(ranking, async (page) => {
    await press(page, /Classer en position 1 : Refaire le sol/);
    await refused(page, /Choisissez au moins 2 réponses/);
  }),
};
export const ClassementLimite: Story = {
  name: 'Classement, complet',
  ...asked(ranking, async (page) => {
    await press(page, /Classer en position 1 : Refaire le sol/);
    await press(page, /Classer en position 2 : Planter des arbres/);
    await press(page, /Classer en position 3 : Mieux éclairer/);
  }),
};

export const Tableau: Story = { name: 'Tableau', ...asked(matrix) };
export const TableauRempli: Story = {
  name: 'Tableau, rempli',
  ...asked(matrix, async (page) => {
    const [market, parking] = await page.findAllByLabelText('Bien');
    market?.click();
    parking?.click();
  }),
};
export const TableauErreur: Story = {
  name: 'Tableau, ligne oubliée',
  ...asked(matrix, async (page) => {
    const [market] = await page.findAllByLabelText('Bien');
    market?.click();
    await refused(page, /il en manque 1/);
  }),
};

export const Nombre: Story = { name: 'Nombre', ...asked(number) };
export const NombreRempli: Story = {
  name: 'Nombre, rempli',
  ...asked(number, (page) => fill(page, /À quelle distance/, '3,5')),
};
export const NombreErreur: Story = {
  name: 'Nombre, illisible',
  ...asked(number, async (page) => {
    await fill(page, /À quelle distance/, 'tout près');
    await refused(page, /Saisissez un nombre, par exemple/);
  }),
};
export const NombreLimite: Story = {
  name: 'Nombre, hors des bornes',
  ...asked(number, async (page) => {
    await fill(page, /À quelle distance/, '120');
    await refused(page, /Saisissez un nombre de 0 à 50/);
  }),
};

export const Jour: Story = { name: 'Date', ...asked(date) };
export const JourRempli: Story = {
  name: 'Date, remplie',
  ...asked(date, (page) => fill(page, /Quand êtes-vous venu/, '2026-11-14')),
};
export const JourErreur: Story = {
  name: 'Date, sans réponse',
  ...asked(date, (page) => refused(page, /Cette question est obligatoire/)),
};
export const JourLimite: Story = {
  name: 'Date, hors des bornes',
  ...asked(date, async (page) => {
    await fill(page, /Quand êtes-vous venu/, '2025-12-24');
    await refused(page, /Choisissez une date du/);
  }),
};

export const CodePostal: Story = { name: 'Code postal', ...asked(postalCode) };
export const CodePostalRempli: Story = {
  name: 'Code postal, rempli',
  ...asked(postalCode, async (page) => {
    await fill(page, /Quel est votre code postal/, '72000');
    await sees(page, 'Département : Sarthe');
  }),
};
export const CodePostalErreur: Story = {
  name: 'Code postal, illisible',
  ...asked(postalCode, async (page) => {
    await fill(page, /Quel est votre code postal/, '7200');
    await refused(page, /Saisissez un code postal de cinq chiffres/);
  }),
};

export const Departement: Story = { name: 'Département', ...asked(departement) };
export const DepartementRempli: Story = {
  name: 'Département, rempli',
  ...asked(departement, (page) => select(page, /Dans quel département/, '2A')),
};
export const DepartementErreur: Story = {
  name: 'Département, sans réponse',
  ...asked(departement, (page) => refused(page, /Cette question est obligatoire/)),
};
