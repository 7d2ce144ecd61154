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
}

/** Packs with the finest tolerance that keeps to the budget; undefined when none does. */
export async function finestContours(
  pack: (tolerance: number) => string,
): Promise<FittedContours | undefined> {
  for (let tolerance = FINEST; tolerance <= COARSEST; tolerance = Math.round(tolerance * 115) / 100) {
    const fitted = await contoursAt(pack, tolerance);
    if (fitted.bytes <= CONTOURS_BUDGET) return fitted;
  }
  return undefined;
}

/** @param tolerance kilometres */
export async function contoursAt(
  pack: (tolerance: number) => string,
  tolerance: number,
): Promise<FittedContours> {
  const packed = pack(tolerance);
  return { packed, bytes: await compressedBytes(packed), tolerance };
}

export async function compressedBytes(packed: string): Promise<number> {
  return (await compress(packed)).length;
}
