import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };
import './preview.css';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: { theme: 'light', locale: 'fr', direction: 'ltr' },
  globalTypes: {
    theme: {
      description: 'Thème clair ou sombre',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Clair' },
          { value: 'dark', title: 'Sombre' },
        ],
      },
    },
    locale: {
      description: 'Langue',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'fr', title: 'Français' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    direction: {
      description: 'Sens de lecture',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'De gauche à droite' },
          { value: 'rtl', title: 'De droite à gauche' },
        ],
      },
    },
  },
  parameters: {
    layout: 'padded',
    // The page's own background follows the theme.
    backgrounds: { disable: true },
    controls: { expanded: true },
    options: { storySort: { method: 'alphabetical' } },
  },
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.style.colorScheme = globals['theme'] === 'dark' ? 'dark' : 'light';
      page.lang = globals['locale'] === 'en' ? 'en' : 'fr';
      page.dir = globals['direction'] === 'rtl' ? 'rtl' : 'ltr';
      return story();
    },
  ],
};

export default preview;
