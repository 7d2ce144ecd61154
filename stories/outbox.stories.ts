import type { Backend } from '@cnr-widgets/client/backend';
import { Outbox, type OutboxDraft } from '@cnr-widgets/client/outbox';
import { memoryStore, type Store } from '@cnr-widgets/client/store';
import '@cnr-widgets/elements/define/outbox';
import '@cnr-widgets/elements/define/provider';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { inside, press, sees } from './citizen.js';
import { village, villagePayload } from './content.js';
import { backendOf, cutTheNetwork, endless, failing, NOW, setTheStage } from './stage.js';

interface Args {
  outbox: Outbox;
  locale?: 'fr' | 'en';
  'heading-level'?: number;
  device?: 'personal' | 'shared';
}
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Mes participations',
  component: 'cnr-outbox',
  beforeEach: setTheStage,
  argTypes: {
    outbox: { control: false },
    locale: { control: 'inline-radio', options: ['fr', 'en'] },
    'heading-level': { control: { type: 'number', min: 2, max: 6 } },
    device: { control: 'inline-radio', options: ['personal', 'shared'] },
  },
  render: (args) => html`
    <cnr-provider device=${args.device ?? nothing}>
      <cnr-outbox
        .outbox=${args.outbox}
        locale=${args.locale ?? nothing}
        heading-level=${args['heading-level'] ?? nothing}
      ></cnr-outbox>
    </cnr-provider>
  `,
};
export default meta;

/** A device's store, but one that is gone with the page. */
function store(): Store {
  return { ...memoryStore(), durable: true };
}

function outboxOver(over: Store): Outbox {
  return new Outbox({ store: over, pseudonyms: memoryStore(), now: () => NOW });
}

async function submit(
  outbox: Outbox,
  backend: Backend,
  consultationTitle = village.consultation.title,
): Promise<void> {
  const consultation = village.consultation.id;
  const answer = { kind: 'answer', consultation, consultationTitle, definitionVersion: 1 } as const;
  await outbox.submit(backend, { ...answer, payload: villagePayload }, { waitMs: 1000 });
}

const received = () => backendOf(village);
const waiting = () => backendOf(village, { intercept: failing('put', 'network') });
const refused = () => backendOf(village, { intercept: failing('put', 'closed', 403) });

/** An outbox that has sent these before it is shown. */
function holding(words: string | RegExp, ...backends: Backend[]): Story {
  const outbox = outboxOver(store());
  return {
    args: { outbox },
    beforeEach: async () => {
      if ((await outbox.entries()).length > 0) return;
      for (const backend of backends) await submit(outbox, backend);
    },
    play: showing(words),
  };
}

function showing(words: string | RegExp): NonNullable<Story['play']> {
  return async ({ canvasElement }) => sees(await inside(canvasElement, 'cnr-outbox'), words);
}

export const Vide: Story = holding('Rien n’est gardé sur cet appareil.');

export const EnAttente: Story = {
  name: 'Une réponse en attente',
  ...holding('1 participation attend d’être envoyée.', waiting()),
};

export const Refusee: Story = { name: 'Une réponse refusée', ...holding('Non acceptée', refused()) };

export const Recue: Story = { name: 'Un reçu', ...holding(/Reçue le 22 novembre 2026/, received()) };

export const PlusieursEtats: Story = {
  name: 'Reçue, refusée et en attente',
  ...holding('2 participations attendent d’être envoyées.', received(), refused(), waiting(), waiting()),
};

export const HorsConnexion: Story = {
  name: 'Hors connexion',
  ...holding(/Vous n’avez pas de réseau/),
  beforeEach: async ({ args }) => {
    const restore = cutTheNetwork();
    if ((await args.outbox.entries()).length === 0) await submit(args.outbox, waiting());
    return restore;
  },
};

const endlessly = backendOf(village, { intercept: endless('put') });
export const EnCours: Story = { name: 'Envoi en cours', ...holding('Envoi en cours', endlessly) };

export const EnMemoire: Story = {
  name: 'Navigateur qui ne garde rien',
  args: { outbox: outboxOver(memoryStore()) },
  beforeEach: async ({ args }) => {
    if ((await args.outbox.entries()).length === 0) await submit(args.outbox, waiting());
  },
  play: showing(/ce qui attend est perdu si vous fermez cette page/),
};

const damaged = store();
export const Illisible: Story = {
  name: 'Élément illisible',
  args: { outbox: outboxOver(damaged) },
  beforeEach: () =>
    damaged.change('ancien', () => ({
      put: [['ancien', { schema: 0, texte: 'écrit par une autre version' }]],
    })),
  play: showing(/Élément illisible, gardé tel quel/),
};

export const Partage: Story = {
  name: 'Appareil partagé',
  args: { outbox: outboxOver(store()), device: 'shared' },
  play: showing('Cet appareil est partagé : rien n’y est gardé.'),
};

export const ToutEnvoyer: Story = {
  name: 'Tout envoyer, sans réponse du service',
  ...holding('', waiting()),
  play: async ({ canvasElement }) => {
    const page = await inside(canvasElement, 'cnr-outbox');
    await press(page, 'Tout envoyer maintenant');
    await sees(page, 'Toujours pas de réponse du service. L’envoi sera tenté de nouveau.');
  },
};

export const Effacer: Story = {
  name: 'Effacer : confirmation',
  ...holding('', waiting()),
  play: async ({ canvasElement }) => {
    const page = await inside(canvasElement, 'cnr-outbox');
    await press(page, /Effacer de cet appareil/);
    await sees(page, /Si vous l’effacez, elle est perdue/);
  },
};

const erased = outboxOver(store());
export const Effacee: Story = {
  name: 'Effacée',
  args: { outbox: erased },
  beforeEach: () => submit(erased, waiting()),
  play: async ({ canvasElement }) => {
    const page = await inside(canvasElement, 'cnr-outbox');
    await press(page, /Effacer de cet appareil/);
    await press(page, 'Oui, effacer');
    await sees(page, 'Effacé de cet appareil.');
  },
};

export const English: Story = { ...holding('Received', received(), waiting()) };
English.args = { ...English.args, locale: 'en' };

const somebody = '018f6b1e-4c2a-7d3e-9b5f-2a1c3d4e5f60';
const subject = `proposal:${somebody}`;
const frame = {
  consultation: village.consultation.id,
  consultationTitle: village.consultation.title,
  definitionVersion: 1,
};
const title = 'Un marché le mercredi soir';
const others: readonly OutboxDraft[] = [
  {
    ...frame,
    kind: 'proposal',
    payload: { pseudonym: somebody, title, text: 'Ceux qui travaillent le samedi pourraient y aller.' },
    keep: { title },
  },
  {
    ...frame,
    kind: 'comment',
    payload: { pseudonym: somebody, subject, text: 'Chez nous aussi.' },
    keep: { subject, title },
  },
  {
    ...frame,
    kind: 'support',
    payload: { pseudonym: somebody, subject, on: true, revision: 1 },
    keep: { subject, title, on: true, revision: 1 },
  },
];

export const AutresSortes: Story = {
  name: 'Un texte, un commentaire et un soutien en attente',
  args: { outbox: outboxOver(store()) },
  beforeEach: async ({ args: { outbox } }) => {
    if ((await outbox.entries()).length > 0) return;
    for (const draft of others) await outbox.submit(waiting(), draft, { waitMs: 1000 });
  },
  play: showing('3 participations attendent d’être envoyées.'),
};
