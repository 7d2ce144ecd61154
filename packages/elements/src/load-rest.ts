/**
 * Fetches what a card or a questionnaire may come to need besides itself. A file that does not arrive leaves what those
 * elements carry in their slots.
 */
export function loadRest(): void {
  import('./define/rest.js').catch((error: unknown) => console.error('cnr-widgets', error));
}
