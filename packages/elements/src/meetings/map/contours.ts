import { readContours, type Contours } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';

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
  /** Undefined where none came: meetings are shown without land beneath them. */
  readonly contours?: Contours;
  readonly credit?: Credit;
}

/** The imported contours, else the built-in ones: a map without land is no reason to fail. */
export async function loadContours(from: ContoursFrom | undefined): Promise<LoadedContours> {
  if (from) {
    try {
      return { contours: readContours(await from.backend.contours(from.version)) };
    } catch (error) {
      console.warn('<cnr-map>', error);
    }
  }
  try {
    const { ATTRIBUTION, CONTOURS } = await import('./contours.data.js');
    return { contours: readContours(CONTOURS), credit: ATTRIBUTION };
  } catch (error) {
    console.error('<cnr-map>', error);
    return {};
  }
}
