import type { Backend } from '@cnr-widgets/client/backend';
import { saveDraft } from '@cnr-widgets/client/drafts';
import type { MemoryOptions } from '@cnr-widgets/client/memory';
import { sharedOutbox } from '@cnr-widgets/client/outbox';
import '@cnr-widgets/elements/define/consultation';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, sees } from './citizen.js';
import { village, villagePayload } from './content.js';
import { backendOf, failing, setTheStage, withParticipants } from './stage.js';

interface Args {
  backend: Backend;
}
type Story = StoryObj<Args>;

const { id, title } = village.consultation;

const meta: Meta<Args> = {
  title: 'Carte de consultation/Sur cet appareil',
  component: 'cnr-consultation',
  beforeEach: setTheStage,
  argTypes: { backend: { control: false } },
  render: ({ backend }) => html`<cnr-consultation .backend=${backend} consultation=${id}></cnr-consultation>`,
};
export default meta;

function card(options: Partial<MemoryOptions> = {}): Args {
  return { backend: withParticipants(backendOf(village, options), 12) };
}

function showing(words: string): NonNullable<Story['play']> {
  return async ({ canvasElement }) =>
    sees(await inside(canvasElement, 'cnr-consultation', 'cnr-standing'), words);
}

/** Submits an answer as the questionnaire does, and shows the card that finds it on the device. */
function afterAnswering(args: Args, words: string): Story {
  const answer = {
    kind: 'answer',
    consultation: id,
    consultationTitle: title,
    definitionVersion: 1,
  } as const;
  return {
    args,
    beforeEach: async () => {
      await sharedOutbox().submit(args.backend, { ...answer, payload: villagePayload });
    },
    play: showing(words),
  };
}

export const DejaRepondu: Story = {
  name: 'Déjà répondu',
  ...afterAnswering(card(), 'Vous avez répondu le 22 novembre 2026.'),
};

export const EnAttente: Story = {
  name: 'Réponse en attente sur cet appareil',
  ...afterAnswering(
    card({ intercept: failing('put', 'network') }),
    'Votre réponse est sur cet appareil, pas encore envoyée.',
  ),
};

export const Refusee: Story = {
  name: 'Réponse refusée',
  ...afterAnswering(
    card({ intercept: failing('put', 'content-conflict', 422) }),
    'Voir pourquoi et que faire',
  ),
};

export const Brouillon: Story = {
  name: 'Brouillon gardé sur cet appareil',
  args: card(),
  beforeEach: async ({ args: { backend } }) => {
    const place = { descriptor: backend.descriptor, consultation: id };
    await saveDraft(place, { definitionVersion: 1, answers: new Map(), pageId: 'souhait' });
  },
  play: showing('Continuer ma réponse'),
};
