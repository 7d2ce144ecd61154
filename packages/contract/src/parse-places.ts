import type { FoundPlaces } from './commune.js';
import { readAs } from './shape.js';
import { foundPlacesShape } from './shapes/foundPlaces.js';

/** Reads the places that were found. @throws ContractError */
export function parsePlaces(value: unknown): FoundPlaces {
  return readAs(foundPlacesShape, 'places', value) as FoundPlaces;
}
