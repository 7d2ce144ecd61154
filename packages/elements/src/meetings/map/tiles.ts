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
  const numberOf = (kilometres: number) =>
    Math.min(Math.max(Math.floor((kilometres + MERCATOR_WORLD / 2) / size), 0), 2 ** z - 1);
  const tiles: Tile[] = [];
  for (let y = numberOf(view.y); y <= numberOf(view.y + view.height); y += 1) {
    for (let x = numberOf(view.x); x <= numberOf(view.x + view.width); x += 1) {
      const href = address.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
      tiles.push({ href, x: x * size - MERCATOR_WORLD / 2, y: y * size - MERCATOR_WORLD / 2, size });
    }
  }
  return tiles;
}
