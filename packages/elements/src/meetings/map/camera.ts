import type { Spot } from './projection.js';
import type { Region } from './region.js';
import { between, kept, moved, zoomed, type Box } from './view.js';

/** How long a flight to another view takes, in milliseconds. */
const FLIGHT = 300;

/** What part of the territory is shown, and how one gets to another. */
export class Camera {
  region: Region;
  view: Box;
  /** Where a flight under way ends; else the view. */
  target: Box;
  #flight: number | undefined;

  /**
   * @param narrowest width of the narrowest view, in kilometres
   * @param changed the view did
   */
  constructor(
    region: Region,
    private readonly narrowest: number,
    private readonly changed: () => void,
  ) {
    this.region = region;
    this.view = this.target = region.whole;
  }

  /** Less than all of the region is in view. */
  get zoomed(): boolean {
    return this.target.width < this.region.whole.width * 0.999;
  }

  /** Nothing smaller can be shown. */
  get closest(): boolean {
    return this.target.width <= this.narrowestHere * 1.001;
  }

  /** A small island may be smaller than the narrowest view of a large region. */
  get narrowestHere(): number {
    return Math.min(this.narrowest, this.region.whole.width);
  }

  show(region: Region, view: Box): void {
    this.stop();
    const still = region !== this.region || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.region = region;
    this.target = kept(view, region.whole, this.narrowestHere);
    if (still) this.view = this.target;
    else this.#fly(this.view, this.target);
    this.changed();
  }

  /** @param distance in parts of the view */
  moveBy(distance: Spot): void {
    this.#set(moved(this.target, distance));
  }

  /** @param at what stays where it is, in parts of the view */
  zoomBy(factor: number, at?: Spot): void {
    // At an end, the place that should stay would drift.
    const most = this.target.width / this.narrowestHere;
    const least = this.target.width / this.region.whole.width;
    this.#set(zoomed(this.target, Math.min(Math.max(factor, least), most), at));
  }

  /** Ends a flight where it is to end. */
  stop(): void {
    if (this.#flight !== undefined) cancelAnimationFrame(this.#flight);
    this.#flight = undefined;
    this.view = this.target;
  }

  #set(view: Box): void {
    this.stop();
    this.view = this.target = kept(view, this.region.whole, this.narrowestHere);
    this.changed();
  }

  #fly(from: Box, to: Box): void {
    let started: number | undefined;
    const step = (time: number) => {
      started ??= time;
      const part = (time - started) / FLIGHT;
      this.view = part < 1 ? between(from, to, 1 - (1 - part) ** 3) : to;
      this.#flight = part < 1 ? requestAnimationFrame(step) : undefined;
      this.changed();
    };
    this.#flight = requestAnimationFrame(step);
  }
}
