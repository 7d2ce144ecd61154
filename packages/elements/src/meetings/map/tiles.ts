import { MERCATOR_WORLD } from './projection.js';
import type { Box } from './view.js';

/** Pixels, as hosts of tiles make them. */
const SIDE = 256;
const DEEPEST = 19;

/** A picture of a square of the map, in kilometres on the Web Mercator plane. */
export interface Tile {
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * The pictures that cover a view.
 * @param address with `{z}`, `{x}` and `{y}`
 * @param width of the view on the screen, in pixels
 */
export function tilesIn(view: Box, address: string, width: number): Tile[] {
  const zoom = Math.round(Math.log2((MERCATOR_WORLD * width) / (SIDE * view.width)));
  const z = Math.min(Math.max(zoom, 0), DEEPEST);
  const size = MERCATOR_WORLD / 2 ** z;
  const numberOf = (kilometres: number) => Math.floor((kilometres + MERCATOR_WORLD / 2) / size);
  const columns = Math.ceil(view.width / size) + 1;
  const rows = Math.ceil(view.height / size) + 1;
  const [left, top] = [numberOf(view.x), numberOf(view.y)];
  const tiles: Tile[] = [];
  for (let y = top; y < top + rows; y += 1) {
    for (let x = left; x < left + columns; x += 1) {
      const href = address.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
      // Each keeps its place in the list while the map moves beneath the view, so that it is not loaded again.
      const place = remainder(y, rows) * columns + remainder(x, columns);
      tiles[place] = { href, x: x * size - MERCATOR_WORLD / 2, y: y * size - MERCATOR_WORLD / 2, size };
    }
  }
  return tiles;
}

function remainder(number: number, of: number): number {
  return ((number % of) + of) % of;
}
