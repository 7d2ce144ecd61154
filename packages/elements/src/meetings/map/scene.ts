import { departementName, type ListedMeeting, type MeetingPoint } from '@cnr-widgets/contract';
import { Board } from './board.js';
import { Camera } from './camera.js';
import type { Group } from './clusters.js';
import type { LoadedContours } from './contours.js';
import type { MapMessages } from './messages.fr.js';
import { goAround, goTo, reveal } from './moves.js';
import { Placing } from './placing.js';
import type { Spot } from './projection.js';
import { MAINLAND, type Region } from './region.js';
import type { Subject } from './tip.js';
import { centred, middleOf, placeAt } from './view.js';

/** What a map is told. */
export interface Told {
  readonly meetings: readonly ListedMeeting[];
  readonly selected: string | undefined;
  readonly area: string | undefined;
  readonly origin: MeetingPoint | undefined;
  readonly tiles: string | undefined;
  readonly now: Date;
  readonly activeLocale: string;
}

/** The narrowest view, in kilometres: the contours say nothing finer. Tiles do. */
const NARROWEST = 8;
const NARROWEST_TILED = 1;

/** What the mouse's own sign covers below its tip, in pixels. */
const POINTER = 18;

/** What a map shows: which meetings, from where, in which groups. */
export class Scene {
  placing: Placing;
  camera: Camera;
  board: Board;
  groups: readonly Group[] = [];
  #told: Partial<Told> = {};
  /** Set aside while all of France is printed. */
  #aside: Camera | undefined;

  /** @param changed what is shown did, by a step of a flight or of a gesture */
  constructor(
    private readonly loaded: LoadedContours,
    told: Told,
    t: MapMessages,
    private readonly changed: () => void,
  ) {
    this.placing = this.#place(told);
    this.camera = this.#cameraOn(this.placing.region(MAINLAND), told);
    this.board = this.#boardOf(told, t);
  }

  /** @param width of the stage, in pixels of sixteen to an `em`; 0 while it is not known */
  update(
    { meetings, selected, area, origin, tiles, now, activeLocale }: Told,
    t: MapMessages,
    width: number,
  ): void {
    const before = this.#told;
    const told = { meetings, selected, area, origin, tiles, now, activeLocale };
    this.#told = told;
    const differs = (...names: (keyof Told)[]) => names.some((name) => before[name] !== told[name]);
    if (differs('meetings', 'tiles')) {
      this.placing = this.#place(told);
      // On another plane, or never shown.
      if (this.placing.region(this.camera.region.id) !== this.camera.region) {
        this.camera = this.#cameraOn(this.placing.region(MAINLAND), told);
      }
    }
    if (differs('meetings', 'tiles')) this.board = this.#boardOf(told, t);
    else if (differs('now', 'activeLocale')) this.board.naming = { t, locale: activeLocale, now };
    this.board.selected = selected;
    const { camera, placing } = this;
    if (differs('area')) goTo(camera, placing, area);
    if (differs('origin')) {
      if (origin) goAround(camera, placing, origin);
      else if (before.origin) goTo(camera, placing, area);
    }
    if (differs('selected') && selected !== undefined) reveal(camera, placing, selected);
    // What nobody saw before does not fly.
    if (before.meetings === undefined) camera.stop();
    this.groups = width > 0 ? this.board.groupsIn(camera, width) : [];
  }

  /** Paper shows all of it, whatever was looked at. */
  print(on: boolean): void {
    if (on) {
      this.#aside ??= this.camera;
      this.camera = this.#cameraOn(this.placing.region(MAINLAND), this.#told);
    } else if (this.#aside) {
      this.camera = this.#aside;
      this.#aside = undefined;
    }
  }

  /** Goes nearer, so that a group comes apart. @returns its meetings where it never does */
  open(group: Group): readonly ListedMeeting[] | undefined {
    const { board, camera } = this;
    const factor = board.opensBy(group);
    if (factor === undefined) return board.meetingsOf(group);
    camera.show(camera.region, centred(group, camera.target.width / factor));
    return undefined;
  }

  /** What is in view, in words: how many meetings, and where. */
  inWords(t: MapMessages): string {
    const { region, target, zoomed } = this.camera;
    const code = region.id === MAINLAND ? zoomed && region.departmentAt(middleOf(target)) : region.id;
    const count = this.groups.reduce((sum, group) => sum + group.count, 0);
    const name = code && departementName(code);
    // Around the middle are others, of which some of these are.
    return t.shown(count, !name ? t.whole : code === this.#told.area ? name : t.centred(name));
  }

  /** @param at in parts of the view */
  departmentAt(at: Spot): string | undefined {
    return this.camera.region.departmentAt(placeAt(this.camera.view, at));
  }

  /** The département there, and how many meetings it has. @param at in parts of the view */
  subjectAt(at: Spot, t: MapMessages): Subject | undefined {
    const key = this.departmentAt(at);
    if (key === undefined) return undefined;
    const words = t.territory(departementName(key) ?? key, this.placing.countOf(key));
    return { key, words, at: placeAt(this.camera.view, at), radius: POINTER };
  }

  #place({ meetings, tiles }: Told): Placing {
    return new Placing(meetings, this.loaded.contours, Boolean(tiles), this.placing);
  }

  #cameraOn(region: Region, { tiles }: Partial<Told>): Camera {
    return new Camera(region, tiles ? NARROWEST_TILED : NARROWEST, this.changed);
  }

  #boardOf({ activeLocale: locale, now, tiles }: Told, t: MapMessages): Board {
    return new Board(this.placing, tiles ? NARROWEST_TILED : NARROWEST, { t, locale, now });
  }
}
