import { departementName, type ListedMeeting, type MeetingPoint } from '@cnr-widgets/contract';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../base.styles.js';
import { CnrElement } from '../../element.js';
import { Localize } from '../../localize.js';
import { tokens } from '../../tokens.styles.js';
import { loadContours, type ContoursFrom, type LoadedContours } from './contours.js';
import { arrows, controls, insets, picture } from './drawing.js';
import { Gestures } from './gestures.js';
import { mapStyles } from './map.styles.js';
import { Markers, put } from './markers.js';
import { fr, type MapMessages } from './messages.fr.js';
import { goTo, move, moveOf, type Move } from './moves.js';
import { notes } from './notes.js';
import { Printing } from './printing.js';
import type { Spot } from './projection.js';
import { Scene } from './scene.js';
import { StageWidth } from './stage-width.js';
import { centred, placeAt } from './view.js';

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
  static override styles = [tokens, base, mapStyles];

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
    tip: { state: true },
    pointed: { state: true },
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
  /** What the mouse or the focus is on, in words, and the département under the mouse. */
  private tip = '';
  private pointed: string | undefined;

  readonly #sentences = new Localize<MapMessages>(this, 'map', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #width = new StageWidth(this);
  #markers: Markers | undefined;
  #scene: Scene | undefined;
  /** What had the focus before this update. */
  #focused: Element | null = null;
  /** Somebody moved the map, and hears what came of it. */
  #moved = false;
  #said = '';

  constructor() {
    super();
    new Printing(this, (on) => {
      this.#scene?.print(on);
      // Paper does not wait for a later moment.
      this.requestUpdate();
      this.performUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scene?.camera.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    if (!this.hasUpdated || changed.has('contoursFrom')) void this.#load();
    if (!this.loaded || !this.#sentences.ready) return;
    const { t } = this.#sentences;
    if (changed.has('loaded') || !this.#scene) {
      this.#scene = new Scene(this.loaded, this, t, () => this.requestUpdate());
    }
    this.#scene.update(this, t, this.#width.value);
    if (!this.#moved) return;
    this.#moved = false;
    const count = this.#scene.groups.reduce((sum, group) => sum + group.count, 0);
    this.#said = t.shown(count, this.#scene.where(t.whole));
  }

  protected override updated(): void {
    this.#takeStage();
    const { camera, board, groups } = this.#scene ?? {};
    if (!camera || !board || !this.#markers) return;
    const kept = this.#markers.show(groups ?? [], camera.view, board.dress);
    // The arrows go when all of it is in view, and the last marker may go: the focus stays in the map.
    if (!kept || (this.#focused && !this.#focused.isConnected && this.#focused.matches('.arrow'))) {
      this.#query('[data-move="out"]')?.focus({ preventScroll: true });
    }
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.area ?? '';
    const origin = this.#query('.origin');
    if (origin && this.origin) {
      put(origin, camera.region.project(this.origin.longitude, this.origin.latitude), camera.view);
    }
  }

  #query(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #takeStage(): void {
    const [stage, layer] = [this.#query('.stage'), this.#query('.markers')];
    if (this.#markers || !stage || !layer) return;
    this.#markers = new Markers(layer);
    this.#width.watch(stage);
    new Gestures(stage, {
      isZoomed: () => this.#scene?.camera.zoomed === true,
      moveBy: (distance) => this.#scene?.camera.moveBy(distance),
      zoomBy: (factor, at) => this.#scene?.camera.zoomBy(factor, at),
      pressedAt: (at) => this.#pressedAt(at),
      pointedAt: (at, target) => this.#pointedAt(at, target),
    });
  }

  async #load(): Promise<void> {
    const from = this.contoursFrom;
    const loaded = await loadContours(from);
    // Others may have been asked for meanwhile.
    if (from === this.contoursFrom) this.loaded = loaded;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.tip = '';
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

  readonly #onMarker = ({ target }: Event) => {
    const { board, camera } = this.#scene ?? {};
    const group = this.#markers?.groupOf(target);
    if (!board || !camera || !group) return;
    const factor = board.opensBy(group);
    if (factor === undefined) {
      const meetings = board.meetingsOf(group).map(({ id }) => id);
      this.dispatchEvent(new CustomEvent('map-select', { detail: { meetings } }));
    } else {
      this.#moved = true;
      camera.show(camera.region, centred(group, camera.target.width / factor));
    }
  };

  readonly #pressedAt = (at: Spot) => {
    const { camera } = this.#scene ?? {};
    const code = camera?.region.departmentAt(placeAt(camera.view, at));
    if (!camera || code === undefined) return;
    if (code !== this.area) return this.#choose(code);
    this.#moved = true;
    camera.zoomBy(2, at);
  };

  readonly #pointedAt = (at: Spot | undefined, target: EventTarget | null) => {
    const { camera, placing } = this.#scene ?? {};
    const code = at && camera?.region.departmentAt(placeAt(camera.view, at));
    this.pointed = code;
    const marker = target instanceof HTMLButtonElement && this.#markers?.groupOf(target) && target.ariaLabel;
    const { t } = this.#sentences;
    this.tip =
      marker || (code && placing ? t.territory(departementName(code) ?? code, placing.countOf(code)) : '');
  };

  readonly #onFocus = ({ target, type }: Event) => {
    this.tip = (type === 'focusin' && target instanceof HTMLElement && target.ariaLabel) || '';
  };

  readonly #skip = (event: Event) => {
    event.preventDefault();
    this.#query('#after')?.focus();
  };

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#sentences;
    if (!ready) return nothing;
    const { camera, placing } = this.#scene ?? {};
    return html`<div role="region" aria-label=${t.map} lang=${this.activeLocale} @keydown=${this.#onKey}>
        <a class="skip button" href="#after" @click=${this.#skip}>${t.skip}</a>
        ${controls(t, {
          placing,
          area: this.area,
          whole: !camera?.zoomed,
          closest: camera?.closest === true,
          move: this.#move,
          choose: this.#choose,
        })}
        <div class="stage ${camera?.region.land === '' ? 'dotted' : ''}">
          ${camera ? picture(camera, { area: this.area, pointed: this.pointed, tiles: this.tiles, width: this.#width.pixels }) : nothing}
          <div
            class="markers"
            @click=${this.#onMarker}
            @focusin=${this.#onFocus}
            @focusout=${this.#onFocus}
          ></div>
          ${this.origin ? html`<span class="origin" role="img" aria-label=${t.origin}></span>` : nothing}
          ${camera?.zoomed ? arrows(t, this.#move) : nothing}
          ${this.tip ? html`<p class="tip small" aria-hidden="true">${this.tip}</p>` : nothing}
        </div>
        ${insets(t, placing, camera?.region, this.#choose)}
        <p class="visually-hidden" role="status">${this.#said}</p>
        ${placing ? notes(t, placing, { now: this.now, credit: this.loaded?.credit, tiles: this.#tilesCredit }) : nothing}
      </div>
      <span id="after" tabindex="-1"></span>`;
  }

  get #tilesCredit(): string | undefined {
    return this.tiles && this.tilesAttribution;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-map': CnrMap;
  }
}
