import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { saveDraft } from '@cnr-widgets/client/drafts';
import type { MemoryOptions } from '@cnr-widgets/client/memory';
import '@cnr-widgets/elements/define/questionnaire';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { choose, fill, inside, press, sees, select, unfold, type Inside } from './citizen.js';
import { inAnalysis, open, upcoming, village, villageByChapter } from './content.js';
import { backendOf, cutTheNetwork, endless, failing, setTheStage } from './stage.js';

interface Args {
  backend: Backend | undefined;
  consultation: string;
  locale?: 'fr' | 'en';
}
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Questionnaire',
  component: 'cnr-questionnaire',
  beforeEach: setTheStage,
  argTypes: {
    backend: { control: false },
    locale: { control: 'inline-radio', options: ['fr', 'en'] },
  },
  render: ({ backend, consultation, locale }) => html`
    <cnr-questionnaire .backend=${backend} consultation=${consultation} locale=${locale ?? nothing}>
      <a href="#consultation">Participer à la consultation</a>
    </cnr-questionnaire>
  `,
};
export default meta;

function of(published: PublishedConsultation, options: Partial<MemoryOptions> = {}): Args {
  return { backend: backendOf(published, options), consultation: published.consultation.id };
}

/** What the citizen does in the questionnaire. */
function play(act: (page: Inside) => Promise<void>): NonNullable<Story['play']> {
  return async ({ canvasElement }) => act(await inside(canvasElement, 'cnr-questionnaire'));
}

const showing = (words: string | RegExp) => play((page) => sees(page, words));

/** From the first word to the review of `village`, both questions answered. */
async function toReview(page: Inside): Promise<void> {
  await press(page, 'Commencer');
  await choose(page, 'Le marché');
  await press(page, 'Continuer');
  await fill(page, /Qu’aimeriez-vous/, 'Des bancs à l’ombre.');
  await press(page, 'Continuer');
  await choose(page, 'Association');
  await select(page, 'Votre département', '72');
  await press(page, 'Continuer');
  await sees(page, 'Vérifiez avant d’envoyer');
}

export const Chargement: Story = {
  args: of(village, { intercept: endless('consultation') }),
  play: showing('Chargement du questionnaire…'),
};

export const Introduction: Story = { args: of(village), play: showing('Avant de commencer') };

export const Donnees: Story = {
  name: 'Introduction, données personnelles dépliées',
  args: of(village),
  play: async ({ canvasElement }) => {
    await unfold(await inside(canvasElement, 'cnr-questionnaire'), 'Vos données');
    await sees(await inside(canvasElement, 'cnr-questionnaire', 'cnr-about'), 'Responsable de vos données');
  },
};

export const Brouillon: Story = {
  name: 'Introduction, brouillon à reprendre',
  args: of(village),
  beforeEach: async ({ args: { backend, consultation } }) => {
    if (backend === undefined) return;
    await saveDraft(
      { descriptor: backend.descriptor, consultation },
      { definitionVersion: 1, answers: new Map() },
    );
  },
  play: async ({ canvasElement }) =>
    sees(await inside(canvasElement, 'cnr-questionnaire', 'cnr-draft'), 'Reprendre mon brouillon'),
};

export const PasEncoreOuverte: Story = {
  name: 'Pas encore ouverte',
  args: of(upcoming),
  play: showing('Cette consultation n’est pas encore ouverte.'),
};

export const Terminee: Story = {
  name: 'Terminée',
  args: of(inAnalysis),
  play: showing('Cette consultation est terminée.'),
};

export const PremiereQuestion: Story = {
  name: 'Première question',
  args: of(village),
  play: play(async (page) => {
    await press(page, 'Commencer');
    await sees(page, 'Question 1 sur 2');
  }),
};

export const GarderUnBrouillon: Story = {
  name: 'Brouillon gardé en répondant',
  args: of(village),
  play: async ({ canvasElement }) => {
    const page = await inside(canvasElement, 'cnr-questionnaire');
    await press(page, 'Commencer');
    await choose(page, 'L’école');
    const draft = await inside(canvasElement, 'cnr-questionnaire', 'cnr-draft');
    await choose(draft, 'Garder mon brouillon sur cet appareil');
    await sees(draft, 'Brouillon gardé sur cet appareil.');
  },
};

export const Embranchement: Story = {
  name: 'Question obligatoire, total qui change',
  args: of(open),
  play: play(async (page) => {
    await press(page, 'Commencer');
    await press(page, 'Continuer');
    await press(page, 'Passer cette question');
    await press(page, 'Continuer');
    await sees(page, 'Une réponse est à revoir');
    await choose(page, 'Non, et je n’en cherche pas');
    await sees(page, /Le questionnaire compte maintenant/);
  }),
};

export const Information: Story = {
  name: 'Page d’information',
  args: of(open),
  play: play(async (page) => {
    await press(page, 'Commencer');
    await sees(page, 'Information');
  }),
};

export const Chapitre: Story = {
  name: 'Chapitre : texte, vidéo et questions',
  args: of(villageByChapter),
  play: play(async (page) => {
    await press(page, 'Commencer');
    await unfold(page, 'Lire la transcription');
    await sees(page, 'Questions 1 à 2 sur 2');
  }),
};

export const Profil: Story = {
  args: of(village),
  play: play(async (page) => {
    await press(page, 'Commencer');
    await press(page, 'Passer cette question');
    await press(page, 'Passer cette question');
    await sees(page, 'Votre profil (facultatif)');
  }),
};

export const Relecture: Story = { args: of(village), play: play(toReview) };

export const RelectureVide: Story = {
  name: 'Relecture, sans réponse',
  args: of(village),
  play: play(async (page) => {
    await press(page, 'Commencer');
    await press(page, 'Passer cette question');
    await press(page, 'Passer cette question');
    await press(page, 'Continuer');
    await sees(page, 'Sans réponse');
  }),
};

export const Modifier: Story = {
  name: 'Relecture, modifier une réponse',
  args: of(village),
  play: play(async (page) => {
    await toReview(page);
    await press(page, 'Modifier : Qu’aimeriez-vous y trouver ?');
    await fill(page, /Qu’aimeriez-vous/, 'Une fontaine.');
    await press(page, 'Continuer');
    await sees(page, 'Une fontaine.');
  }),
};

export const Envoi: Story = {
  name: 'Envoi en cours',
  args: of(village, { intercept: endless('put') }),
  play: play(async (page) => {
    await toReview(page);
    await press(page, 'Envoyer ma réponse');
    await sees(page, 'Envoi en cours…');
  }),
};

export const Recue: Story = {
  name: 'Réponse reçue',
  args: of(village),
  play: play(async (page) => {
    await toReview(page);
    await press(page, 'Envoyer ma réponse');
    await sees(page, 'Votre réponse est bien reçue');
  }),
};

export const English: Story = {
  args: { ...of(village), locale: 'en' },
  play: play(async (page) => {
    await press(page, 'Start');
    await sees(page, 'Question 1 of 2');
  }),
};

export const ServiceMuet: Story = {
  name: 'Le service ne répond pas',
  args: of(village, { intercept: failing('consultation', 'network') }),
  play: showing(/Le service de consultation ne répond pas/),
};

export const HorsConnexion: Story = {
  name: 'Hors connexion',
  args: of(village, { intercept: failing('consultation', 'network') }),
  beforeEach: cutTheNetwork,
  play: showing(/Vous n’avez pas de réseau/),
};

export const Inconnue: Story = {
  name: 'Consultation inconnue',
  args: { ...of(village), consultation: 'autre-consultation' },
  play: showing(/Cette consultation n’existe pas/),
};

export const ReponseIllisible: Story = {
  name: 'Réponse illisible du service',
  args: of(village, { intercept: failing('consultation', 'malformed-response') }),
  play: showing(/a envoyé une réponse illisible/),
};

export const SansQuestionnaire: Story = {
  name: 'Mal installé : une consultation sans questionnaire',
  args: of({ ...village, consultation: { ...village.consultation, questionnaire: undefined } }),
  play: showing('Cette consultation n’en a pas.'),
};

export const SansService: Story = {
  name: 'Mal installé : aucun service',
  args: { backend: undefined, consultation: village.consultation.id },
  play: showing(/mal installée sur cette page/),
};
