/**
 * Dispatches an event where it happened; on the document where that has left the page meanwhile, as when a router went
 * on while something was sent: who counts what is received would miss it.
 */
export function tellPage(element: Element, event: Event): void {
  (element.isConnected ? element : document).dispatchEvent(event);
}
