// Where the page's map lies on Earth: it is a Mercator drawing, whose scale and place follow from laying the outline of
// France over the one of Natural Earth.

const RADIAN = Math.PI / 180;
const EARTH_KM = 6371;

/**
 * @param page positions on the outline, in the page's units
 * @param outlines lines of the same outline, in degrees
 * @returns `place` from a position on the page to degrees, and `mean`, how far off the outline is in kilometres, the
 *   tenth that fits worst (estuaries, islands that only one has) left out
 */
export function fitted(page, outlines) {
  const segments = outlines.flatMap((line) => {
    const flat = line.map(mercator);
    return flat.slice(1).map((to, index) => [...flat[index], ...to]);
  });
  const [pageX, pageY] = [0, 1].map((axis) => range(page.map((at) => at[axis])));
  const [earthX, earthY] = [0, 1].map((axis) => range(segments.map((segment) => segment[axis])));
  let x = lineThrough(pageX, earthX);
  // A page counts downwards.
  let y = lineThrough(pageY, [...earthY].reverse());
  let mean;
  // Each round takes what is nearest for what is meant, and fits to that; thirty are more than it needs to settle.
  for (let round = 0; round < 30; round++) {
    const pairs = page
      .map((at) => ({ at, ...nearest(segments, x.scale * at[0] + x.shift, y.scale * at[1] + y.shift) }))
      .sort((one, other) => one.distance - other.distance)
      .slice(0, Math.floor(page.length * 0.9));
    mean =
      (average(pairs.map(({ distance }) => distance)) * EARTH_KM) / Math.cosh(earthY[0] / 2 + earthY[1] / 2);
    x = regression(pairs.map(({ at, to }) => [at[0], to[0]]));
    y = regression(pairs.map(({ at, to }) => [at[1], to[1]]));
  }
  return {
    mean,
    place: ([pageX, pageY]) => [
      (x.scale * pageX + x.shift) / RADIAN,
      Math.atan(Math.sinh(y.scale * pageY + y.shift)) / RADIAN,
    ],
  };
}

function mercator([longitude, latitude]) {
  return [longitude * RADIAN, Math.asinh(Math.tan(latitude * RADIAN))];
}

function nearest(segments, x, y) {
  let best = { distance: Infinity, to: undefined };
  for (const [fromX, fromY, toX, toY] of segments) {
    const along = [toX - fromX, toY - fromY];
    const length = along[0] ** 2 + along[1] ** 2;
    const part = length === 0 ? 0 : ((x - fromX) * along[0] + (y - fromY) * along[1]) / length;
    const within = Math.min(1, Math.max(0, part));
    const to = [fromX + within * along[0], fromY + within * along[1]];
    const distance = Math.hypot(to[0] - x, to[1] - y);
    if (distance < best.distance) best = { distance, to };
  }
  return best;
}

function range(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)];
}

function lineThrough([fromLow, fromHigh], [low, high]) {
  const scale = (high - low) / (fromHigh - fromLow);
  return { scale, shift: low - scale * fromLow };
}

/** Least squares. */
function regression(pairs) {
  const from = average(pairs.map(([number]) => number));
  const to = average(pairs.map(([, number]) => number));
  const scale =
    pairs.reduce((sum, [one, other]) => sum + (one - from) * (other - to), 0) /
    pairs.reduce((sum, [one]) => sum + (one - from) ** 2, 0);
  return { scale, shift: to - scale * from };
}

function average(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
