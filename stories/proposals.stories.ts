import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { fill, inside, press, sees, select, type Inside } from './citizen.js';
import { but } from './content.js';
import { forum, of, propositions, render, shown, unanswered, type Args } from './forum.js';
import { cutTheNetwork, endless, failing, setTheStage } from './stage.js';

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const meta: Meta<Args> = {
  title: 'Propositions/Liste',
  component: 'cnr-proposals',
  beforeEach: setTheStage,
  argTypes: {
    backend: { control: false },
    locale: { control: 'inline-radio', options: ['fr', 'en'] },
  },
  render,
};
export default meta;

function play(act: (list: Inside) => Promise<void>): Play {
  return async ({ canvasElement }) => act(await shown(canvasElement));
}

function showing(words: string | RegExp): Play {
  return play((list) => sees(list, words));
}

export const Chargement: Story = { args: of(forum, { intercept: endless('proposals') }) };

export const Liste: Story = { args: of(forum), play: showing('12 questions') };

export const Propositions: Story = {
  name: 'Des propositions, dans un seul département',
  args: of(propositions),
  play: showing('Déposer une proposition'),
};

export const LesPlusSoutenues: Story = {
  name: 'Les plus soutenues',
  args: of(forum),
  play: play(async (list) => {
    await select(list, 'Afficher', 'supported');
    await sees(list, '12 questions');
  }),
};

export const AvecReponse: Story = {
  name: 'Celles qui ont une réponse',
  args: of(forum),
  play: play(async (list) => {
    await select(list, 'Afficher', 'answered');
    await sees(list, '2 questions');
  }),
};

export const Recherche: Story = {
  args: of(forum),
  play: play(async (list) => {
    await fill(list, 'Rechercher des mots', 'medecin');
    await press(list, 'Rechercher');
    await sees(list, /^\s*1 question\s*$/);
  }),
};

export const SansResultat: Story = {
  name: 'Aucune ne correspond',
  args: of(forum),
  play: play(async (list) => {
    await fill(list, 'Rechercher des mots', 'éléphant');
    await press(list, 'Rechercher');
    await sees(list, 'Aucune question ne correspond. Essayez d’autres mots, ou moins de filtres.');
  }),
};

export const MiennesVide: Story = {
  name: 'Les miennes, sans aucune',
  args: of(forum),
  play: play(async (list) => {
    await select(list, 'Afficher', 'mine');
    await sees(list, /Aucune question soutenue ou écrite sur cet appareil/);
  }),
};

export const Vide: Story = {
  name: 'Aucune encore',
  args: of(forum, { proposals: {} }),
  play: showing('Aucune question pour l’instant. Vous pouvez écrire la première.'),
};

export const VoirPlus: Story = {
  name: 'Voir plus',
  args: of(forum, { pageSize: 5 }),
  play: play(async (list) => {
    await sees(list, '5 affichées sur 12 questions');
    await press(list, 'Voir plus (encore 7 autres)');
    await sees(list, '10 affichées sur 12 questions');
  }),
};

export const VoirPlusEchec: Story = {
  name: 'Voir plus, sans réseau',
  args: of(forum, {
    pageSize: 5,
    intercept: failing('proposals', 'network', undefined, 2),
  }),
  play: play(async (list) => {
    await press(list, 'Voir plus (encore 7 autres)');
    await sees(list, 'La liste n’est pas à jour. Vérifiez votre réseau, puis réessayez.');
  }),
};

export const Indisponible: Story = {
  args: of(forum, { intercept: failing('consultation', 'unavailable', 503) }),
  play: showing('Le service de consultation ne répond pas. Réessayez dans quelques minutes.'),
};

export const SansPropositions: Story = {
  name: 'Mal installé : une consultation sans propositions',
  args: of({ ...forum, consultation: { ...forum.consultation, proposals: undefined } }),
  play: showing('Cette consultation n’en a pas.'),
};

export const ListeIndisponible: Story = {
  name: 'La liste seule indisponible',
  args: of(forum, { intercept: failing('proposals', 'unavailable', 503) }),
  play: showing('La liste n’est pas à jour. Vérifiez votre réseau, puis réessayez.'),
};

export const HorsConnexion: Story = {
  name: 'Hors connexion',
  args: of(forum, { intercept: failing('proposals', 'network') }),
  beforeEach: cutTheNetwork,
  play: showing('Vous n’avez pas de réseau. Réessayez quand il revient.'),
};

export const AVenir: Story = {
  name: 'Pas encore ouverte',
  args: of(but(forum, { opensAt: '2026-12-01T08:00:00+01:00' }), { proposals: {} }),
  play: showing(/Les dépôts et les soutiens ouvrent le 1er décembre 2026/),
};

export const Close: Story = {
  args: of(but(forum, { closesAt: '2026-11-15T18:00:00+01:00' })),
  play: showing(/Les dépôts et les soutiens sont fermés depuis le 15 novembre 2026/),
};

export const English: Story = {
  args: { ...of(forum), locale: 'en' },
  play: showing('Ask a question'),
};

export const DansLaCarte: Story = {
  name: 'Depuis la carte de la consultation',
  args: of(forum),
  render: ({ backend, consultation }) =>
    html`<cnr-consultation .backend=${backend} consultation=${consultation}></cnr-consultation>`,
  play: async ({ canvasElement }) => {
    await press(await inside(canvasElement, 'cnr-consultation'), 'Voir les questions et les soutenir');
    await sees(await inside(canvasElement, 'cnr-consultation', 'cnr-proposals'), '12 questions');
  },
};

export const ReponseIllisible: Story = {
  name: 'Réponse illisible du service',
  args: of(forum, { intercept: failing('consultation', 'malformed-response') }),
  play: showing(/a envoyé une réponse illisible/),
};

const LONG = 'Anticonstitutionnellementdécentralisée';
const written = { id: unanswered.id, title: `${LONG} ?`, text: LONG, name: LONG, supports: 1_248_000 };

export const DroiteAGauche: Story = {
  name: 'De droite à gauche, avec de longs mots',
  args: of(forum, { proposals: { [forum.consultation.id]: [written] } }),
  render: (args) => html`<div dir="rtl">${render(args)}</div>`,
  play: showing('1 question'),
};
