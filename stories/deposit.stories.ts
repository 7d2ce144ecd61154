import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { fill, press, sees, type Inside } from './citizen.js';
import { forum, of, propositions, render, ruled, shown, type Args } from './forum.js';
import { blockStorage, endless, failing, setTheStage } from './stage.js';

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const meta: Meta<Args> = {
  title: 'Propositions/Écrire',
  component: 'cnr-proposals',
  beforeEach: setTheStage,
  argTypes: { backend: { control: false } },
  render,
};
export default meta;

const TITLE = 'Un bus le dimanche vers la gare ?';
const TEXT =
  'Le dimanche, aucun bus ne va à la gare avant midi. Qui travaille ou rentre d’un week-end prend la voiture.\n\nPeut-on prévoir deux départs le matin ?';

function play(
  act: (form: Inside, canvas: HTMLElement) => Promise<void>,
  button = 'Poser une question',
): Play {
  return async ({ canvasElement }) => {
    await press(await shown(canvasElement), button);
    await act(await shown(canvasElement, 'cnr-deposit'), canvasElement);
  };
}

async function write(form: Inside): Promise<void> {
  await fill(form, 'Titre (obligatoire)', TITLE);
  await fill(form, 'Texte (obligatoire)', TEXT);
}

async function send(form: Inside): Promise<void> {
  await write(form);
  await press(form, 'Relire avant d’envoyer');
  await press(form, 'Envoyer');
}

/** Sends, and ends where these words stand. */
function sending(words: string | RegExp, ...parts: string[]): Play {
  return play(async (form, canvas) => {
    await send(form);
    await sees(await shown(canvas, 'cnr-deposit', ...parts), words);
  });
}

export const Formulaire: Story = {
  args: of(forum),
  play: play((form) => sees(form, 'Relire avant d’envoyer')),
};

export const Proposition: Story = {
  name: 'Une proposition, publiée tout de suite',
  args: of(propositions),
  play: play((form) => sees(form, /Votre texte est publié tout de suite/), 'Déposer une proposition'),
};

export const Fautes: Story = {
  args: of(ruled({ titleMaxLength: 20 })),
  play: play(async (form) => {
    await fill(form, 'Titre (obligatoire)', TITLE);
    await press(form, 'Relire avant d’envoyer');
    await sees(form, '2 champs à revoir');
  }),
};

export const Proches: Story = {
  name: 'Des questions proches',
  args: of(forum),
  play: play(async (form) => {
    await fill(form, 'Titre (obligatoire)', 'Quand le dernier train du soir partira-t-il plus tard ?');
    await sees(form, 'Peut-être déjà écrit : lisez avant de répéter');
  }),
};

export const Relecture: Story = {
  args: of(forum),
  play: play(async (form) => {
    await write(form);
    await press(form, 'Relire avant d’envoyer');
    await sees(form, 'Voici ce que les autres verront');
  }),
};

export const Envoi: Story = {
  name: 'Envoi en cours',
  args: of(forum, { intercept: endless('put') }),
  play: sending('Envoi en cours…'),
};

export const Recue: Story = {
  name: 'Reçue, en attente de modération',
  args: of(forum),
  play: sending('En attente de lecture par les modérateurs.', 'cnr-entry'),
};

export const Publiee: Story = {
  name: 'Publiée',
  args: of(ruled({ moderation: 'after' })),
  play: sending('Publiée.', 'cnr-entry'),
};

export const EnAttente: Story = {
  name: 'En attente du réseau',
  args: of(forum, { intercept: failing('put', 'network') }),
  play: sending('Enregistré sur cet appareil, pas encore envoyé', 'cnr-entry'),
};

export const Refusee: Story = {
  name: 'Refusée par le service',
  args: of(forum, { intercept: failing('put', 'closed', 403) }),
  play: sending(
    'Les dépôts sont fermés. Votre texte est arrivé trop tard.',
    'cnr-entry',
    'cnr-outbox',
    'cnr-refusal',
  ),
};

export const Limite: Story = {
  name: 'Limite atteinte',
  args: of(forum),
  play: play(async (form, canvas) => {
    await send(form);
    const done = await shown(canvas, 'cnr-deposit');
    await press(done, 'Poser une autre question');
    await sees(done, /Cet appareil a déjà atteint cette limite/);
    await send(done);
    await sees(
      await shown(canvas, 'cnr-deposit', 'cnr-entry', 'cnr-outbox', 'cnr-refusal'),
      /Vous avez atteint la limite de 1 par semaine. Vous pourrez renvoyer ce texte le 29 novembre 2026/,
    );
  }),
};

export const LimiteDiteAvant: Story = {
  name: 'Limite dite avant d’écrire',
  args: of(forum),
  play: play(async (form, canvas) => {
    await send(form);
    const done = await shown(canvas, 'cnr-deposit');
    await press(done, 'Poser une autre question');
    await sees(done, /Cet appareil a déjà atteint cette limite/);
  }),
};

export const NonEnregistree: Story = {
  name: 'Ni gardée ni envoyée',
  args: of(forum, { intercept: failing('put', 'network') }),
  beforeEach: blockStorage,
  play: sending('Pas encore envoyé, et ce navigateur ne garde rien', 'cnr-entry'),
};
