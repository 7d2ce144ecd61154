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
function story(name: string, question: Question, act?: (page: Inside) => Promise<void>): Story {
  return {
    name,
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

export const ChoixUnique = story('Choix unique', single);
export const ChoixUniqueRempli = story('Choix unique, « Autre » précisé', single, async (page) => {
  await choose(page, 'Autre');
  await fill(page, 'Précisez votre réponse', 'En trottinette');
});
export const ChoixUniqueErreur = story('Choix unique, sans réponse', single, (page) =>
  refused(page, /Cette question est obligatoire/),
);
export const ChoixUniqueLimite = story('Choix unique, précision trop longue', single, async (page) => {
  await choose(page, 'Autre');
  await fill(page, 'Précisez votre réponse', 'En trottinette électrique, '.repeat(19));
  await sees(page, /caractères de trop/);
});

export const ChoixMultiple = story('Choix multiple', multiple);
export const ChoixMultipleRempli = story('Choix multiple, rempli', multiple, (page) =>
  choose(page, 'De l’ombre', 'Des bancs'),
);
export const ChoixMultipleExclusif = story('Choix multiple, choix exclusif', multiple, async (page) => {
  await choose(page, 'De l’ombre', 'Rien ne manque');
  await sees(page, 'Rien ne manque');
});
export const ChoixMultipleErreur = story('Choix multiple, trop de choix', multiple, async (page) => {
  await choose(page, 'De l’ombre', 'Des bancs', 'Des jeux pour les enfants');
  await refused(page, /Choisissez 2 réponses au plus/);
});

export const TexteCourt = story('Texte court', text);
export const TexteCourtRempli = story('Texte court, rempli', text, (page) =>
  fill(page, /Décrivez la place/, 'Un carrefour où l’on ne s’arrête pas.'),
);
export const TexteCourtErreur = story('Texte court, sans réponse', text, (page) =>
  refused(page, /Cette question est obligatoire/),
);
export const TexteCourtLimite = story('Texte court, au-delà de la limite', text, async (page) => {
  await fill(page, /Décrivez la place/, 'Un carrefour où les voitures passent et où personne ne s’arrête jamais.');
  await sees(page, /caractères de trop/);
});

export const TexteLong = story('Texte long', longText);
export const TexteLongRempli = story('Texte long, rempli', longText, (page) =>
  fill(page, /Quelle idée/, 'Il manque de l’ombre en été.\n\nPlantons des tilleuls le long de la mairie. 🌳'),
);
export const TexteLongLimite = story('Texte long, à la limite', longText, async (page) => {
  await fill(page, /Quelle idée/, 'Plantons des tilleuls. '.repeat(50).slice(0, 1000));
  await sees(page, '0 caractère restant');
});

export const PlusieursTextes = story('Plusieurs textes', texts);
export const PlusieursTextesRemplis = story('Plusieurs textes, remplis', texts, async (page) => {
  await fill(page, 'Réponse 1 sur 3', 'ombre');
  await fill(page, 'Réponse 2 sur 3', 'eau');
  await fill(page, 'Réponse 3 sur 3', 'fête');
});
export const PlusieursTextesErreur = story('Plusieurs textes, sans réponse', texts, (page) =>
  refused(page, /Cette question est obligatoire/),
);
export const PlusieursTextesLimite = story('Plusieurs textes, au-delà de la limite', texts, async (page) => {
  await fill(page, 'Réponse 2 sur 3', 'intergénérationnelle et fleurie');
  await sees(page, /caractères de trop/);
});

export const Echelle = story('Échelle de 0 à 10', scale);
export const EchelleRemplie = story('Échelle de 0 à 10, remplie', scale, (page) => choose(page, '7'));
export const EchelleErreur = story('Échelle de 0 à 10, sans réponse', scale, (page) =>
  refused(page, /Cette question est obligatoire/),
);

export const Accord = story('Échelle d’accord', likert);
export const AccordRempli = story('Échelle d’accord, remplie', likert, (page) => choose(page, 'Plutôt d’accord'));
export const AccordErreur = story('Échelle d’accord, sans réponse', likert, (page) =>
  refused(page, /Cette question est obligatoire/),
);

export const Classement = story('Classement', ranking);
export const ClassementRempli = story('Classement, rempli et déplacé', ranking, async (page) => {
  await press(page, /Classer en position 1 : Refaire le sol/);
  await press(page, /Classer en position 2 : Planter des arbres/);
  await press(page, 'Monter : Planter des arbres');
});
export const ClassementErreur = story('Classement, trop court', ranking, async (page) => {
  await press(page, /Classer en position 1 : Refaire le sol/);
  await refused(page, /Choisissez au moins 2 réponses/);
});
export const ClassementLimite = story('Classement, complet', ranking, async (page) => {
  await press(page, /Classer en position 1 : Refaire le sol/);
  await press(page, /Classer en position 2 : Planter des arbres/);
  await press(page, /Classer en position 3 : Mieux éclairer/);
});

export const Tableau = story('Tableau', matrix);
export const TableauRempli = story('Tableau, rempli', matrix, async (page) => {
  const [market, parking] = await page.findAllByLabelText('Bien');
  market?.click();
  parking?.click();
});
export const TableauErreur = story('Tableau, ligne oubliée', matrix, async (page) => {
  const [market] = await page.findAllByLabelText('Bien');
  market?.click();
  await refused(page, /il en manque 1/);
});

export const Nombre = story('Nombre', number);
export const NombreRempli = story('Nombre, rempli', number, (page) => fill(page, /À quelle distance/, '3,5'));
export const NombreErreur = story('Nombre, illisible', number, async (page) => {
  await fill(page, /À quelle distance/, 'tout près');
  await refused(page, /Saisissez un nombre, par exemple/);
});
export const NombreLimite = story('Nombre, hors des bornes', number, async (page) => {
  await fill(page, /À quelle distance/, '120');
  await refused(page, /Saisissez un nombre de 0 à 50/);
});

export const Jour = story('Date', date);
export const JourRempli = story('Date, remplie', date, (page) => fill(page, /Quand êtes-vous venu/, '2026-11-14'));
export const JourErreur = story('Date, sans réponse', date, (page) => refused(page, /Cette question est obligatoire/));
export const JourLimite = story('Date, hors des bornes', date, async (page) => {
  await fill(page, /Quand êtes-vous venu/, '2025-12-24');
  await refused(page, /Choisissez une date du/);
});

export const CodePostal = story('Code postal', postalCode);
export const CodePostalRempli = story('Code postal, rempli', postalCode, async (page) => {
  await fill(page, /Quel est votre code postal/, '72000');
  await sees(page, 'Département : Sarthe');
});
export const CodePostalErreur = story('Code postal, illisible', postalCode, async (page) => {
  await fill(page, /Quel est votre code postal/, '7200');
  await refused(page, /Saisissez un code postal de cinq chiffres/);
});

export const Departement = story('Département', departement);
export const DepartementRempli = story('Département, rempli', departement, (page) =>
  select(page, /Dans quel département/, '2A'),
);
export const DepartementErreur = story('Département, sans réponse', departement, (page) =>
  refused(page, /Cette question est obligatoire/),
);
