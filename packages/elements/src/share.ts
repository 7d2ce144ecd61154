import { html, type TemplateResult } from 'lit';

/** What became of sharing: `copied` where the device has no means of its own, `none` where neither is allowed. */
export type Shared = 'shared' | 'copied' | 'none';

/** Hands an address on by the device's own means. */
export async function share(title: string, url: string): Promise<Shared> {
  try {
    if ('share' in navigator) {
      await navigator.share({ title, url });
      return 'shared';
    }
  } catch (error) {
    // The citizen closed it.
    if (error instanceof DOMException && error.name === 'AbortError') return 'shared';
  }
  try {
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'none';
  }
}

/** The address itself, to be copied by hand: where the device has neither. */
export function renderAddress(words: string, url: string): TemplateResult {
  return html`<label class="stack"
    >${words}<input type="text" readonly .value=${url} @focus=${selectAll}
  /></label>`;
}

export function selectAll(event: FocusEvent): void {
  (event.target as HTMLInputElement).select();
}
