import type { LitElement, ReactiveController } from 'lit';

/** Pixels of an `em` for which groups are made. */
const EM = 16;

/** How wide the stage is, in pixels of sixteen to an `em`: larger text takes more room. 0 while it is not known. */
export class StageWidth implements ReactiveController {
  value = 0;
  /** The same in pixels of the screen. */
  pixels = 0;
  #stage: HTMLElement | undefined;
  #text: HTMLElement | undefined;
  readonly #sizes = new ResizeObserver(() => this.#measure());

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** @param text something whose size follows the font's, while the stage's does not */
  watch(stage: HTMLElement, text: HTMLElement): void {
    this.#stage = stage;
    this.#text = text;
    this.hostConnected();
    // The observer would tell later in the frame. The update under way ends before.
    queueMicrotask(() => this.#measure());
  }

  hostConnected(): void {
    this.#sizes.disconnect();
    if (this.#stage) this.#sizes.observe(this.#stage);
    if (this.#text) this.#sizes.observe(this.#text);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  #measure(): void {
    if (!this.#stage) return;
    this.pixels = this.#stage.clientWidth;
    const value = (this.pixels * EM) / parseFloat(getComputedStyle(this.host).fontSize);
    if (value === this.value) return;
    this.value = value;
    this.host.requestUpdate();
  }
}
