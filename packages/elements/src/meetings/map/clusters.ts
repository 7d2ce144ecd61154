import Supercluster, { type ClusterProperties } from 'supercluster';
import type { Placed } from './placing.js';
import type { Spot } from './projection.js';
import { boxOf, padded, placeAt, within, type Box } from './view.js';

/** Meetings nearer than this are counted together, in pixels of sixteen to an `em`. */
const RADIUS = 38;

/** A view that is nearly as deep as the index's next zoom is shown as that one. */
const NEARLY = 0.25;

/**
 * Down to this zoom, at which a département fills the stage, all are grouped at once. What is deeper, where most never
 * go, has an index of its own, made when it is asked for: in one index it would be made before anything is drawn.
 */
const SHALLOW = 3;

/** Of how many meetings of a group a name is looked for, and whether they stand apart. */
const ASKED = 4;

/**
 * Around the equator, so many degrees wide and high, supercluster is told that the plane lies: Web Mercator, in which it
 * counts, is nearly even there, so that degrees are parts of the plane without sines and logarithms for each meeting.
 * Less wide, its places of 24 bits would be coarser than a pixel.
 */
const DEGREES = 30;

/** One meeting, or several that stand too close to be told apart. */
export interface Group extends Spot {
  /** The same for the same meetings in every index. */
  readonly key: string;
  readonly count: number;
  /** The meeting; undefined of several. */
  readonly one?: Placed;
  /** Where they stand together, of several. */
  readonly cluster?: { readonly index: Index; readonly id: number };
}

type Index = Supercluster<Placed, Record<string, never>>;

/** Counts meetings together by supercluster, on the plane on which they are drawn. It speaks degrees: see `DEGREES`. */
export class Clusters {
  readonly #features: Parameters<Index['load']>[0];
  readonly #shallow: Index;
  #deep: Index | undefined;
  readonly #square: Box;
  readonly #shallowest: number;
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
    this.#square = { x: whole.x, y: whole.y, width: side, height: side };
    this.#deepest = Math.max(Math.floor(Math.log2(whole.width / narrowest) + NEARLY), 0);
    this.#shallowest = Math.min(SHALLOW, this.#deepest);
    this.#features = placed.map((one) => ({
      type: 'Feature',
      properties: one,
      geometry: { type: 'Point', coordinates: this.#degrees(one) },
    }));
    this.#shallow = this.#indexOf(0, this.#shallowest);
  }

  #indexOf(minZoom: number, maxZoom: number): Index {
    const extent = (360 / DEGREES) * this.width;
    return new Supercluster<Placed, Record<string, never>>({ radius: RADIUS, extent, minZoom, maxZoom }).load(
      this.#features,
    );
  }

  #indexAt(zoom: number): Index {
    if (zoom <= this.#shallowest) return this.#shallow;
    return (this.#deep ??= this.#indexOf(this.#shallowest + 1, this.#deepest));
  }

  /** @param zoom see `zoomOf` */
  in(view: Box, zoom: number): Group[] {
    const [west, north] = this.#degrees(view);
    const [east, south] = this.#degrees({ x: view.x + view.width, y: view.y + view.height });
    const index = this.#indexAt(zoom);
    return index.getClusters([west, south, east, north], zoom).map((feature) => {
      if (isOne(feature.properties)) {
        const one = feature.properties;
        return { key: one.meeting.id, x: one.x, y: one.y, count: 1, one };
      }
      const { cluster_id: id, point_count: count } = feature.properties;
      const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
      const spot = placeAt(this.#square, { x: 0.5 + longitude / DEGREES, y: 0.5 - latitude / DEGREES });
      // An id of the backend's has no colon.
      const key = [count, ...[spot.x, spot.y].map((at) => at.toFixed(2))].join(':');
      return { key, ...spot, count, cluster: { index, id } };
    });
  }

  /** How deep in the index a view is: 0 where it shows all of the region. */
  zoomOf(view: Box): number {
    const zoom = Math.floor(Math.log2(this.whole.width / view.width) + NEARLY);
    return Math.min(Math.max(zoom, 0), this.#deepest);
  }

  /** By how much a view must be enlarged for the group to come apart; undefined where it never does. */
  opensBy(group: Group, zoom: number): number | undefined {
    const apart = this.#apartAt(group) ?? this.#apartBelow(group);
    return apart > this.#deepest ? undefined : 2 ** Math.max(apart - zoom, 1);
  }

  /** Whether the group comes apart at all, told without the deep index where that is clear. */
  opens(group: Group): boolean {
    const apart = this.#apartAt(group);
    if (apart !== undefined) return apart <= this.#deepest;
    const spreadOf = (limit?: number) => {
      const { width = 0, height = 0 } = boxOf(this.meetingsOf(group, limit)) ?? {};
      return Math.hypot(width, height);
    };
    // What stands together at the deepest zoom stands in a circle around one of them. A few tell most of them.
    const apartFrom = 2 * this.#reachAt(this.#deepest);
    if (spreadOf(ASKED) > apartFrom) return true;
    const spread = spreadOf();
    return spread > apartFrom || (spread > 0 && this.#apartBelow(group) <= this.#deepest);
  }

  /** The first zoom at which it stands in several; undefined where the deep index knows it. */
  #apartAt({ cluster }: Group): number | undefined {
    if (!cluster) return Infinity;
    const apart = cluster.index.getClusterExpansionZoom(cluster.id);
    return cluster.index === this.#shallow && apart > this.#shallowest && apart <= this.#deepest
      ? undefined
      : apart;
  }

  #apartBelow(group: Group): number {
    const meetings = this.meetingsOf(group);
    const box = boxOf(meetings) ?? this.whole;
    const isWhole = (zoom: number) =>
      this.in(padded(box, 2 * this.#reachAt(zoom)), zoom).some((other) => {
        const held = new Set(this.meetingsOf(other));
        return meetings.every((meeting) => held.has(meeting));
      });
    let zoom = this.#shallowest + 1;
    while (zoom <= this.#deepest && isWhole(zoom)) zoom += 1;
    return zoom;
  }

  /** How far apart two stand at most that a zoom joins, in kilometres: half as far as with all that deeper ones did. */
  #reachAt(zoom: number): number {
    return (RADIUS * this.whole.width) / (this.width * 2 ** zoom);
  }

  /** Up to `limit` meetings of a group. */
  meetingsOf({ one, cluster }: Group, limit = Infinity): Placed[] {
    if (one) return [one];
    return cluster?.index.getLeaves(cluster.id, limit).map(({ properties }) => properties) ?? [];
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
    return [(x - 0.5) * DEGREES, (0.5 - y) * DEGREES];
  }
}

function isOne(properties: Placed | ClusterProperties): properties is Placed {
  return 'meeting' in properties;
}
