type Rest = typeof import('./define/rest.js');

/**
 * Fetches what a card or a questionnaire may come to need besides itself. A file that does not arrive leaves what those
 * elements carry in their slots.
 * @param use what to do with it at once
 * @param failed it did not arrive
 */
export function loadRest(use?: (rest: Rest) => void, failed?: () => void): void {
  import('./define/rest.js').then(use).catch((error: unknown) => {
    console.error('cnr-widgets', error);
    failed?.();
  });
}
