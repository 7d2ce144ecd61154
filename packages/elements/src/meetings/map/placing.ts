import type { Contours, ListedMeeting, MeetingPoint } from '@cnr-widgets/contract';
import type { Spot } from './projection.js';
import { MAINLAND, OVERSEAS, Region, regionOf } from './region.js';
import { holds } from './view.js';

/**
 * A meeting at its place on the plane of its region. A type, not an interface: supercluster asks for what could have
 * any property.
 */
export type Placed = {
  readonly meeting: ListedMeeting;
  readonly x: number;
  readonly y: number;
  /** No point, or one that lies outside of the region: it stands in the middle of its département. */
  readonly unknown: boolean;
};

/** Where the meetings stand: by region, and how many in each département. */
export class Placing {
  /** They take place from afar alone, and stand in the list. */
  readonly remote: number = 0;
  /** No point says where they take place. */
  readonly unlocated: number = 0;
  readonly #regions = new Map<string, Region>();
  readonly #placed = new Map<string, Placed[]>();
  #codes: readonly string[] | undefined;
  readonly #counted = new Map<string, { count: number; readonly inRegion: ListedMeeting[] }>();
  readonly #meetings = new Map<string, ListedMeeting[]>();

  constructor(
    meetings: readonly ListedMeeting[],
    readonly contours: Contours,
    readonly mercator: boolean,
    before?: Placing,
  ) {
    // The contours cost more to draw than the meetings: they are taken over where they are the same.
    if (before?.contours === contours && before.mercator === mercator) this.#regions = before.#regions;
    for (const meeting of meetings) {
      if (!meeting.place) {
        this.remote += 1;
        continue;
      }
      const { departement, point } = meeting.place;
      if (!point) this.unlocated += 1;
      let there = this.#counted.get(departement);
      if (!there) {
        const region = regionOf(departement);
        const meetings = this.#meetings.get(region) ?? [];
        this.#meetings.set(region, meetings);
        this.#counted.set(departement, (there = { count: 0, inRegion: meetings }));
      }
      there.count += 1;
      there.inRegion.push(meeting);
    }
  }

  region(id: string): Region {
    let region = this.#regions.get(id);
    if (!region) this.#regions.set(id, (region = new Region(id, this.contours, this.mercator)));
    return region;
  }

  /** The meetings of a region, placed when they are first asked for. */
  placed(id: string): readonly Placed[] {
    let placed = this.#placed.get(id);
    if (!placed) {
      const region = this.region(id);
      placed = (this.#meetings.get(id) ?? []).map((meeting) => place(meeting, region));
      this.#placed.set(id, placed);
    }
    return placed;
  }

  find(id: string): { region: string; placed: Placed } | undefined {
    for (const [region, meetings] of this.#meetings) {
      const at = meetings.findIndex((meeting) => meeting.id === id);
      const placed = at < 0 ? undefined : this.placed(region)[at];
      if (placed) return { region, placed };
    }
    return undefined;
  }

  /** How many meetings a département has. */
  countOf(code: string): number {
    return this.#counted.get(code)?.count ?? 0;
  }

  /** How many meetings a region has. */
  sizeOf(region: string): number {
    return this.#meetings.get(region)?.length ?? 0;
  }

  /** The départements and overseas territories that have meetings. */
  get codes(): readonly string[] {
    return (this.#codes ??= [...this.#counted.keys()].sort());
  }

  /** The region in which a point lies, the mainland where it is in none. */
  regionAt({ longitude, latitude }: MeetingPoint): Region {
    const overseas = [...this.codes.filter((code) => code.length === 3), ...OVERSEAS];
    const lies = ({ project, whole }: Region) => holds(whole, project(longitude, latitude));
    return overseas.map((id) => this.region(id)).find(lies) ?? this.region(MAINLAND);
  }
}

function place(meeting: ListedMeeting, region: Region): Placed {
  const { point, departement = '' } = meeting.place ?? {};
  const spot: Spot | undefined = point && region.project(point.longitude, point.latitude);
  if (spot && holds(region.whole, spot)) return { meeting, x: spot.x, y: spot.y, unknown: false };
  const { x, y } = region.centreOf(departement);
  return { meeting, x, y, unknown: true };
}
