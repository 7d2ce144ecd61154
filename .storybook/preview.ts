import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };
import { paint, type Globals } from './paint.js';
import './preview.css';

setCustomElementsManifest(manifest);

/** One switch of the toolbar: its values in the order in which they are offered. */
function choice<Icon extends string>(description: string, icon: Icon, titles: Record<string, string>) {
  const items = Object.entries(titles).map(([value, title]) => ({ value, title }));
  return { description, toolbar: { icon, dynamicTitle: true, items } };
}

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: {
    theme: 'neutral',
    scheme: 'light',
    locale: 'fr',
    direction: 'ltr',
    text: '100',
  } satisfies Globals,
  globalTypes: {
    theme: choice('Thème', 'paintbrush', {
      neutral: 'Neutre',
      state: 'État',
      departement: 'Département',
      contrast: 'Contraste renforcé',
    }),
    scheme: choice('Clair ou sombre', 'contrast', { light: 'Clair', dark: 'Sombre', system: 'Système' }),
    locale: choice('Langue', 'globe', { fr: 'Français', en: 'English' }),
    direction: choice('Sens de lecture', 'transfer', {
      ltr: 'De gauche à droite',
      rtl: 'De droite à gauche',
    }),
    text: choice('Taille du texte', 'zoom', {
      100: 'Texte à 100 %',
      150: 'Texte à 150 %',
      200: 'Texte à 200 %',
    }),
  },
  parameters: {
    layout: 'padded',
    // The page's own background follows the theme.
    backgrounds: { disable: true },
    controls: { expanded: true },
    options: { storySort: { method: 'alphabetical', order: ['Langage visuel', 'Thèmes'] } },
  },
  decorators: [
    (story, { globals }) => {
      paint(globals as Globals);
      return story();
    },
  ],
};

export default preview;
