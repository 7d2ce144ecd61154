import { pseudonymFor } from '@cnr-widgets/client/pseudonyms';
import { sharedOutbox, type OutboxDraft } from '@cnr-widgets/client/outbox';
import { toggleSupport } from '@cnr-widgets/client/supports';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { press, sees, unfold, type Inside } from './citizen.js';
import { forum, of, render, shown, unanswered, type Args } from './forum.js';
import { failing, setTheStage } from './stage.js';

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const meta: Meta<Args> = {
  title: 'Propositions/Sur cet appareil',
  component: 'cnr-proposals',
  beforeEach: setTheStage,
  argTypes: { backend: { control: false } },
  render,
};
export default meta;

function play(act: (mine: Inside, canvas: HTMLElement) => Promise<void>): Play {
  return async ({ canvasElement }) => {
    await press(await shown(canvasElement), 'Mes contributions sur cet appareil');
    await act(await shown(canvasElement, 'cnr-mine'), canvasElement);
  };
}

type Content = Pick<Extract<OutboxDraft, { kind: 'proposal' | 'comment' }>, 'kind' | 'keep'> & {
  payload: Record<string, string>;
};

/** The device has written this before the list is opened. */
async function write({ backend, consultation }: Args, { kind, payload, keep }: Content): Promise<string> {
  const pseudonym = await pseudonymFor({ descriptor: backend.descriptor, consultation }, kind);
  const frame = { consultation, consultationTitle: forum.consultation.title, definitionVersion: 1 };
  const draft = { ...frame, kind, keep, payload: { ...payload, pseudonym } } as OutboxDraft;
  const outcome = await sharedOutbox().submit(backend, draft);
  return outcome.entry?.id ?? '';
}

const QUESTION: Content = {
  kind: 'proposal',
  payload: { title: 'Un bus le dimanche vers la gare ?', text: 'Aucun ne part avant midi.' },
  keep: { title: 'Un bus le dimanche vers la gare ?' },
};

async function participate(args: Args): Promise<void> {
  const { backend, consultation } = args;
  await write(args, QUESTION);
  await write(args, {
    kind: 'comment',
    payload: { subject: `proposal:${unanswered.id}`, text: 'La même chose chez nous.' },
    keep: { subject: `proposal:${unanswered.id}`, title: unanswered.title },
  });
  const { id, title } = unanswered;
  const press = { consultation, definitionVersion: 1, subject: `proposal:${id}`, title };
  await toggleSupport(sharedOutbox(), backend, { ...press, on: true });
}

export const Vide: Story = {
  args: of(forum),
  play: play((mine) => sees(mine, /Rien n’est gardé sur cet appareil/)),
};

const full = of(forum);
export const Pleine: Story = {
  name: 'Une question, un soutien, un commentaire',
  args: full,
  beforeEach: () => participate(full),
  play: play(async (mine, canvas) => {
    await sees(mine, 'Mes soutiens');
    await sees(await shown(canvas, 'cnr-mine', 'cnr-entry'), 'En attente de lecture par les modérateurs.');
  }),
};

const moderated = of(forum);
export const Refusee: Story = {
  name: 'Refusée par les modérateurs',
  args: moderated,
  beforeEach: async () => {
    const id = await write(moderated, QUESTION);
    moderated.backend.moderate(id, 'refused', 'Cette question a déjà reçu une réponse en mars.');
  },
  play: play(async (_mine, canvas) =>
    sees(await shown(canvas, 'cnr-mine', 'cnr-entry'), /Cette question a déjà reçu une réponse en mars/),
  ),
};

const waiting = of(forum, { intercept: failing('put', 'network') });
export const EnAttente: Story = {
  name: 'En attente du réseau',
  args: waiting,
  beforeEach: async () => {
    await write(waiting, QUESTION);
  },
  play: play(async (_mine, canvas) =>
    sees(await shown(canvas, 'cnr-mine', 'cnr-entry'), 'Enregistré sur cet appareil, pas encore envoyé'),
  ),
};

const erasing = of(forum);
export const ToutEffacer: Story = {
  name: 'Tout effacer',
  args: erasing,
  beforeEach: () => participate(erasing),
  play: play(async (mine) => {
    await press(mine, 'Tout effacer de cet appareil');
    await sees(mine, 'Oui, tout effacer');
  }),
};

const corrected = of(forum);
export const Corriger: Story = {
  name: 'Corriger',
  args: corrected,
  beforeEach: async () => {
    await write(corrected, QUESTION);
  },
  play: play(async (_mine, canvas) => {
    await unfold(await shown(canvas, 'cnr-mine', 'cnr-entry'), 'Code de reçu, correction et retrait');
    await press(await shown(canvas, 'cnr-mine', 'cnr-entry', 'cnr-receipt'), 'Corriger ce texte');
    await sees(await shown(canvas, 'cnr-deposit'), 'Corriger ma question');
  }),
};

const withdrawn = of(forum);
export const Retiree: Story = {
  name: 'Retirer : confirmation',
  args: withdrawn,
  beforeEach: async () => {
    await write(withdrawn, QUESTION);
  },
  play: play(async (_mine, canvas) => {
    await unfold(await shown(canvas, 'cnr-mine', 'cnr-entry'), 'Code de reçu, correction et retrait');
    const receipt = await shown(canvas, 'cnr-mine', 'cnr-entry', 'cnr-receipt');
    await press(receipt, 'Retirer ce texte');
    await sees(receipt, 'Oui, retirer ce texte');
  }),
};
