import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { choose, fill, press, sees, unfold, type Inside } from './citizen.js';
import { but } from './content.js';
import { forum, of, render, ruled, shown, unanswered, withText, withVideo, type Args } from './forum.js';
import { endless, failing, setTheStage } from './stage.js';

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const meta: Meta<Args> = {
  title: 'Propositions/Ouverte',
  component: 'cnr-proposals',
  beforeEach: setTheStage,
  argTypes: { backend: { control: false } },
  render,
};
export default meta;

function play(act: (proposal: Inside, canvas: HTMLElement) => Promise<void>): Play {
  return async ({ canvasElement }) => act(await shown(canvasElement, 'cnr-proposal'), canvasElement);
}

/** As it is looked for: a no-break space reads as any other. */
const TITLE = unanswered.title.replace(/\s+/g, ' ');

const opened = { ...of(forum), proposal: unanswered.id };

export const Ouverte: Story = { args: opened, play: play((page) => sees(page, TITLE)) };

export const DepuisLaListe: Story = {
  name: 'Ouverte depuis la liste',
  args: of(forum),
  play: async ({ canvasElement }) => {
    await press(await shown(canvasElement), /^Quand retrouverons-nous un médecin/);
    await sees(await shown(canvasElement, 'cnr-proposal'), 'La réponse');
  },
};

export const Reponse: Story = {
  name: 'Avec la réponse',
  args: { ...of(forum), proposal: withText.id },
  play: play((page) => sees(page, 'Ce qui va suivre')),
};

export const Video: Story = {
  name: 'Réponse en vidéo, avec sa transcription',
  args: { ...of(forum), proposal: withVideo.id },
  play: play((page) => unfold(page, 'Lire la transcription de la vidéo')),
};

export const Chargement: Story = {
  args: { ...of(forum, { intercept: endless('proposal') }), proposal: unanswered.id },
};

export const Indisponible: Story = {
  args: { ...of(forum, { intercept: failing('proposal', 'unavailable', 503) }), proposal: unanswered.id },
  play: play((page) => sees(page, 'Le texte ne peut pas s’afficher')),
};

export const Retiree: Story = {
  name: 'Retirée par la modération',
  args: { ...of(forum, { proposals: {} }), proposal: unanswered.id },
  play: play((page) => sees(page, 'Cette question n’est plus publiée.')),
};

export const Commentaires: Story = {
  args: { ...of(forum), proposal: withText.id },
  play: play(async (page, canvas) => {
    await unfold(page, 'Commentaires (2)');
    await sees(await shown(canvas, 'cnr-proposal', 'cnr-comments'), /À La Flèche/);
  }),
};

export const CommentairesIndisponibles: Story = {
  name: 'Commentaires indisponibles',
  args: { ...of(forum, { intercept: failing('comments', 'network') }), proposal: withText.id },
  play: play(async (page, canvas) => {
    await unfold(page, 'Commentaires (2)');
    await sees(await shown(canvas, 'cnr-proposal', 'cnr-comments'), /ne s’affichent pas/);
  }),
};

export const Commenter: Story = {
  name: 'Un commentaire sans texte',
  args: { ...opened },
  play: play(async (page, canvas) => {
    await unfold(page, /^Commentaires/);
    const form = await shown(canvas, 'cnr-proposal', 'cnr-comments', 'cnr-comment');
    await press(form, 'Envoyer le commentaire');
    await sees(form, 'Écrivez votre commentaire, par exemple ce que vous ajouteriez.');
  }),
};

export const SansCommentaires: Story = {
  name: 'Sans commentaires',
  args: { ...of(ruled({ comments: false })), proposal: unanswered.id },
  play: play((page) => sees(page, 'Signaler un contenu qui ne devrait pas être ici')),
};

export const Close: Story = {
  name: 'Quand la consultation est close',
  args: { ...of(but(forum, { closesAt: '2026-11-15T18:00:00+01:00' })), proposal: unanswered.id },
  play: play((page) => sees(page, TITLE)),
};

export const Signaler: Story = {
  args: { ...opened },
  play: play(async (page, canvas) => {
    await unfold(page, 'Signaler un contenu qui ne devrait pas être ici');
    const form = await shown(canvas, 'cnr-proposal', 'cnr-report');
    await press(form, 'Signaler aux modérateurs');
    await sees(form, /Choisissez une raison/);
  }),
};

export const Signalee: Story = {
  name: 'Signalement reçu',
  args: { ...of(forum), proposal: unanswered.id },
  play: play(async (page, canvas) => {
    await unfold(page, 'Signaler un contenu qui ne devrait pas être ici');
    const form = await shown(canvas, 'cnr-proposal', 'cnr-report');
    await choose(form, 'Il est hors sujet');
    await press(form, 'Signaler aux modérateurs');
    await sees(await shown(canvas, 'cnr-proposal', 'cnr-report', 'cnr-entry'), /vont lire votre signalement/);
  }),
};

export const Retenue: Story = {
  name: 'Retenue par l’organisateur',
  args: {
    ...of(forum, {
      proposals: {
        [forum.consultation.id]: [
          {
            ...unanswered,
            status: 'selected',
            history: [
              { status: 'published', date: unanswered.publishedOn ?? '2026-10-19' },
              { status: 'selected', date: '2026-11-16' },
            ],
          },
        ],
      },
    }),
    proposal: unanswered.id,
  },
  play: play((page) => sees(page, /Retenue par l’organisateur/)),
};

export const PremierCommentaire: Story = {
  name: 'Aucun commentaire encore',
  args: {
    ...of(forum, { proposals: { [forum.consultation.id]: [{ ...unanswered, comments: [] }] } }),
    proposal: unanswered.id,
  },
  play: play(async (page, canvas) => {
    await unfold(page, /^Commentaires/);
    await sees(await shown(canvas, 'cnr-proposal', 'cnr-comments'), 'Aucun commentaire pour l’instant.');
  }),
};

export const CommentaireEnvoye: Story = {
  name: 'Commentaire envoyé',
  args: { ...of(forum), proposal: unanswered.id },
  play: play(async (page, canvas) => {
    await unfold(page, /^Commentaires/);
    const form = await shown(canvas, 'cnr-proposal', 'cnr-comments', 'cnr-comment');
    await fill(form, /^Votre commentaire/, 'À La Flèche aussi, le cabinet a fermé.');
    await press(form, 'Envoyer le commentaire');
    await sees(form, 'Écrire un autre commentaire');
  }),
};
