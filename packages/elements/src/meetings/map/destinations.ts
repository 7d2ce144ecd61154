import { departementName } from '@cnr-widgets/contract';

/** Browsers without `requestIdleCallback` wait so many milliseconds. */
const LATER = 200;

/**
 * The départements to go to. They come into their box once the map is on the screen: a browser measures all of their
 * names, which takes longer than to draw the map.
 */
export class Destinations {
  #shown = '';

  constructor(readonly select: HTMLSelectElement) {}

  /** @param codes those that have meetings */
  show(codes: readonly string[], area: string | undefined): void {
    const all = area === undefined || codes.includes(area) ? codes : [...codes, area].sort();
    const wanted = all.join();
    if (wanted !== this.#shown) {
      this.#shown = wanted;
      const fill = () => {
        if (wanted === this.#shown) this.#fill(all);
      };
      // One that is gone to is to be named at once.
      if (area !== undefined) fill();
      else if ('requestIdleCallback' in window) requestIdleCallback(fill);
      else setTimeout(fill, LATER);
    }
    this.select.value = area ?? '';
  }

  #fill(codes: readonly string[]): void {
    const { select } = this;
    const { value } = select;
    const options = codes.map((code) => {
      const option = document.createElement('option');
      option.value = code;
      option.label = `${code} ${departementName(code) ?? ''}`;
      return option;
    });
    const whole = select.options[0];
    select.replaceChildren(...(whole ? [whole] : []), ...options);
    select.value = value;
  }
}
