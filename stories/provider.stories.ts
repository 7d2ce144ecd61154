import type { Backend } from '@cnr-widgets/client/backend';
import '@cnr-widgets/elements/define/consultation';
import '@cnr-widgets/elements/define/outbox';
import '@cnr-widgets/elements/define/provider';
import '@cnr-widgets/elements/define/questionnaire';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { inside, sees } from './citizen.js';
import { open, village } from './content.js';
import { backendOf, setTheStage, withParticipants } from './stage.js';

interface Args {
  backend: Backend;
  locale?: 'fr' | 'en';
  device?: 'personal' | 'shared';
  messages?: object;
  content: TemplateResult;
}
type Story = StoryObj<Args>;

const card = html`<cnr-consultation consultation=${open.consultation.id}></cnr-consultation>`;

const meta: Meta<Args> = {
  title: 'Fournisseur',
  component: 'cnr-provider',
  beforeEach: setTheStage,
  argTypes: {
    backend: { control: false },
    content: { control: false },
    locale: { control: 'inline-radio', options: ['fr', 'en'] },
    device: { control: 'inline-radio', options: ['personal', 'shared'] },
    messages: { control: 'object' },
  },
  args: { backend: withParticipants(backendOf(open), 1248), content: card },
  render: ({ backend, locale, device, messages, content }) => html`
    <cnr-provider
      .backend=${backend}
      locale=${locale ?? nothing}
      device=${device ?? nothing}
      messages=${messages === undefined ? nothing : JSON.stringify(messages)}
    >
      ${content}
    </cnr-provider>
  `,
};
export default meta;

export const UneCarte: Story = {
  name: 'Une carte',
  play: async ({ canvasElement }) => sees(await inside(canvasElement, 'cnr-consultation'), 'Participer'),
};

export const English: Story = {
  args: { locale: 'en' },
  play: async ({ canvasElement }) => sees(await inside(canvasElement, 'cnr-consultation'), 'Take part'),
};

export const Phrases: Story = {
  name: 'Phrases du site',
  args: { messages: { consultation: { participate: 'Je donne mon avis', organiser: 'Proposée par' } } },
  play: async ({ canvasElement }) => {
    const page = await inside(canvasElement, 'cnr-consultation');
    await sees(page, 'Je donne mon avis');
    await sees(page, /Proposée par/);
  },
};

export const AppareilPartage: Story = {
  name: 'Appareil partagé',
  args: {
    backend: backendOf(village),
    device: 'shared',
    content: html`<cnr-questionnaire consultation=${village.consultation.id}></cnr-questionnaire>
      <cnr-outbox></cnr-outbox>`,
  },
  play: async ({ canvasElement }) => {
    await sees(await inside(canvasElement, 'cnr-questionnaire'), /Cet appareil est partagé/);
    await sees(await inside(canvasElement, 'cnr-outbox'), /Cet appareil est partagé/);
  },
};

export const Imbrique: Story = {
  name: 'L’un dans l’autre : le plus proche l’emporte',
  args: {
    locale: 'fr',
    content: html`${card}
      <cnr-provider .backend=${withParticipants(backendOf(open), 3)} locale="en">${card}</cnr-provider>`,
  },
  play: async ({ canvasElement }) => {
    await sees(await inside(canvasElement, 'cnr-consultation'), 'Participer');
    const nested = canvasElement.querySelector<HTMLElement>('cnr-provider cnr-provider');
    if (nested === null) throw new Error('the story nests providers');
    await sees(await inside(nested, 'cnr-consultation'), 'Take part');
  },
};
