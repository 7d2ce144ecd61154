/**
 * Few backends ask for a proof of work: what shows one comes with the first word of it. Without its file the sending
 * goes on, and shows no progress.
 */
export function loadProof(): void {
  import('./define/proof.js').catch((error: unknown) => console.error('cnr-widgets', error));
}
