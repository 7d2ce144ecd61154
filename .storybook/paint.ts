/** What the toolbar's switches say. */
export interface Globals {
  theme: string;
  scheme: string;
  locale: string;
  direction: string;
  text: string;
  [other: string]: string;
}

/**
 * The example themes, as a webmaster links them; neutral is what stands behind when there is none. Raw, because Vite's
 * minifier would rewrite light-dark() to something that does not follow the toolbar.
 */
const themes = import.meta.glob<string>('../packages/elements/themes/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const SCHEMES: Record<string, string> = { dark: 'dark', system: 'light dark' };

/**
 * Makes the page what a host would have made of it.
 * @param args the controls: a token among them is set as a host sets it
 * @param canvas where the story stands
 */
export function paint(
  { theme, scheme, locale, direction, text }: Globals,
  args: Readonly<Record<string, unknown>>,
  canvas: HTMLElement,
): void {
  const page = document.documentElement;
  page.style.colorScheme = SCHEMES[scheme] ?? 'light';
  page.style.fontSize = `${Number(text)}%`;
  page.lang = locale;
  // A page of documentation says of each story that it is in English.
  canvas.lang = locale;
  page.dir = direction;
  const tokens = Object.entries(args).filter(([name, value]) => name.startsWith('--cnr-') && value);
  const tried = tokens.map(([name, value]) => `${name}: ${String(value)};`).join(' ');
  sheet().textContent = `${themes[`../packages/elements/themes/${theme}.css`] ?? ''} :root { ${tried} }`;
}

/** The one style element that holds the theme of this page. */
function sheet(): HTMLStyleElement {
  const known = document.querySelector<HTMLStyleElement>('style[data-theme]');
  if (known) return known;
  const made = document.createElement('style');
  made.dataset['theme'] = '';
  document.head.append(made);
  return made;
}
