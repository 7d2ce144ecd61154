// The page of `npm run pictures`: all pictures under each other, and what is shown of them.
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { THEMES } from '../.storybook/themes.mjs';

const SCHEMES = { light: 'Clair', dark: 'Sombre' };

/** Where the height of a PNG file stands; its width is before it. */
const PNG_WIDTH = 16;
const PNG_HEIGHT = 20;

/**
 * @param {string} folder where the pictures are
 * @param {{ id: string, title: string, name: string }[]} stories
 * @param {{ theme: string, scheme: string }[]} looks
 * @param {number[]} widths
 * @returns {Promise<string>} a page that needs nothing but the pictures beside it
 */
export async function picturesPage(folder, stories, looks, widths) {
  const files = new Set(await readdir(folder));
  const sections = [];
  for (const title of new Set(stories.map((story) => story.title))) {
    const rows = [];
    for (const story of stories.filter((one) => one.title === title)) {
      const figures = [];
      for (const width of widths) {
        for (const look of looks) {
          const file = `${story.id}.${look.theme}-${look.scheme}.${width}.png`;
          if (files.has(file)) figures.push(figure(file, look, width, await sizeOf(path.join(folder, file))));
        }
      }
      if (figures.length > 0)
        rows.push(`<article><h3>${escaped(story.name)}</h3>${figures.join('')}</article>`);
    }
    if (rows.length > 0) {
      sections.push(
        `<section data-title="${escaped(title)}"><h2>${escaped(title)}</h2>${rows.join('')}</section>`,
      );
    }
  }
  return page(sections, widths);
}

function figure(file, { theme, scheme }, width, size) {
  const caption = `${THEMES[theme]}, ${SCHEMES[scheme].toLowerCase()}, ${width} px`;
  return `<figure data-theme="${theme}" data-scheme="${scheme}" data-width="${width}">
<a href="${file}"><img src="${file}" alt="${caption}" loading="lazy" width="${size.width}" height="${size.height}"></a>
<figcaption>${caption}</figcaption></figure>`;
}

async function sizeOf(file) {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(24), 0, 24, 0);
  await handle.close();
  return { width: buffer.readUInt32BE(PNG_WIDTH), height: buffer.readUInt32BE(PNG_HEIGHT) };
}

function page(sections, widths) {
  const sizes = Object.fromEntries(widths.map((width) => [width, `${width} px`]));
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>CNR Widgets : tous les états · every state</title>
<style>
  body { margin: 0; background: #e4e4ea; color: #1d1d26; font: 1rem/1.5 system-ui, sans-serif; }
  header { position: sticky; top: 0; z-index: 1; padding: 0.75rem 1.5rem; background: #fff; border-bottom: 1px solid #767682; }
  h1 { margin: 0 0 0.25rem; font-size: 1.125rem; }
  form { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; }
  fieldset { display: flex; flex-wrap: wrap; gap: 0 0.75rem; margin: 0; padding: 0; border: 0; }
  legend { float: inline-start; margin-inline-end: 0.75rem; padding: 0; font-weight: 600; }
  select, input[type='search'] { font: inherit; padding: 0.125rem 0.375rem; }
  section { padding: 0 1.5rem; }
  h2 { margin: 2rem 0 0; }
  h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
  figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top; }
  img { display: block; max-width: 40rem; height: auto; background: #fff; outline: 1px solid #b8b8c4; }
  figcaption { font-size: 0.8125rem; color: #44444e; }
  [hidden] { display: none !important; }
</style>
<header>
<h1>CNR Widgets : tous les états · every state (<output></output>)</h1>
<form>
<label>Élément · Element <select name="element"><option value="">Tous · All</option></select></label>
<label>Contient · Contains <input type="search" name="words"></label>
${checks('theme', 'Thème', THEMES)}
${checks('scheme', 'Fond', SCHEMES)}
${checks('width', 'Largeur', sizes)}
</form>
</header>
<main>
${sections.join('\n')}
</main>
<script>
  const form = document.forms[0];
  const sections = [...document.querySelectorAll('section')];
  for (const { dataset } of sections) form.element.add(new Option(dataset.title));

  /** What is chosen stands in the address, so that it can be sent to somebody. */
  const chosen = new URLSearchParams(location.hash.slice(1));
  if (chosen.size > 0) {
    form.element.value = chosen.get('element') ?? '';
    form.words.value = chosen.get('words') ?? '';
    for (const box of form.querySelectorAll('[type=checkbox]')) {
      box.checked = chosen.getAll(box.name).includes(box.value);
    }
  }

  function show() {
    const asked = new FormData(form);
    const words = asked.get('words').toLowerCase();
    for (const figure of document.querySelectorAll('figure')) {
      figure.hidden = ['theme', 'scheme', 'width'].some((name) => !asked.getAll(name).includes(figure.dataset[name]));
    }
    for (const section of sections) {
      for (const article of section.querySelectorAll('article')) {
        const named = (section.dataset.title + ' ' + article.firstChild.textContent).toLowerCase();
        article.hidden = !named.includes(words) || !article.querySelector('figure:not([hidden])');
      }
      const other = asked.get('element') !== '' && asked.get('element') !== section.dataset.title;
      section.hidden = other || !section.querySelector('article:not([hidden])');
    }
    document.querySelector('output').textContent =
      document.querySelectorAll('section:not([hidden]) article:not([hidden]) figure:not([hidden])').length;
    history.replaceState(null, '', '#' + new URLSearchParams(asked));
  }
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
</script>
</html>
`;
}

function checks(name, legend, titles) {
  const boxes = Object.entries(titles).map(
    ([value, title]) =>
      `<label><input type="checkbox" name="${name}" value="${value}" checked> ${escaped(title)}</label>`,
  );
  return `<fieldset><legend>${legend}</legend>${boxes.join('')}</fieldset>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
