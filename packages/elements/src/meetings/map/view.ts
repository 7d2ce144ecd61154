import type { Spot } from './projection.js';

/** A part of a plane, in kilometres. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width of the stage by its height: the mainland's with some room. The styles say the same. */
const ASPECT = 15 / 14;

/** As SVG has it. */
export function viewBox({ x, y, width, height }: Box): string {
  return [x, y, width, height].map((number) => number.toFixed(2)).join(' ');
}

/** The smallest box that holds these places; undefined of none. */
export function boxOf(spots: Iterable<Spot>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of spots) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The smallest view in the stage's proportions that shows a box with room around it. @param room part of its size */
export function framed(box: Box, room: number, aspect = ASPECT): Box {
  const width = Math.max(box.width, box.height * aspect) * (1 + 2 * room);
  return centred(middleOf(box), width, aspect);
}

export function centred({ x, y }: Spot, width: number, aspect = ASPECT): Box {
  const height = width / aspect;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** With so many kilometres around it. */
export function padded({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export function middleOf({ x, y, width, height }: Box): Spot {
  return { x: x + width / 2, y: y + height / 2 };
}

export function holds(box: Box, { x, y }: Spot): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** Where a place stands in a view, from 0 to 1 in both directions. */
export function within(view: Box, { x, y }: Spot): Spot {
  return { x: (x - view.x) / view.width, y: (y - view.y) / view.height };
}

/** The place at a part of the view, from 0 to 1 in both directions. */
export function placeAt(view: Box, part: Spot): Spot {
  return { x: view.x + part.x * view.width, y: view.y + part.y * view.height };
}

/** Larger by `factor`; what is at `part` of the view stays there. */
export function zoomed(view: Box, factor: number, part: Spot = { x: 0.5, y: 0.5 }): Box {
  const fixed = placeAt(view, part);
  const [width, height] = [view.width / factor, view.height / factor];
  return { x: fixed.x - part.x * width, y: fixed.y - part.y * height, width, height };
}

/** Moved by parts of its size. */
export function moved(view: Box, { x, y }: Spot): Box {
  return { ...view, x: view.x + x * view.width, y: view.y + y * view.height };
}

/** The nearest view that shows nothing outside of `whole`, and is no narrower than `narrowest`. */
export function kept(view: Box, whole: Box, narrowest: number): Box {
  const width = Math.min(whole.width, Math.max(view.width, narrowest));
  const { x, y, height } = centred(middleOf(view), width, whole.width / whole.height);
  return {
    x: Math.min(Math.max(x, whole.x), whole.x + whole.width - width),
    y: Math.min(Math.max(y, whole.y), whole.y + whole.height - height),
    width,
    height,
  };
}

/** On the way from one view to another, `part` from 0 to 1. */
export function between(from: Box, to: Box, part: number): Box {
  // By equal factors in equal times, as the eye takes it.
  const width = from.width * (to.width / from.width) ** part;
  const way = from.width === to.width ? part : (width - from.width) / (to.width - from.width);
  return {
    x: from.x + (to.x - from.x) * way,
    y: from.y + (to.y - from.y) * way,
    width,
    height: from.height * (width / from.width),
  };
}
