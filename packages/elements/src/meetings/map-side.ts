import type { Backend } from '@cnr-widgets/client/backend';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Agenda } from './agenda.js';
import type { MeetingsMessages } from './messages.fr.js';
import type { Stage } from './stage.js';

/** From which width of its own the element shows list and map side by side, in `em`; its styles say the same. */
const WIDE = 60;

interface Shown {
  readonly t: MeetingsMessages;
  readonly locale: string;
  readonly agenda: Agenda;
  readonly backend: Backend;
  readonly host: { readonly tiles: string | undefined; readonly tilesAttribution: string | undefined };
}

/** The map beside the list: its code is fetched where there is room for it, or when it is asked for. */
export class MapSide implements ReactiveController {
  #wide = false;
  #side: HTMLElement | null = null;
  #state: 'none' | 'loading' | 'there' | 'failed' = 'none';
  /** The part that the citizen went to on the map itself; another search leads elsewhere. */
  #area: string | undefined;
  #sought: unknown;
  #contours: { backend: Backend; version: string } | undefined;
  readonly #sizes = new ResizeObserver(() => this.#measure());

  constructor(
    private readonly host: LitElement,
    private readonly stage: Stage,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.host);
    if (this.#side) this.#sizes.observe(this.#side);
    window.addEventListener('resize', this.#settle);
  }

  hostUpdated(): void {
    const side = this.host.renderRoot.querySelector<HTMLElement>('.map-side');
    if (side === this.#side) return;
    this.#side = side;
    if (side) this.#sizes.observe(side);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    window.removeEventListener('resize', this.#settle);
  }

  /** It stays while the list is scrolled, if the window has room for all of it: what is below could not be reached. */
  readonly #settle = () => {
    const side = this.#side;
    if (!side) return;
    const room = innerHeight - parseFloat(getComputedStyle(side).fontSize);
    side.classList.toggle('stays', side.offsetHeight <= room);
  };

  #measure(): void {
    this.#settle();
    const wide = this.host.clientWidth >= WIDE * parseFloat(getComputedStyle(this.host).fontSize);
    if (wide === this.#wide) return;
    this.#wide = wide;
    // There is no button any more that would bring the list back.
    if (wide) this.stage.mapOn = false;
    this.host.requestUpdate();
  }

  async #load(): Promise<void> {
    this.#state = 'loading';
    try {
      await import('../define/map.js');
      this.#state = 'there';
    } catch (error) {
      console.error('cnr-meeting-map', error);
      this.#state = 'failed';
    }
    this.host.requestUpdate();
  }

  render({ t, locale, agenda, backend, host }: Shown): TemplateResult | typeof nothing {
    if (!this.#wide && !this.stage.mapOn && this.#state !== 'there') {
      // Asked for once more, it is fetched once more.
      if (this.#state === 'failed') this.#state = 'none';
      return nothing;
    }
    if (this.#state === 'none') void this.#load();
    if (this.#state === 'failed') return html`<p class="note">${t.mapFailed}</p>`;
    const { sought, list } = agenda;
    if (sought !== this.#sought) {
      this.#sought = sought;
      this.#area = sought?.departement ?? (sought && agenda.found[0]?.meeting.place?.departement);
    }
    const { contours } = list;
    if (contours === undefined) this.#contours = undefined;
    else if (this.#contours?.version !== contours || this.#contours.backend !== backend) {
      this.#contours = { backend, version: contours };
    }
    return html`<cnr-map
      .locale=${locale}
      .meetings=${agenda.mapped}
      .selected=${this.stage.opened ?? agenda.picked[0]}
      .area=${this.#area}
      .origin=${sought?.whole ? undefined : sought?.point}
      .contoursFrom=${this.#contours}
      .tiles=${host.tiles}
      .tilesAttribution=${host.tilesAttribution}
      .now=${agenda.now}
      @map-select=${(event: CustomEvent<{ meetings: readonly string[] }>) => {
        this.#onSelect(agenda, event.detail.meetings);
      }}
      @map-area=${(event: CustomEvent<{ departement: string | undefined }>) => {
        this.#area = event.detail.departement;
      }}
    ></cnr-map>`;
  }

  /** What was chosen is marked in the list and brought into view; the focus stays on the marker. */
  #onSelect(agenda: Agenda, meetings: readonly string[]): void {
    this.stage.opened = undefined;
    agenda.pick(meetings);
    const [first] = meetings;
    this.stage.reveal(agenda.pinned.length > 0 || this.stage.mapOn ? '#picked' : `#item-${first}`);
  }
}
