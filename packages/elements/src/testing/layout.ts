import { expect } from '@open-wc/testing';

/** What a reader may set for all text (WCAG 2.2, 1.4.12), in every root. */
const SPACED = new CSSStyleSheet();
SPACED.replaceSync(
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
);

/** Room for descenders, which stand below the box of a line that is set tight. */
const DESCENT = 6;

interface Setting {
  dir?: 'ltr' | 'rtl';
  /** The reader's own text spacing. */
  spaced?: boolean;
  /** Times the text is as large. */
  zoom?: number;
}

/** Readers with settings of their own, in a column of 320 px. */
export const READERS: readonly { readonly who: string; readonly setting: Setting }[] = [
  { who: 'who reads from right to left', setting: { dir: 'rtl' } },
  { who: 'who spaces all text', setting: { spaced: true } },
  { who: 'who doubles all text', setting: { zoom: 2 } },
  { who: 'who does all of that', setting: { dir: 'rtl', spaced: true, zoom: 2 } },
];

/** Everything is read by each of them, one after the other. */
export function assertReadable(element: HTMLElement, where: string): void {
  for (const { who, setting } of READERS) {
    const leave = narrow(element, setting);
    expect(unreadable(element), `${where}, by ${who}`).to.deep.equal([]);
    leave();
  }
}

/** An element as it stands in a column of 320 px, for a reader with these settings. Ends with `leave`. */
export function narrow(element: HTMLElement, { dir = 'ltr', spaced = false, zoom = 1 }: Setting): () => void {
  const column = element.parentElement;
  if (!column) throw new Error('an element in the page');
  const { dir: before } = column;
  column.dir = dir;
  column.style.cssText = `inline-size: 320px; font-size: ${zoom * 100}%`;
  if (spaced) {
    for (const root of rootsIn(element)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, SPACED];
  }
  return () => {
    column.dir = before;
    column.style.cssText = '';
    for (const root of rootsIn(element)) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== SPACED);
    }
  };
}

/** What stands out of the column, runs out of its own box, or is cut off; nothing where all can be read. */
export function unreadable(element: HTMLElement): string[] {
  const column = element.getBoundingClientRect();
  return elementsIn(element).flatMap((one) => {
    // A sign beside its words is as high as its font, which differs by browser.
    if (one.closest('.visually-hidden, svg, [aria-hidden=true], details:not([open]) > :not(summary)'))
      return [];
    if (!one.checkVisibility() || getComputedStyle(one).display === 'inline') return [];
    const box = one.getBoundingClientRect();
    const faults = [
      (box.left < column.left - 1 || box.right > column.right + 1) && 'out of the column',
      isCut(one) && 'cut off',
      textOf(one).some((rect) => !holds(box, rect)) && 'text out of its box',
    ];
    const name = `${one.localName}#${one.id}.${one.className} “${one.textContent.trim().slice(0, 30)}”`;
    return faults.filter(Boolean).map((fault) => `${name}: ${fault || ''}`);
  });
}

/** An excerpt is cut on purpose: the whole text stands behind its title. */
function isCut(one: Element): boolean {
  const { overflowX, webkitLineClamp } = getComputedStyle(one);
  if (overflowX === 'visible' || webkitLineClamp !== 'none' || one.matches('textarea, input, select'))
    return false;
  return one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
}

function textOf(one: Element): DOMRect[] {
  if (getComputedStyle(one).webkitLineClamp !== 'none') return [];
  return [...one.childNodes].flatMap((node) => {
    if (!(node instanceof Text) || node.data.trim() === '') return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  });
}

function holds(box: DOMRect, text: DOMRect): boolean {
  return (
    text.left >= box.left - 1 &&
    text.right <= box.right + 1 &&
    text.top >= box.top - DESCENT &&
    text.bottom <= box.bottom + DESCENT
  );
}

function rootsIn(element: Element): ShadowRoot[] {
  return [element, ...elementsIn(element)].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));
}

/** Everything in the element's root, and in the roots in it. */
function elementsIn(element: Element): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].flatMap((one) => [
    one,
    ...elementsIn(one),
  ]);
}
