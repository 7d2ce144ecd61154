import { MAX_CONTOURS } from '@cnr-widgets/contract';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Bytes of compressed contours that a map may cost a phone. */
export const CONTOURS_BUDGET = 8_000;

/** Kilometres. Finer shows nothing more on a screen; coarser is no map of the départements any more. */
const FINEST = 1;
const COARSEST = 10;

export interface FittedContours {
  packed: string;
  /** Compressed (brotli), as a phone fetches them. */
  bytes: number;
  /** Kilometres. */
  tolerance: number;
  /** Within the budget, and what a device reads. */
  fits: boolean;
}

/** Packs with the finest tolerance that keeps to the budget; undefined when none does. */
export async function finestContours(
  pack: (tolerance: number) => string,
): Promise<FittedContours | undefined> {
  for (let tolerance = FINEST; tolerance <= COARSEST; tolerance = Math.round(tolerance * 115) / 100) {
    const fitted = await contoursAt(pack, tolerance);
    if (fitted.fits) return fitted;
  }
  return undefined;
}

/** @param tolerance kilometres */
export async function contoursAt(
  pack: (tolerance: number) => string,
  tolerance: number,
): Promise<FittedContours> {
  const packed = pack(tolerance);
  const bytes = await compressedBytes(packed);
  // What repeats itself compresses well and is long none the less.
  const fits = bytes <= CONTOURS_BUDGET && packed.length <= MAX_CONTOURS;
  return { packed, bytes, tolerance, fits };
}

export async function compressedBytes(packed: string): Promise<number> {
  return (await compress(packed)).length;
}
