import type { ListedMeeting, MeetingPoint } from '@cnr-widgets/contract';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { CnrElement } from '../../element.js';
import { Localize } from '../../localize.js';
import { renderSkip } from '../../skip.js';
import { tokens } from '../../tokens.styles.js';
import { afterPicture } from './after-picture.js';
import type { Group } from './clusters.js';
import { builtInContours, importedContours, type ContoursFrom, type LoadedContours } from './contours.js';
import { controlStyles } from './controls.styles.js';
import { Destinations } from './destinations.js';
import { arrows, controls, picture } from './drawing.js';
import { Gestures } from './gestures.js';
import { insetStyles } from './insets.styles.js';
import { mapStyles } from './map.styles.js';
import { markerStyles } from './markers.styles.js';
import { Markers, put } from './markers.js';
import { fr, type MapMessages } from './messages.fr.js';
import { goTo, move, moveOf, type Move } from './moves.js';
import { Printing } from './printing.js';
import type { Spot } from './projection.js';
import { Scene } from './scene.js';
import { StageWidth } from './stage-width.js';
import { room, surroundings } from './surroundings.js';
import { Tip, type Subject } from './tip.js';

/**
 * The meetings of a list on a map of France, drawn from contours without any request, or on tiles that a host names.
 * All that it says stands in the list too.
 *
 * Dispatches, without bubbling: `map-select` (`{ meetings }`, the ids that a marker stands for) and `map-area`
 * (`{ departement }`, the one that was gone to; undefined: all of France).
 *
 * @summary The map beside a list of meetings.
 * @tagname cnr-map
 */
export class CnrMap extends CnrElement {
  static override styles = [tokens, base, mapStyles, controlStyles, markerStyles, insetStyles];

  static override properties: PropertyDeclarations = {
    meetings: { attribute: false },
    selected: { attribute: false },
    area: { attribute: false },
    origin: { attribute: false },
    contoursFrom: { attribute: false },
    tiles: { attribute: false },
    tilesAttribution: { attribute: false },
    now: { attribute: false },
    loaded: { state: true },
    pointed: { state: true },
    complete: { state: true },
  };

  /** Filtered, in the list's order. */
  meetings: readonly ListedMeeting[] = [];

  /** Id of the meeting that is chosen. */
  selected: string | undefined;

  /** The département or overseas territory to show, by INSEE code. */
  area: string | undefined;

  /** The place that was searched for, which is marked. */
  origin: MeetingPoint | undefined;

  /** Contours that the operator imported; without them, or where they do not come, the built-in ones. */
  contoursFrom: ContoursFrom | undefined;

  /** Address of a raster background, with `{z}`, `{x}` and `{y}`. Without it nothing is requested. */
  tiles: string | undefined;
  tilesAttribution: string | undefined;

  now = new Date();

  private loaded: LoadedContours | undefined;
  /** The département under the mouse. */
  private pointed: string | undefined;
  /** The picture is on the screen: what stands below it and what is only heard of it follows. */
  private complete = false;

  readonly #sentences = new Localize<MapMessages>(this, 'map', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #width = new StageWidth(this);
  readonly #tip = new Tip(this);
  #markers: Markers | undefined;
  #destinations: Destinations | undefined;
  #scene: Scene | undefined;
  /** What had the focus before this update. */
  #focused: Element | null = null;
  /** Somebody moved the map, and hears what came of it. */
  #moved = false;
  #said = '';
  #drawn = false;

  constructor() {
    super();
    new Printing(this, (on) => {
      this.#scene?.print(on);
      this.complete = true;
      this.requestUpdate();
      // Paper does not wait.
      this.performUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scene?.camera.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    const { contoursFrom } = this;
    if (contoursFrom && changed.has('contoursFrom')) void this.#load(contoursFrom);
    else if (!contoursFrom && (!this.loaded || changed.has('contoursFrom'))) this.loaded = builtInContours();
    if (!this.loaded || !this.#sentences.ready) return;
    const { t } = this.#sentences;
    if (changed.has('loaded') || !this.#scene) {
      this.#scene = new Scene(this.loaded, this, t, () => this.requestUpdate());
    }
    this.#scene.update(this, t, this.#width.value);
    if (!this.#moved) return;
    this.#moved = false;
    this.#said = this.#scene.inWords(t);
  }

  protected override updated(): void {
    this.#takeStage();
    const { camera, board, placing, groups } = this.#scene ?? {};
    if (!camera || !board || !groups || !this.#markers) return;
    this.#destinations?.show(placing?.codes ?? [], this.area);
    const kept = this.#markers.show(groups, camera.view, (group) => board.dress(group, this.complete));
    if (this.#width.value > 0 && !this.#drawn) {
      this.#drawn = true;
      afterPicture(() => (this.complete = true));
    }
    // The arrows go when all of it is in view, and the last marker may go: the focus stays in the map.
    if (!kept || (this.#focused && !this.#focused.isConnected && this.#focused.matches('.arrow'))) {
      this.#query('[data-move="out"]')?.focus({ preventScroll: true });
    }
    // It brought all of it into view, and is gone.
    if (this.#focused?.matches('.whole[hidden]')) this.#query('select')?.focus({ preventScroll: true });
    const [tip, stage] = [this.#query('.tip'), this.#query('.stage')];
    if (tip && stage) this.#tip.place(tip, stage, camera.view);
    const [mark, { origin }] = [this.#query('.origin'), this];
    if (mark && origin) put(mark, camera.region.project(origin.longitude, origin.latitude), camera.view);
  }

  #query(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  /** The stage comes with the first sentences, and anew where another language was awaited. */
  #takeStage(): void {
    const [stage, layer, zoom] = ['.stage', '.markers', '.zoom'].map((name) => this.#query(name));
    if (!stage || !layer || !zoom || layer === this.#markers?.layer) return;
    this.#markers = new Markers(layer, this.#onMarker, this.#onFocus);
    this.#width.watch(stage, zoom);
    const select = this.renderRoot.querySelector('select');
    if (select) this.#destinations = new Destinations(select);
    new Gestures(stage, {
      isZoomed: () => this.#scene?.camera.zoomed === true,
      moveBy: (distance) => this.#scene?.camera.moveBy(distance),
      zoomBy: (factor, at) => this.#scene?.camera.zoomBy(factor, at),
      pressedAt: this.#pressedAt,
      pointedAt: this.#pointedAt,
    });
  }

  async #load(from: ContoursFrom): Promise<void> {
    const loaded = await importedContours(from);
    // Others may have been asked for meanwhile.
    if (from === this.contoursFrom) this.loaded = loaded;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const to = this.#scene && moveOf(event, this.#scene.camera);
    if (!to) return;
    event.preventDefault();
    this.#move(to);
  };

  readonly #move = (to: Move) => {
    if (!this.#scene) return;
    this.#moved = true;
    move(this.#scene.camera, to);
  };

  readonly #choose = (departement: string | undefined) => {
    const { camera, placing } = this.#scene ?? {};
    if (!camera || !placing) return;
    this.#moved = true;
    this.area = departement;
    goTo(camera, placing, departement);
    this.dispatchEvent(new CustomEvent('map-area', { detail: { departement } }));
  };

  readonly #onMarker = (group: Group) => {
    const meetings = this.#scene?.open(group)?.map(({ id }) => id);
    if (meetings) this.dispatchEvent(new CustomEvent('map-select', { detail: { meetings } }));
    else this.#moved = true;
  };

  readonly #pressedAt = (at: Spot, target: EventTarget | null) => {
    // A tip is pressed for what it names.
    const code = target === this.#query('.tip') ? this.pointed : this.#scene?.departmentAt(at);
    if (code === undefined) return;
    if (code !== this.area) return this.#choose(code);
    this.#moved = true;
    this.#scene?.camera.zoomBy(2, at);
  };

  readonly #pointedAt = (at: Spot | undefined, target: EventTarget | null) => {
    const marker = this.#markers?.subjectOf(target);
    if (at && !marker && this.#tip.holds(at, target)) return;
    const land = at && this.#scene?.subjectAt(at, this.#sentences.t);
    this.pointed = land?.key;
    this.#tip.hover(marker ?? land, at);
  };

  // The focus may move because of an update, which is to end before the next.
  readonly #onFocus = (subject?: Subject) => void this.updateComplete.then(() => this.#tip.focus(subject));

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#sentences;
    if (!ready) return nothing;
    const [scene, camera] = [this.#scene, this.#scene?.camera];
    const { area, complete, loaded, pointed, tiles } = this;
    const tip = this.#tip.words;
    return html`<div role="region" aria-label=${t.map} lang=${this.activeLocale} @keydown=${this.#onKey}>
      ${renderSkip(t.skip)} ${controls(t, camera, this.#move, this.#choose)}
      <div class="stage ${camera?.region.land === '' ? 'dotted' : ''}">
        ${camera ? picture(camera, { area, pointed, tiles, width: this.#width.pixels }) : nothing}
        <div class="markers"></div>
        ${this.origin ? html`<span class="origin" role="img" aria-label=${t.origin}></span>` : nothing}
        ${camera?.zoomed ? arrows(t, this.#move) : nothing}
        ${tip ? html`<p class="tip small" aria-hidden="true">${tip}</p>` : nothing}
      </div>
      ${complete && scene && loaded ? surroundings(t, scene, loaded, tiles && this.tilesAttribution, this.#choose, !!this.origin) : room}
      <p class="visually-hidden" role="status">${this.#said}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-map': CnrMap;
  }
}
