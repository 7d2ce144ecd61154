import { readContours, type Contours } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { ATTRIBUTION, CONTOURS } from './contours.data.js';

/** Contours that an operator imported: where they are asked for, and which. */
export interface ContoursFrom {
  readonly backend: Pick<Backend, 'contours'>;
  readonly version: string;
}

/** Who made the contours, as a licence asks to be told. */
export interface Credit {
  readonly author: string;
  readonly source: string;
  readonly licence: string;
  readonly licenceHref: string;
}

export interface LoadedContours {
  readonly contours: Contours;
  /** Undefined of imported ones, which are the operator's: their source is `contours.attribution`. */
  readonly credit?: Credit;
}

/** The built-in ones, which come with the map: most maps need no others. */
export function builtInContours(): LoadedContours {
  return { contours: readContours(CONTOURS), credit: ATTRIBUTION };
}

/** The imported contours, else the built-in ones: another outline is no reason to fail. */
export async function importedContours({ backend, version }: ContoursFrom): Promise<LoadedContours> {
  try {
    return { contours: readContours(await backend.contours(version)) };
  } catch (error) {
    console.warn('<cnr-map>', error);
    return builtInContours();
  }
}
