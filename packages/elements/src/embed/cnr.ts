/**
 * The script-tag entry. The card and its provider come at once, as most pages carry no more; the other elements are
 * loaded when the page carries one, now or later.
 */
import '../define/provider.js';
import '../define/consultation.js';

const others: Readonly<Record<string, () => Promise<unknown>>> = {
  'cnr-questionnaire': () => import('../define/questionnaire.js'),
  'cnr-outbox': () => import('../define/outbox.js'),
};
const undefinedOthers = Object.keys(others)
  .map((name) => `${name}:not(:defined)`)
  .join();

function loadWhatIsThere(): void {
  for (const element of document.querySelectorAll(undefinedOthers)) {
    // A file that does not arrive leaves the element's own content, its fallback link, in place.
    others[element.localName]?.().catch((error: unknown) => console.error(`<${element.localName}>`, error));
  }
}

loadWhatIsThere();
new MutationObserver(loadWhatIsThere).observe(document.documentElement, { childList: true, subtree: true });
