import type { FoundPlace, MeetingPoint } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import type { ReactiveControllerHost } from 'lit';
import { meant, placesOffline } from './finding.js';

/** Why no place was found. */
export type PlaceTrouble = 'empty' | 'unknown' | 'offline' | 'unreachable' | 'denied' | 'unlocated';

/** Where a device may look for its position: `navigator.geolocation`. */
export type Locator = Pick<Geolocation, 'getCurrentPosition'> | undefined;

/** Milliseconds after which a position is not waited for any more. */
const PATIENCE = 20_000;
/** A position of five minutes ago is still near enough. */
const FRESH = 300_000;

/** The field in which a citizen says where: what was written, what was found, and what went wrong. */
export class PlaceSearch {
  query = '';
  /** Several places that may be meant. */
  choices: readonly FoundPlace[] = [];
  busy: 'search' | 'locate' | undefined;
  trouble: PlaceTrouble | undefined;
  #asking: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** The place that is meant; undefined where there are none or several, which `choices` and `trouble` tell. */
  async find(backend: Backend, query: string): Promise<FoundPlace | undefined> {
    const { signal } = this.#begin('search');
    this.query = query;
    let places: readonly FoundPlace[] = [];
    let trouble: PlaceTrouble | undefined = query.trim() === '' ? 'empty' : undefined;
    if (trouble === undefined) {
      try {
        ({ places } = await backend.places(query.trim(), { signal }));
        if (places.length === 0) trouble = 'unknown';
      } catch (error) {
        if (signal.aborted) return undefined;
        places = placesOffline(query);
        const { code } = clientErrorOf(error, 'malformed-response');
        if (places.length === 0)
          trouble = code === 'network' || !navigator.onLine ? 'offline' : 'unreachable';
      }
    }
    if (signal.aborted) return undefined;
    const place = meant(query, places);
    this.#end(trouble, place ? [] : places);
    return place;
  }

  /**
   * Where the device is: asked for at a press alone, used on this device alone.
   * @param locator undefined where the browser has none, or the page is not secure
   */
  async locate(
    locator: Locator = 'geolocation' in navigator ? navigator.geolocation : undefined,
  ): Promise<MeetingPoint | undefined> {
    const { signal } = this.#begin('locate');
    const position = await new Promise<GeolocationPosition | PlaceTrouble>((resolve) => {
      if (!locator) return resolve('denied');
      locator.getCurrentPosition(resolve, ({ code }) => resolve(code === 1 ? 'denied' : 'unlocated'), {
        maximumAge: FRESH,
        timeout: PATIENCE,
      });
    });
    if (signal.aborted) return undefined;
    this.#end(typeof position === 'string' ? position : undefined, []);
    if (typeof position === 'string') return undefined;
    const { latitude, longitude } = position.coords;
    return { latitude, longitude };
  }

  /** What is on its way is of no use any more. */
  stop(): void {
    this.#asking?.abort();
    this.busy = undefined;
  }

  clear(): void {
    this.stop();
    this.query = '';
    this.choices = [];
    this.trouble = undefined;
  }

  #begin(busy: 'search' | 'locate'): AbortController {
    this.#asking?.abort();
    this.busy = busy;
    this.trouble = undefined;
    this.choices = [];
    this.host.requestUpdate();
    return (this.#asking = new AbortController());
  }

  #end(trouble: PlaceTrouble | undefined, choices: readonly FoundPlace[]): void {
    this.busy = undefined;
    this.trouble = trouble;
    this.choices = choices;
    this.host.requestUpdate();
  }
}
