import Supercluster, { type ClusterProperties } from 'supercluster';
import type { Placed } from './placing.js';
import type { Spot } from './projection.js';
import { within, placeAt, type Box } from './view.js';

/** Meetings nearer than this are counted together, in pixels of sixteen to an `em`. */
const RADIUS = 38;

/** A view that is nearly as deep as the index's next zoom is shown as that one. */
const NEARLY = 0.25;

/** Of how many meetings of a group a name is looked for. */
const ASKED = 4;

const RADIANS = Math.PI / 180;

/** One meeting, or several that stand too close to be told apart. */
export interface Group extends Spot {
  /** The same for the same group of the same index. */
  readonly key: string;
  readonly count: number;
  /** The meeting; undefined of several. */
  readonly one?: Placed;
  /** Number in the index, of several. */
  readonly cluster?: number;
}

/** Tells the groups of one index from those of another. */
let made = 0;

/**
 * Counts meetings together by supercluster, on the plane on which they are drawn. It speaks degrees and turns them into
 * Web Mercator: the plane is handed over as the middle quarter of that square.
 */
export class Clusters {
  readonly #index: Supercluster<Placed, Record<string, never>>;
  readonly #square: Box;
  readonly #name = (made += 1).toString(36);
  readonly #deepest: number;

  /**
   * @param width on the screen of all of the region, in pixels of sixteen to an `em`
   * @param narrowest width of the narrowest view, in kilometres
   */
  constructor(
    placed: readonly Placed[],
    private readonly whole: Box,
    readonly width: number,
    narrowest: number,
  ) {
    const side = Math.max(whole.width, whole.height);
    this.#square = { x: whole.x - side / 2, y: whole.y - side / 2, width: 2 * side, height: 2 * side };
    this.#deepest = Math.max(Math.floor(Math.log2(whole.width / narrowest) + NEARLY), 0);
    this.#index = new Supercluster({ radius: RADIUS, extent: 2 * width, maxZoom: this.#deepest });
    this.#index.load(
      placed.map((one) => ({
        type: 'Feature',
        properties: one,
        geometry: { type: 'Point', coordinates: this.#degrees(one) },
      })),
    );
  }

  /** @param zoom see `zoomOf` */
  in(view: Box, zoom: number): Group[] {
    const [west, north] = this.#degrees(view);
    const [east, south] = this.#degrees({ x: view.x + view.width, y: view.y + view.height });
    return this.#index.getClusters([west, south, east, north], zoom).map((feature) => {
      if (isOne(feature.properties)) {
        const one = feature.properties;
        return { key: one.meeting.id, x: one.x, y: one.y, count: 1, one };
      }
      const { cluster_id: cluster, point_count: count } = feature.properties;
      const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
      const y = 0.5 - Math.atanh(Math.sin(latitude * RADIANS)) / (2 * Math.PI);
      const spot = placeAt(this.#square, { x: longitude / 360 + 0.5, y });
      // An id of the backend's has no colon.
      return { key: `${this.#name}:${cluster}`, ...spot, count, cluster };
    });
  }

  /** How deep in the index a view is: 0 where it shows all of the region. */
  zoomOf(view: Box): number {
    const zoom = Math.floor(Math.log2(this.whole.width / view.width) + NEARLY);
    return Math.min(Math.max(zoom, 0), this.#deepest);
  }

  /** By how much a view must be enlarged for the group to come apart; undefined where it never does. */
  opensBy({ cluster }: Group, zoom: number): number | undefined {
    if (cluster === undefined) return undefined;
    const apart = this.#index.getClusterExpansionZoom(cluster);
    return apart > this.#deepest ? undefined : 2 ** Math.max(apart - zoom, 1);
  }

  /** Up to `limit` meetings of a group. */
  meetingsOf({ one, cluster }: Group, limit = Infinity): Placed[] {
    if (one) return [one];
    return cluster === undefined
      ? []
      : this.#index.getLeaves(cluster, limit).map(({ properties }) => properties);
  }

  /** The town in which most of a group's meetings are, as far as one looks. */
  townOf(group: Group): string {
    const towns = new Map<string, number>();
    for (const { meeting } of this.meetingsOf(group, ASKED)) {
      const town = meeting.place?.city ?? '';
      towns.set(town, (towns.get(town) ?? 0) + 1);
    }
    return [...towns].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0])[0];
  }

  #degrees(spot: Spot): [longitude: number, latitude: number] {
    const { x, y } = within(this.#square, spot);
    return [(x - 0.5) * 360, Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / RADIANS];
  }
}

function isOne(properties: Placed | ClusterProperties): properties is Placed {
  return 'meeting' in properties;
}
