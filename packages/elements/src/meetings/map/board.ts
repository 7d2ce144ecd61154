import { meetingStatus, type ListedMeeting } from '@cnr-widgets/contract';
import type { Camera } from './camera.js';
import { Clusters, type Group } from './clusters.js';
import type { Dress } from './markers.js';
import { nameOf, type Naming } from './names.js';
import type { Placing } from './placing.js';

/** Of how many doublings of its width a stage is grouped anew. */
const RESIZED = 0.3;

/** The meetings as a map groups and names them. Regions are indexed, and groups named, when they are first shown. */
export class Board {
  readonly #clusters = new Map<string, Clusters>();
  readonly #labels = new Map<string, string>();
  readonly #holds = new Map<string, boolean>();
  #selected: string | undefined;
  #zoom = 0;
  #shown: Clusters | undefined;

  #naming: Naming;

  /** @param narrowest width of the narrowest view, in kilometres */
  constructor(
    private readonly placing: Placing,
    private readonly narrowest: number,
    naming: Naming,
  ) {
    this.#naming = naming;
  }

  /** Other words, or another moment: the same groups are named anew. */
  set naming(naming: Naming) {
    this.#naming = naming;
    this.#labels.clear();
  }

  set selected(id: string | undefined) {
    if (id !== this.#selected) this.#holds.clear();
    this.#selected = id;
  }

  /** The groups in view. @param width of the stage, in pixels of sixteen to an `em` */
  groupsIn({ region, target }: Camera, width: number): Group[] {
    let clusters = this.#clusters.get(region.id);
    if (!clusters || Math.abs(Math.log2(width / clusters.width)) > RESIZED) {
      clusters = new Clusters(this.placing.placed(region.id), region.whole, width, this.narrowest);
      this.#clusters.set(region.id, clusters);
    }
    this.#zoom = clusters.zoomOf(target);
    this.#shown = clusters;
    return clusters.in(target, this.#zoom);
  }

  /** By how much the view must be enlarged for a group in view to come apart; undefined where it never does. */
  opensBy(group: Group): number | undefined {
    return this.#shown?.opensBy(group, this.#zoom);
  }

  meetingsOf(group: Group): readonly ListedMeeting[] {
    return this.#shown?.meetingsOf(group).map(({ meeting }) => meeting) ?? [];
  }

  /** @param named says in full what a count stands for, which takes longer than to draw it */
  dress(group: Group, named: boolean): Dress {
    const { t, now } = this.#naming;
    const current = this.#isCurrent(group);
    const { one, count } = group;
    const size = count < 10 ? 'few' : count < 100 ? 'some' : count < 1000 ? 'many' : 'most';
    return {
      label:
        named || one ? this.#labelOf(group) + (current && !one ? `, ${t.holdsSelected}` : '') : undefined,
      text: one ? '' : t.count(count),
      kind: one
        ? `marker ${meetingStatus(one.meeting, now)} ${isExact(group) ? '' : 'approximate'}`
        : `cluster ${size}`,
      current,
    };
  }

  #labelOf(group: Group): string {
    let label = this.#labels.get(group.key);
    if (label === undefined) {
      const { t } = this.#naming;
      const town = () => this.#shown?.townOf(group) ?? '';
      label = group.one
        ? nameOf(group.one, this.#naming)
        : t.cluster(group.count, town(), this.#shown?.opens(group) === true);
      this.#labels.set(group.key, label);
    }
    return label;
  }

  #isCurrent(group: Group): boolean {
    const selected = this.#selected;
    if (selected === undefined) return false;
    let holds = this.#holds.get(group.key);
    if (holds === undefined) {
      holds = this.meetingsOf(group).some(({ id }) => id === selected);
      this.#holds.set(group.key, holds);
    }
    return holds;
  }
}

function isExact({ one }: Group): boolean {
  return !one?.unknown && (one?.meeting.place?.located ?? 'exact') === 'exact';
}
