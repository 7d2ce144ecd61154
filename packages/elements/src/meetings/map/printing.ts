import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells an element that the page is about to be printed, and that it was. */
export class Printing implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly print: (on: boolean) => void,
  ) {
    host.addController(this);
  }

  readonly #on = ({ type }: Event) => this.print(type === 'beforeprint');

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#on);
    window.addEventListener('afterprint', this.#on);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#on);
    window.removeEventListener('afterprint', this.#on);
  }
}
