import type { Group } from './clusters.js';
import type { Spot } from './projection.js';
import type { Subject } from './tip.js';
import { within, type Box } from './view.js';

/** How a group is shown, besides where. */
export interface Dress {
  /** Its name, with the facts; undefined as long as its count is its name. */
  readonly label: string | undefined;
  readonly text: string;
  readonly kind: string;
  readonly current: boolean;
}

interface Marker {
  readonly button: HTMLButtonElement;
  group: Group;
}

/** Groups whose tops differ by less than this part of the view stand in one line for who reads. */
const LINE = 0.05;

/**
 * The buttons of the groups that are in view, in reading order. They are made by hand, as they move with each frame of a
 * gesture, and as the focus must survive what comes and goes around it.
 */
export class Markers {
  readonly #markers = new Map<string, Marker>();

  /**
   * @param press a group was pressed
   * @param tell the focus came to a group, or left (undefined)
   */
  constructor(
    readonly layer: HTMLElement,
    press: (group: Group) => void,
    tell: (subject: Subject | undefined) => void,
  ) {
    layer.addEventListener('click', ({ target }) => {
      const group = this.#markerOf(target)?.group;
      if (group) press(group);
    });
    layer.addEventListener('focusin', ({ target }) => tell(this.subjectOf(target)));
    layer.addEventListener('focusout', () => tell(undefined));
  }

  /** What the button of a group is called; undefined of anything else. */
  subjectOf(target: EventTarget | null): Subject | undefined {
    const { button, group } = this.#markerOf(target) ?? {};
    const words = button?.ariaLabel;
    if (!words || !group) return undefined;
    return { key: group.key, words, at: group, radius: button.offsetHeight / 2 };
  }

  /** @returns false where the focus stood on a group and no other is left to take it */
  show(groups: readonly Group[], view: Box, dress: (group: Group) => Dress): boolean {
    const focused = this.layer.querySelector(':focus');
    const left = this.#markerOf(focused);
    const wanted = new Set(groups.map(({ key }) => key));
    for (const [key, { button }] of this.#markers) {
      if (wanted.has(key)) continue;
      button.remove();
      this.#markers.delete(key);
    }
    const line = ({ y }: Group) => Math.floor((y - view.y) / (view.height * LINE));
    const ordered = [...groups].sort((one, other) => line(one) - line(other) || one.x - other.x);
    // From the last on, so that the one that has the focus stays where it is and the others are moved around it.
    let next: Element | null = null;
    for (const group of ordered.reverse()) {
      const button = this.#buttonOf(group);
      if (button !== focused && (button.nextElementSibling !== next || button.parentNode !== this.layer)) {
        this.layer.insertBefore(button, next);
      }
      clothe(button, dress(group));
      put(button, group, view);
      next = button;
    }
    if (!left || wanted.has(left.group.key)) return true;
    return this.#focusNearest(left.group);
  }

  /** @returns false where there is nothing to focus */
  #focusNearest({ x, y }: Spot): boolean {
    const far = ({ group }: Marker) => (group.x - x) ** 2 + (group.y - y) ** 2;
    const nearest = [...this.#markers.values()].reduce<Marker | undefined>(
      (best, one) => (best && far(best) <= far(one) ? best : one),
      undefined,
    );
    // Without scrolling: who zooms should not see the page jump.
    nearest?.button.focus({ preventScroll: true });
    return nearest !== undefined;
  }

  #markerOf(target: EventTarget | null): Marker | undefined {
    return [...this.#markers.values()].find(({ button }) => button === target);
  }

  #buttonOf(group: Group): HTMLButtonElement {
    const known = this.#markers.get(group.key);
    if (known) {
      known.group = group;
      return known.button;
    }
    const button = document.createElement('button');
    button.type = 'button';
    this.#markers.set(group.key, { button, group });
    return button;
  }
}

function clothe(button: HTMLButtonElement, { label, text, kind, current }: Dress): void {
  if (button.className !== kind) button.className = kind;
  if (button.textContent !== text) button.textContent = text;
  if (label !== undefined && button.ariaLabel !== label) button.ariaLabel = label;
  if ((button.ariaCurrent === 'true') !== current) button.ariaCurrent = current ? 'true' : null;
}

/** Puts something on the stage, in parts of it, so that it holds when the map is printed at another size. */
export function put({ style }: HTMLElement, place: Spot, view: Box): void {
  const { x, y } = within(view, place);
  style.left = `${(x * 100).toFixed(2)}%`;
  style.top = `${(y * 100).toFixed(2)}%`;
}
