import { departementName } from '@cnr-widgets/contract';

/**
 * The départements to go to. They come into their box when somebody turns to it: a browser measures all of their names,
 * which takes longer than to draw the map, and most never open it.
 */
export class Destinations {
  #turnedTo = false;
  #codes: readonly string[] = [];
  #area: string | undefined;
  #shown = '';

  constructor(readonly select: HTMLSelectElement) {
    // Both come before the box opens: a press does not focus it first everywhere.
    for (const name of ['focus', 'pointerdown']) {
      select.addEventListener(name, () => {
        this.#turnedTo = true;
        this.#fill();
      });
    }
  }

  /** @param codes those that have meetings */
  show(codes: readonly string[], area: string | undefined): void {
    this.#codes = codes;
    this.#area = area;
    this.#fill();
  }

  #fill(): void {
    const { select } = this;
    const here = this.#area === undefined ? [] : [this.#area];
    const codes = this.#turnedTo ? [...new Set([...this.#codes, ...here])].sort() : here;
    const wanted = codes.join();
    if (wanted !== this.#shown) {
      this.#shown = wanted;
      const options = codes.map((code) => {
        const option = document.createElement('option');
        option.value = code;
        option.label = `${code} ${departementName(code) ?? ''}`;
        return option;
      });
      const whole = select.options[0];
      select.replaceChildren(...(whole ? [whole] : []), ...options);
    }
    select.value = this.#area ?? '';
  }
}
