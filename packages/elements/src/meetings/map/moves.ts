import type { MeetingPoint } from '@cnr-widgets/contract';
import type { Camera } from './camera.js';
import type { Placing } from './placing.js';
import type { Spot } from './projection.js';
import { MAINLAND, regionOf } from './region.js';
import { boxOf, centred, framed, holds } from './view.js';

/** What a press of a button or a key does to the view. */
export type Move = 'in' | 'out' | 'left' | 'right' | 'up' | 'down';

/** Twice as near, a quarter of the view aside. */
const CLOSER = 2;
const ASIDE: Readonly<Record<string, Spot>> = {
  left: { x: -0.25, y: 0 },
  right: { x: 0.25, y: 0 },
  up: { x: 0, y: -0.25 },
  down: { x: 0, y: 0.25 },
};

const KEYS: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'in',
  '=': 'in',
  '-': 'out',
};

/** Around a place that was searched for, so many meetings come into view. */
const NEAREST = 5;
/** And this many kilometres, at least. */
const VICINITY = 40;

/** What a key asks for; undefined where it is the page's. */
export function moveOf(event: KeyboardEvent, { zoomed }: Camera): Move | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement)
    return undefined;
  const move = KEYS[event.key];
  // With all of it in view, arrows scroll the page as everywhere.
  return move === 'in' || zoomed ? move : undefined;
}

export function move(camera: Camera, to: Move): void {
  const aside = ASIDE[to];
  if (aside) camera.moveBy(aside);
  else camera.zoomBy(to === 'in' ? CLOSER : 1 / CLOSER);
}

/** Shows a département or an overseas territory; all of the mainland without one. */
export function goTo(camera: Camera, placing: Placing, code: string | undefined): void {
  const region = placing.region(code === undefined ? MAINLAND : regionOf(code));
  camera.show(region, code === undefined ? region.whole : region.viewOf(code));
}

/** Shows a place, with the meetings around it that come first in the list. */
export function goAround(camera: Camera, placing: Placing, point: MeetingPoint): void {
  const region = placing.regionAt(point);
  const spot = region.project(point.longitude, point.latitude);
  const nearest = placing.placed(region.id).slice(0, NEAREST);
  // As far on the other side, so that the place stands in the middle.
  const mirrored = nearest.map(({ x, y }) => ({ x: 2 * spot.x - x, y: 2 * spot.y - y }));
  const box = boxOf([...nearest, ...mirrored, spot]) ?? region.whole;
  camera.show(
    region,
    framed({ ...box }, 0.15).width < VICINITY ? centred(spot, VICINITY) : framed(box, 0.15),
  );
}

/** Brings a meeting into view where it is out of it, and leaves the view alone where it is not. */
export function reveal(camera: Camera, placing: Placing, meeting: string): void {
  const found = placing.find(meeting);
  if (!found) return;
  const region = placing.region(found.region);
  if (region !== camera.region) camera.show(region, region.whole);
  else if (!holds(camera.target, found.placed))
    camera.show(region, centred(found.placed, camera.target.width));
}
