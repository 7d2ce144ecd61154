/** In degrees (WGS 84): south, west, north, east, with the coastal waters. */
const EXTENTS: readonly (readonly [south: number, west: number, north: number, east: number])[] = [
  // Metropolitan France, Corsica included.
  [41.2, -5.3, 51.2, 9.7],
  // The Antilles, from Martinique to Saint-Martin.
  [14.3, -63.3, 18.3, -60.7],
  // Guyane.
  [2, -54.7, 5.9, -51.5],
  // La Réunion.
  [-21.5, 55.1, -20.7, 55.9],
  // Mayotte.
  [-13.1, 44.9, -12.5, 45.4],
  // Saint-Pierre-et-Miquelon.
  [46.7, -56.6, 47.2, -56],
  // Wallis-et-Futuna.
  [-14.5, -178.3, -13, -176],
  // French Polynesia.
  [-28, -155, -7.5, -134],
  // New Caledonia.
  [-23.3, 158, -17.5, 169],
];

/** Whether a point lies in one of the territories of France, or close by. */
export function isInFrance({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return EXTENTS.some(
    ([south, west, north, east]) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );
}
