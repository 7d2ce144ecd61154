import type { LitElement, ReactiveController } from 'lit';

/** What stands on the screen, where the focus goes when that changes, and where one comes back to. */
export class Stage implements ReactiveController {
  /** Id of the meeting that stands open. */
  opened: string | undefined;
  /** On a narrow screen the map stands in the list's place. */
  mapOn = false;
  /** How far below the top of the window the citizen left the list. */
  #top: number | undefined;
  #focus: readonly string[] = [];
  #reveal: string | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const root = this.host.renderRoot;
    if (this.#reveal !== undefined) {
      root.querySelector(this.#reveal)?.scrollIntoView({ block: 'nearest' });
      this.#reveal = undefined;
    }
    const target = this.#focus
      .map((selector) => root.querySelector<HTMLElement>(selector))
      .find((found) => found && found.getClientRects().length > 0);
    if (!target) return;
    this.#focus = [];
    if (this.opened === undefined && this.#top !== undefined) {
      // Back where one was: what stood in the list's place was shorter or longer.
      scrollBy(0, target.getBoundingClientRect().top - this.#top);
      this.#top = undefined;
    }
    target.focus();
  }

  /** Moves the focus to the first of these that is there, once it is rendered. */
  focusOn(...selectors: string[]): void {
    this.#focus = selectors;
    this.host.requestUpdate();
  }

  /** Brings it into view, and leaves the focus where it is. */
  reveal(selector: string): void {
    this.#reveal = selector;
    this.host.requestUpdate();
  }

  open(id: string): void {
    this.#top = this.host.renderRoot.querySelector(`#open-${id}`)?.getBoundingClientRect().top;
    this.opened = id;
    this.focusOn('#opened');
  }

  readonly back = (): void => {
    const { opened } = this;
    this.opened = undefined;
    // What one came from may not be in the list any more, or never was.
    this.focusOn(`#open-${opened}`, '#count', '#title');
  };

  readonly toggleMap = (): void => {
    this.mapOn = !this.mapOn;
    this.host.requestUpdate();
  };
}
