import type { Backend } from '@cnr-widgets/client/backend';
import '@cnr-widgets/elements/define/consultation';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { THEMES } from '../.storybook/themes.mjs';
import contrast from '../packages/elements/themes/contrast.css?raw';
import departement from '../packages/elements/themes/departement.css?raw';
import state from '../packages/elements/themes/state.css?raw';
import { inside, sees } from './citizen.js';
import { village } from './content.js';
import { backendOf, setTheStage, withParticipants } from './stage.js';

interface Args {
  backend: Backend;
}

const sheets: Readonly<Record<string, string>> = { state, departement, contrast };

/** A theme on a part of a page, where a webmaster gives it to the whole. */
function on(theme: string): string {
  return (sheets[theme] ?? '').replaceAll(':root', `[data-sample='${theme}']`);
}

const meta: Meta<Args> = {
  title: 'Thèmes',
  tags: ['!autodocs'],
  argTypes: { backend: { control: false } },
  beforeEach: setTheStage,
  render: ({ backend }) => html`
    ${Object.entries(THEMES).map(
      ([theme, title]) => html`
        <style>
          ${on(theme)}
        </style>
        <h2>${title}</h2>
        <div data-sample=${theme} style="padding: 1em; background: var(--cnr-color-background, Canvas)">
          <cnr-consultation
            .backend=${backend}
            consultation=${village.consultation.id}
            heading-level="3"
          ></cnr-consultation>
        </div>
      `,
    )}
  `,
};
export default meta;

export const Ensemble: StoryObj<Args> = {
  name: 'Les quatre, sous la même carte',
  args: { backend: withParticipants(backendOf(village), 1248) },
  play: async ({ canvasElement }) =>
    sees(await inside(canvasElement, 'cnr-consultation'), /1\s248 participants/),
};
