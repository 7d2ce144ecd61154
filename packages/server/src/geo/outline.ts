import type { Position } from '@cnr-widgets/contract';

/** One département as it is before it is packed. */
export interface Outline {
  /** INSEE's. */
  code: string;
  /** Closed: the last position is the first again. Islands, exclaves and holes alike, filled by the even-odd rule. */
  rings: readonly (readonly Position[])[];
}
