import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells when an element comes near the screen: an embed far down a page that nobody scrolls to asks its backend for
 * nothing. Once reached, always reached.
 */
export class Visibility implements ReactiveController {
  reached = false;
  #observer: IntersectionObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.reached) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.reached = true;
        this.#observer?.disconnect();
        this.host.requestUpdate();
      },
      { rootMargin: '400px' },
    );
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
