import type { LitElement, ReactiveController } from 'lit';

/** Pixels of an `em` for which groups are made. */
const EM = 16;

/** How wide the stage is, in pixels of sixteen to an `em`: larger text takes more room. 0 while it is not known. */
export class StageWidth implements ReactiveController {
  value = 0;
  /** The same in pixels of the screen. */
  pixels = 0;
  #stage: HTMLElement | undefined;
  readonly #sizes = new ResizeObserver(() => {
    if (!this.#stage) return;
    this.pixels = this.#stage.clientWidth;
    const value = (this.pixels * EM) / parseFloat(getComputedStyle(this.host).fontSize);
    if (value === this.value) return;
    this.value = value;
    this.host.requestUpdate();
  });

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** The stage comes with the first sentences, and stays. */
  watch(stage: HTMLElement): void {
    this.#stage = stage;
    this.#sizes.observe(stage);
  }

  hostConnected(): void {
    if (this.#stage) this.#sizes.observe(this.#stage);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }
}
