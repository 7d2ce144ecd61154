/**
 * The script-tag entry. The card comes at once, as most pages carry nothing else; the other elements are loaded when
 * the page carries one, now or later.
 */
import '../define/consultation.js';

export type * from '../index.js';

const others: Readonly<Record<string, () => Promise<unknown>>> = {
  'cnr-provider': () => import('../define/provider.js'),
  'cnr-questionnaire': () => import('../define/questionnaire.js'),
  'cnr-support': () => import('../define/support.js'),
  'cnr-proposals': () => import('../define/proposals.js'),
  'cnr-meeting-map': () => import('../define/meeting-map.js'),
  'cnr-receipt': () => import('../define/receipt.js'),
  'cnr-outbox': () => import('../define/outbox.js'),
};
const missing = Object.keys(others)
  .map((name) => `${name}:not(:defined)`)
  .join();

function loadWhatIsThere(): void {
  for (const element of document.querySelectorAll(missing)) {
    // A file that does not arrive leaves the element's own content, its fallback link, in place.
    others[element.localName]?.().catch((error: unknown) => console.error(`<${element.localName}>`, error));
  }
}

// A page that is rendered on a server imports this there too.
if (typeof document !== 'undefined') {
  loadWhatIsThere();
  new MutationObserver(loadWhatIsThere).observe(document, { childList: true, subtree: true });
}
