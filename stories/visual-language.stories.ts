import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { StoryTokens } from './tokens.js';

type Args = Pick<StoryTokens, 'kind'>;
type Story = StoryObj<Args>;

if (!customElements.get('story-tokens')) customElements.define('story-tokens', StoryTokens);

const meta: Meta<Args> = {
  title: 'Langage visuel',
  tags: ['!autodocs'],
  argTypes: { kind: { table: { disable: true } } },
  render: ({ kind }) => html`<story-tokens .kind=${kind}></story-tokens>`,
};
export default meta;

export const Couleurs: Story = { args: { kind: 'colour' } };
export const Typographie: Story = { args: { kind: 'type' } };
export const Mesures: Story = { name: 'Espaces, coins, focus et mouvement', args: { kind: 'measure' } };
