import type { Backend } from '@cnr-widgets/client/backend';
import { saveDraft } from '@cnr-widgets/client/drafts';
import '@cnr-widgets/elements/define/questionnaire';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, inside, press, sees } from './citizen.js';
import { village } from './content.js';
import { backendOf, blockStorage, setTheStage } from './stage.js';

interface Args {
  backend: Backend;
}

const meta: Meta<Args> = {
  title: 'Questionnaire/Brouillon',
  component: 'cnr-questionnaire',
  beforeEach: setTheStage,
  argTypes: { backend: { control: false } },
  render: ({ backend }) =>
    html`<cnr-questionnaire .backend=${backend} consultation=${village.consultation.id}></cnr-questionnaire>`,
};
export default meta;

export const AEffacer: StoryObj<Args> = {
  name: 'Brouillon à effacer, à confirmer',
  args: { backend: backendOf(village) },
  beforeEach: async ({ args: { backend } }) => {
    await saveDraft(
      { descriptor: backend.descriptor, consultation: village.consultation.id },
      { definitionVersion: 1, answers: new Map() },
    );
  },
  play: async ({ canvasElement }) => {
    const draft = await inside(canvasElement, 'cnr-questionnaire', 'cnr-draft');
    await press(draft, 'Effacer le brouillon');
    await sees(draft, /Les réponses de ce brouillon seront perdues\./);
  },
};

export const NonGarde: StoryObj<Args> = {
  name: 'Ce navigateur ne garde rien',
  args: { backend: backendOf(village) },
  beforeEach: blockStorage,
  play: async ({ canvasElement }) => {
    await press(await inside(canvasElement, 'cnr-questionnaire'), 'Commencer');
    const draft = await inside(canvasElement, 'cnr-questionnaire', 'cnr-draft');
    await choose(draft, 'Garder mon brouillon sur cet appareil');
    await sees(draft, 'Cet appareil ne peut pas garder le brouillon.');
  },
};
