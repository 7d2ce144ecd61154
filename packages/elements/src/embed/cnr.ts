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

/** What was asked for already: a page that changes all the time must not ask each time for a file that does not come. */
const asked = new Set<string>();

/** Until it is asked for again; twice as long each time. */
let pause = 5_000;

function loadWhatIsThere(): void {
  for (const { localName } of document.querySelectorAll(missing)) {
    if (asked.has(localName)) continue;
    asked.add(localName);
    // A file that does not arrive leaves the element's own content, its fallback link, in place.
    others[localName]?.().catch((error: unknown) => {
      console.error(`<${localName}>`, error);
      setTimeout(askAgain, (pause *= 2));
    });
  }
}

function askAgain(): void {
  asked.clear();
  loadWhatIsThere();
}

// A page that is rendered on a server imports this there too.
if (typeof document !== 'undefined') {
  loadWhatIsThere();
  addEventListener('online', askAgain);
  new MutationObserver(loadWhatIsThere).observe(document, { childList: true, subtree: true });
}
