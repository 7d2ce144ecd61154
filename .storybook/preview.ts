import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { useEffect } from 'storybook/preview-api';
import { controlOf, setAttributes } from './controls.js';
import { eventNames, hostManifest } from './manifest.js';
import { paint, type Globals } from './paint.js';
import { THEMES } from './themes.mjs';
import './preview.css';

setCustomElementsManifest(hostManifest);

// What a host page may count is shown in the Actions panel.
for (const name of eventNames) {
  document.addEventListener(name, (event) => {
    action(name)(Object.fromEntries(Object.entries(event).filter(([field]) => field !== 'isTrusted')));
  });
}

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
    theme: choice('Thème', 'paintbrush', THEMES),
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
    docs: { lang: 'fr' },
    options: { storySort: { method: 'alphabetical', order: ['Langage visuel', 'Thèmes'] } },
  },
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, one]) => [name, { ...one, ...controlOf(one) }]),
      ),
  ],
  decorators: [
    (story, { globals, args, argTypes, canvasElement, component }) => {
      paint(globals as Globals, args, canvasElement);
      useEffect(() => {
        if (component) setAttributes(canvasElement, component, args, argTypes);
      }, [args]);
      return story();
    },
  ],
};

export default preview;
