import type { Spot } from './projection.js';

/** What gestures do to a map. Places and distances are parts of the stage, from 0 to 1. */
export interface Moved {
  /** There is something outside of the view. */
  isZoomed(): boolean;
  moveBy(distance: Spot): void;
  zoomBy(factor: number, at: Spot): void;
  /** A press on the map itself. */
  pressedAt(at: Spot, target: EventTarget | null): void;
  /** The mouse rests on it; undefined where it left. */
  pointedAt(at: Spot | undefined, target: EventTarget | null): void;
}

/** From here on it is a drag and no press, in pixels. */
const DRAG = 5;
const WHEEL = 0.01;
/** Pixels of a line, for wheels that count in lines. */
const LINE = 16;

/**
 * A mouse drags, two fingers drag and zoom, the wheel zooms with Ctrl or ⌘: one finger and the bare wheel are the
 * page's, which scrolls. All of it can be done by buttons as well.
 */
export class Gestures {
  #from: Spot | undefined;
  #dragged = false;
  #fingers: { middle: Spot; apart: number } | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly map: Moved,
  ) {
    stage.addEventListener('pointerdown', this.#onDown);
    stage.addEventListener('pointermove', this.#onMove);
    stage.addEventListener('pointerup', this.#onUp);
    stage.addEventListener('pointercancel', this.#onUp);
    stage.addEventListener('pointerleave', () => map.pointedAt(undefined, null));
    stage.addEventListener('click', this.#onClick, { capture: true });
    stage.addEventListener('wheel', this.#onWheel, { passive: false });
    for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      stage.addEventListener(name, this.#onTouch, { passive: false });
    }
  }

  #part({ clientX, clientY }: { clientX: number; clientY: number }): Spot {
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  readonly #onDown = (event: PointerEvent) => {
    this.#dragged = false;
    if (event.pointerType !== 'touch' && event.button === 0 && this.map.isZoomed())
      this.#from = this.#part(event);
  };

  readonly #onMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const at = this.#part(event);
    if (!this.#from) return this.map.pointedAt(at, event.target);
    const distance = { x: this.#from.x - at.x, y: this.#from.y - at.y };
    if (!this.#dragged) {
      const { offsetWidth, offsetHeight } = this.stage;
      if (Math.hypot(distance.x * offsetWidth, distance.y * offsetHeight) < DRAG) return;
      this.#dragged = true;
      this.stage.setPointerCapture(event.pointerId);
    }
    this.#from = at;
    this.map.moveBy(distance);
  };

  readonly #onUp = () => {
    this.#from = undefined;
  };

  readonly #onClick = (event: MouseEvent) => {
    if (this.#dragged) event.stopPropagation();
    else if (!(event.target instanceof HTMLButtonElement))
      this.map.pressedAt(this.#part(event), event.target);
    this.#dragged = false;
  };

  readonly #onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE;
    this.map.zoomBy(Math.exp(-pixels * WHEEL), this.#part(event));
  };

  readonly #onTouch = (event: TouchEvent) => {
    // Fingers may rest on different markers.
    const fingers = [...event.touches].filter(({ target }) => this.stage.contains(target as Node));
    const [one, other, third] = fingers.map((finger) => this.#part(finger));
    if (!one || !other || third) {
      this.#fingers = undefined;
      return;
    }
    event.preventDefault();
    const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
    const apart = Math.max(Math.hypot(one.x - other.x, one.y - other.y), 0.01);
    const before = this.#fingers;
    this.#fingers = { middle, apart };
    if (!before) return;
    this.map.moveBy({ x: before.middle.x - middle.x, y: before.middle.y - middle.y });
    this.map.zoomBy(apart / before.apart, middle);
  };
}
