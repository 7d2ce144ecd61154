import type { ListedMeeting } from '@cnr-widgets/contract';
import type { ReadMeetings } from '@cnr-widgets/client/backend';
import {
  findMeetings,
  isHeld,
  NO_FILTERS,
  type Filters,
  type Findings,
  type Found,
  type Sought,
} from './finding.js';

/** How many come at a time. */
const PAGE = 20;
/** How many are proposed where none fits. */
const NEAREST = 3;
/** How far down a meeting may stand to be shown in the list rather than above it, when the map chose it. */
const REACH = 200;

/** The meetings of a consultation as the citizen has them: filtered, sorted, page by page. */
export class Agenda {
  filters: Filters = NO_FILTERS;
  sought: Sought | undefined;
  /** How many of those found are in the list. */
  shown = PAGE;
  printed = false;
  /** Ids of those that were chosen on the map. */
  picked: readonly string[] = [];
  #held: boolean | undefined;
  #findings: Findings | undefined;
  #mapped: readonly ListedMeeting[] | undefined;

  constructor(
    readonly list: ReadMeetings,
    readonly now: Date,
  ) {}

  /** Nothing is to come any more. */
  get over(): boolean {
    return this.list.meetings.every((meeting) => isHeld(meeting, this.now));
  }

  /** Past ones are shown as well: as asked for, and where there are no others. */
  get withHeld(): boolean {
    return this.#held ?? this.over;
  }

  get found(): readonly Found[] {
    return this.#find().found;
  }

  /** The same for the map, which looks whether it is another list. */
  get mapped(): readonly ListedMeeting[] {
    return (this.#mapped ??= this.found.map(({ meeting }) => meeting));
  }

  /** Past ones that fit. */
  get held(): number {
    return this.#find().held;
  }

  /** Those in the list now; all of them where it is printed. */
  get page(): readonly Found[] {
    return this.printed ? this.found : this.found.slice(0, this.shown);
  }

  /** What narrows, besides the place. */
  get narrowed(): boolean {
    return Object.values(this.filters).some((value) => value !== '' && value !== false);
  }

  get themes(): readonly string[] {
    return [...new Set(this.list.meetings.flatMap(({ theme }) => theme ?? []))].sort((a, b) =>
      a.localeCompare(b),
    );
  }

  /** Chosen on the map. */
  get chosen(): readonly Found[] {
    return this.picked.flatMap((id) => this.#by(id) ?? []);
  }

  /** Of these, those that are too far down the list, or filtered out of it, to be marked there. */
  get pinned(): readonly Found[] {
    const inPage = new Set(this.page.map(({ meeting }) => meeting.id));
    return this.chosen.filter(({ meeting }) => !inPage.has(meeting.id));
  }

  filter(filters: Partial<Filters>): void {
    this.filters = { ...this.filters, ...filters };
    this.#again();
  }

  seek(sought: Sought | undefined): void {
    this.sought = sought;
    this.#again();
  }

  /** Where this one is, the others nearest to it first, without what narrowed. */
  seekAround(meeting: ListedMeeting | undefined): void {
    const { city, departement, point } = meeting?.place ?? {};
    this.filters = { ...NO_FILTERS, available: true };
    if (city !== undefined)
      this.sought = { name: city, departement, point, rough: true, whole: point === undefined };
    this.#again();
  }

  showHeld(held: boolean): void {
    this.#held = held;
    this.#again();
  }

  reset(): void {
    this.filters = NO_FILTERS;
    this.sought = undefined;
    this.#held = undefined;
    this.#again();
  }

  /** The next page; the id of its first meeting. */
  more(): string | undefined {
    const first = this.found[this.shown];
    this.shown += PAGE;
    return first?.meeting.id;
  }

  /** The map chose these. Those that are not far down come into the list. */
  pick(ids: readonly string[]): void {
    this.picked = ids;
    const places = ids.map((id) => this.found.findIndex(({ meeting }) => meeting.id === id));
    const last = Math.max(...places);
    if (last >= this.shown && last < REACH) this.shown = Math.ceil((last + 1) / PAGE) * PAGE;
  }

  /** After the list was fetched anew: what the citizen had asked for stays. */
  takeOver(before: Agenda): void {
    this.filters = before.filters;
    this.sought = before.sought;
    this.#held = before.#held;
    this.#again(before.shown);
  }

  byId(id: string): ListedMeeting | undefined {
    return this.list.meetings.find((meeting) => meeting.id === id);
  }

  /** What is nearest, or soonest, whatever the filters. */
  nearest(): readonly Found[] {
    return findMeetings(this.list.meetings, NO_FILTERS, this.sought, this.now, false).found.slice(0, NEAREST);
  }

  #by(id: string): Found | undefined {
    const known = this.found.find(({ meeting }) => meeting.id === id);
    const meeting = known ? undefined : this.byId(id);
    return known ?? (meeting && { meeting, rough: false, held: isHeld(meeting, this.now) });
  }

  #find(): Findings {
    const { list, filters, sought, now, withHeld } = this;
    return (this.#findings ??= findMeetings(list.meetings, filters, sought, now, withHeld));
  }

  #again(shown = PAGE): void {
    this.#findings = this.#mapped = undefined;
    this.shown = shown;
    this.picked = [];
  }
}
