import type { Receipt } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import '@cnr-widgets/elements/define/receipt';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { action } from 'storybook/actions';
import { fill, inside, press, sees, type Inside } from './citizen.js';
import { village, villagePayload } from './content.js';
import { backendOf, failing, NOW, setTheStage } from './stage.js';

interface Args {
  backend: Backend;
  receipt?: Receipt;
  locale?: 'fr' | 'en';
}
type Story = StoryObj<Args>;

const { id, title } = village.consultation;
const RECEIPT: Receipt = {
  id: '018f6b1e-4c2a-7d3e-9b5f-2a1c3d4e5f60',
  consultation: id,
  contentHash: '0'.repeat(64),
  receivedAt: new Date(NOW).toISOString(),
  late: false,
  code: '7KQF-3MZT-9XRA-2B4C',
};

const meta: Meta<Args> = {
  title: 'Reçu',
  component: 'cnr-receipt',
  beforeEach: setTheStage,
  argTypes: {
    backend: { control: false },
    receipt: { control: 'object' },
    locale: { control: 'inline-radio', options: ['fr', 'en'] },
  },
  args: { backend: backendOf(village) },
  render: ({ backend, receipt, locale }) => html`
    <cnr-receipt
      .backend=${backend}
      consultation=${id}
      heading=${title}
      locale=${locale ?? nothing}
      .receipt=${receipt}
      .correctWith=${action('correctWith')}
    ></cnr-receipt>
  `,
};
export default meta;

function play(act: (page: Inside) => Promise<void>): NonNullable<Story['play']> {
  return async ({ canvasElement }) => act(await inside(canvasElement, 'cnr-receipt'));
}

export const Recu: Story = {
  name: 'Reçu',
  args: { receipt: RECEIPT },
  play: play((page) => sees(page, '7KQF-3MZT-9XRA-2B4C')),
};

export const English: Story = {
  args: { receipt: RECEIPT, locale: 'en' },
  play: play((page) => sees(page, '7KQF-3MZT-9XRA-2B4C')),
};

export const Retirer: Story = {
  name: 'Retirer : confirmation',
  args: { receipt: RECEIPT },
  play: play(async (page) => {
    await press(page, 'Retirer ma réponse');
    await sees(page, /Voulez-vous la retirer/);
  }),
};

export const Effacer: Story = {
  name: 'Effacer de cet appareil : confirmation',
  args: { receipt: RECEIPT },
  play: play(async (page) => {
    await press(page, 'Effacer de cet appareil');
    await sees(page, 'Oui, effacer le reçu');
  }),
};

export const Formulaire: Story = { name: 'Formulaire', play: play((page) => sees(page, 'Code de reçu')) };

export const CodeManquant: Story = {
  name: 'Formulaire, code incomplet',
  play: play(async (page) => {
    await fill(page, 'Code de reçu', '7KQF');
    await press(page, 'Corriger ma réponse');
    await sees(page, /Écrivez votre code de reçu/);
  }),
};

/** The code that the citizen noted is refused for this reason. */
function asked(backend: Backend, words: RegExp): Story {
  return {
    args: { backend },
    play: play(async (page) => {
      await fill(page, 'Code de reçu', '7kqf 3mzt 9xra 2b4c');
      await press(page, 'Corriger ma réponse');
      await sees(page, words);
    }),
  };
}
const refusing = (code: string, status?: number) =>
  backendOf(village, { intercept: failing('retrieve', code, status) });

export const CodeInconnu: Story = {
  name: 'Formulaire, code inconnu',
  ...asked(backendOf(village), /ne correspond à aucune réponse/),
};
export const CodeRetire: Story = {
  name: 'Formulaire, réponse déjà retirée',
  ...asked(refusing('withdrawn', 410), /a été retirée/),
};
export const CodeRemplace: Story = {
  name: 'Formulaire, réponse déjà corrigée',
  ...asked(refusing('already-replaced', 409), /a déjà été corrigée/),
};
export const ServiceMuet: Story = {
  name: 'Formulaire, le service ne répond pas',
  ...asked(refusing('network'), /Rien n’a changé/),
};
export const NonPropose: Story = {
  name: 'Formulaire, site qui ne le permet pas',
  ...asked(refusing('not-supported'), /Écrivez à l’organisateur/),
};

export const ConsultationInconnue: Story = {
  name: 'Formulaire, consultation inconnue',
  args: { backend: backendOf({ ...village, consultation: { ...village.consultation, id: 'une-autre' } }) },
  play: play((page) => sees(page, 'Cette consultation n’existe pas, ou n’est pas encore publique.')),
};

const backend = backendOf(village);
export const Retiree: Story = {
  name: 'Réponse retirée',
  args: { backend },
  render: ({ backend: of, receipt }) =>
    html`<cnr-receipt .backend=${of} consultation=${id} heading=${title} .receipt=${receipt}></cnr-receipt>`,
  beforeEach: async ({ args }) => {
    args.receipt = await backend.put({
      id: crypto.randomUUID(),
      kind: 'answer',
      consultation: id,
      definitionVersion: 1,
      createdAt: new Date(NOW).toISOString(),
      payload: villagePayload,
    });
  },
  play: play(async (page) => {
    await press(page, 'Retirer ma réponse');
    await press(page, 'Oui, retirer ma réponse');
    await sees(page, 'Votre réponse est retirée : elle est effacée et ne compte plus.');
  }),
};
