import type { PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import type { MemoryOptions } from '@cnr-widgets/client/memory';
import '@cnr-widgets/elements/define/consultation';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { inside, press, sees, unfold } from './citizen.js';
import { but, followedUp, inAnalysis, open, upcoming, village, withResults } from './content.js';
import { forum } from './forum.js';
import { backendOf, cutTheNetwork, endless, failing, setTheStage, withParticipants } from './stage.js';

interface Args {
  backend: Backend | undefined;
  consultation: string;
  locale?: 'fr' | 'en';
  'heading-level'?: number;
  expanded?: boolean;
}
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Carte de consultation',
  component: 'cnr-consultation',
  beforeEach: setTheStage,
  argTypes: {
    backend: { control: false },
    locale: { control: 'inline-radio', options: ['fr', 'en'] },
    'heading-level': { control: { type: 'number', min: 2, max: 6 } },
    expanded: { control: 'boolean' },
  },
  render: (args) => html`
    <cnr-consultation
      .backend=${args.backend}
      consultation=${args.consultation}
      locale=${args.locale ?? nothing}
      heading-level=${args['heading-level'] ?? nothing}
      ?expanded=${args.expanded}
    >
      <a href="#consultation">Participer à la consultation</a>
    </cnr-consultation>
  `,
};
export default meta;

function card(
  published: PublishedConsultation,
  participants = 0,
  options: Partial<MemoryOptions> = {},
): Args {
  const backend = withParticipants(backendOf(published, options), participants);
  return { backend, consultation: published.consultation.id };
}

/** The card as it is once these words stand on it. */
function showing(words: string | RegExp, ...within: string[]): NonNullable<Story['play']> {
  return async ({ canvasElement }) => sees(await inside(canvasElement, 'cnr-consultation', ...within), words);
}

export const Ouverte: Story = { args: card(open, 1248), play: showing(/1\s248 participants/) };

export const SansObjectif: Story = {
  name: 'Ouverte, sans objectif de participation',
  args: card(but(open, { goal: undefined }), 1),
  play: showing(/1 participant/),
};

export const TitreLong: Story = {
  name: 'Titre et résumé longs',
  args: card(
    but(open, {
      title: `${'Mieux vivre ensemble dans nos villages et nos quartiers '.repeat(2)}: votre avis compte`,
      summary: 'La commune écoute ses habitants, compare les idées et dit ce qu’elle en fait. '.repeat(7),
    }),
    3,
  ),
  play: showing(/3 participants/),
};

export const DerniersJours: Story = {
  name: 'Ouverte, derniers jours',
  args: card(but(open, { closesAt: '2026-11-25T09:00:00+01:00' }), 1248),
  play: showing('Plus que 3 jours'),
};

export const DernierJour: Story = {
  name: 'Ouverte, dernier jour',
  args: card(but(open, { closesAt: '2026-11-22T18:00:00+01:00' }), 1999),
  play: showing('Dernier jour'),
};

export const AVenir: Story = {
  name: 'À venir',
  args: card(upcoming),
  play: showing(/Ouverture le 11 janvier 2027/, 'cnr-standing'),
};

export const EnAnalyse: Story = {
  name: 'Analyse en cours',
  args: card(inAnalysis, 812),
  play: showing(/Les réponses sont en cours d’analyse/, 'cnr-standing'),
};

export const ResultatsPublies: Story = {
  name: 'Résultats publiés',
  args: card(withResults, 812),
  play: showing('Voir les résultats', 'cnr-standing'),
};

export const SuitesDonnees: Story = {
  name: 'Suites données',
  args: card(followedUp, 812),
  play: showing('Voir les suites données', 'cnr-standing'),
};

export const Depliee: Story = {
  name: 'Présentation dépliée',
  args: card(open, 1248),
  play: async ({ canvasElement }) => {
    const page = await inside(canvasElement, 'cnr-consultation');
    await unfold(page, 'En savoir plus');
    await sees(await inside(canvasElement, 'cnr-consultation', 'cnr-about'), 'Responsable de vos données');
  },
};

export const Participer: Story = {
  name: 'Participer ouvre le questionnaire',
  args: card(village, 12),
  play: async ({ canvasElement }) => {
    await press(await inside(canvasElement, 'cnr-consultation'), 'Participer');
    await press(await inside(canvasElement, 'cnr-consultation', 'cnr-questionnaire'), 'Commencer');
    const questionnaire = await inside(canvasElement, 'cnr-consultation', 'cnr-questionnaire');
    await sees(questionnaire, 'Question 1 sur 2');
  },
};

export const DejaOuverte: Story = {
  name: 'Questionnaire ouvert dès le début',
  args: { ...card(village, 12), expanded: true },
  play: showing('Commencer', 'cnr-questionnaire'),
};

export const TitreDeNiveau3: Story = {
  name: 'Titre de niveau 3',
  args: { ...card(open, 1248), 'heading-level': 3 },
  play: async ({ canvasElement }) => {
    const page = await inside(canvasElement, 'cnr-consultation');
    await page.findByRole('heading', { level: 3 });
  },
};

export const English: Story = { args: { ...card(open, 1248), locale: 'en' }, play: showing('Take part') };

export const Chargement: Story = {
  args: card(open, 0, { intercept: endless('consultation') }),
  play: showing('Chargement de la consultation…'),
};

export const NombreIndisponible: Story = {
  name: 'Nombre de participants indisponible',
  args: {
    backend: backendOf(open, { intercept: failing('counts', 'internal', 500) }),
    consultation: open.consultation.id,
  },
  play: showing(/nombre inconnu/),
};

export const ServiceMuet: Story = {
  name: 'Le service ne répond pas',
  args: card(open, 0, { intercept: failing('consultation', 'network') }),
  play: showing(/Le service de consultation ne répond pas/),
};

export const HorsConnexion: Story = {
  name: 'Hors connexion',
  args: card(open, 0, { intercept: failing('consultation', 'network') }),
  beforeEach: cutTheNetwork,
  play: showing(/Vous n’avez pas de réseau/),
};

export const Inconnue: Story = {
  name: 'Consultation inconnue',
  args: { ...card(open), consultation: 'autre-consultation' },
  play: showing(/Cette consultation n’existe pas/),
};

export const ReponseIllisible: Story = {
  name: 'Réponse illisible du service',
  args: card(open, 0, { intercept: failing('consultation', 'malformed-response') }),
  play: showing(/a envoyé une réponse illisible/),
};

export const SansService: Story = {
  name: 'Mal installée : aucun service',
  args: { backend: undefined, consultation: 'acces-aux-soins-sarthe' },
  play: showing(/mal installée sur cette page/),
};

export const AvecQuestions: Story = {
  name: 'Ouverte, avec les questions des citoyens',
  args: card(forum, 86),
  play: showing('Voir les questions et les soutenir'),
};
