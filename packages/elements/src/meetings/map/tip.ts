import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Spot } from './projection.js';
import { holds, within, type Box } from './view.js';

/** What a tip says in words, and where that stands. */
export interface Subject {
  /** The same for the same thing. */
  readonly key: string;
  readonly words: string;
  readonly at: Spot;
  /** How far from it the tip stands, in pixels. */
  readonly radius: number;
}

/** From the edge of the stage, in pixels. */
const MARGIN = 6;

/**
 * The name of what the mouse or the focus is on, beside it. As WCAG 1.4.13 has it (RGAA 10.13): the mouse may go onto
 * it, Escape takes it away wherever the focus is, and it stays as long as what it names is pointed at.
 */
export class Tip implements ReactiveController {
  #hovered: Subject | undefined;
  #focused: Subject | undefined;
  /** What Escape took away, and is not to come again until another was shown. */
  #dismissed: string | undefined;
  #element: EventTarget | undefined;
  /** Between what is named and the tip, in parts of the stage: who crosses it is on the way to the tip. */
  #way: Box | undefined;
  /** Where the mouse was last, and whether it came from above to what it is on. */
  #mouse: Spot | undefined;
  #fromAbove = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  get words(): string {
    return this.#shown?.words ?? '';
  }

  /** Whether the mouse, in parts of the stage, is on the tip or on its way there. */
  holds(at: Spot, target: EventTarget | null): boolean {
    return target === this.#element || (this.#way !== undefined && holds(this.#way, at));
  }

  /** @param at where the mouse is, in parts of the stage; undefined where it left */
  hover(subject: Subject | undefined, at: Spot | undefined): void {
    const before = this.#mouse;
    this.#mouse = at;
    if (subject?.key === this.#hovered?.key) return;
    this.#fromAbove = before !== undefined && at !== undefined && before.y < at.y;
    this.#hovered = subject;
    this.#turn();
  }

  focus(subject: Subject | undefined): void {
    this.#focused = subject;
    this.#turn();
  }

  /** Behind the mouse, so that it does not lie over what that goes to; else below; always whole on its stage. */
  place(element: HTMLElement, stage: HTMLElement, view: Box): void {
    const subject = this.#shown;
    if (!subject) return;
    this.#element = element;
    const { clientWidth, clientHeight } = stage;
    const { offsetWidth, offsetHeight } = element;
    const { radius } = subject;
    const at = within(view, subject.at);
    const y = at.y * clientHeight;
    const above = y - radius - offsetHeight;
    const below = y + radius;
    const fits = below + offsetHeight + MARGIN <= clientHeight;
    const isBelow = this.#fromAbove ? above < MARGIN : fits;
    const start = Math.min(at.x * clientWidth - offsetWidth / 2, clientWidth - offsetWidth - MARGIN);
    element.style.left = `${Math.max(MARGIN, start)}px`;
    element.style.top = `${isBelow ? below : above}px`;
    // A little more than the gap, so that no rounding leaves a line between it and the tip.
    const height = (radius + MARGIN) / clientHeight;
    const width = (2 * radius) / clientWidth;
    this.#way = { x: at.x - width / 2, y: isBelow ? at.y : at.y - height, width, height };
  }

  get #shown(): Subject | undefined {
    const subject = this.#hovered ?? this.#focused;
    return subject?.key === this.#dismissed ? undefined : subject;
  }

  #turn(dismissed?: string): void {
    this.#dismissed = dismissed;
    this.#way = undefined;
    this.host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.#shown) this.#turn(this.#shown.key);
  };
}
