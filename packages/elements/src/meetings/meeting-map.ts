import { parseMeetingRules, type MeetingRules, type PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { ClientError } from '@cnr-widgets/client/errors';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { base } from '../base.styles.js';
import { CnrMeetingOpenedEvent } from '../events.js';
import { renderFailure } from '../failure.js';
import { readersZone } from '../format.js';
import { frame } from '../frame.styles.js';
import { facts, fields, listing } from '../listing.styles.js';
import { Localize } from '../localize.js';
import { CnrReader } from '../reader.js';
import { tokens } from '../tokens.styles.js';
import { meetingInAddress } from './address.js';
import { Agenda } from './agenda.js';
import { renderAgenda } from './agenda-view.js';
import { placesOffline, soughtOf } from './finding.js';
import { renderSkeletons } from './list-view.js';
import { meetingsStyles } from './meetings.styles.js';
import { Printing } from './map/printing.js';
import { MapSide } from './map-side.js';
import { fr, type MeetingsMessages } from './messages.fr.js';
import { narrowing } from './narrowing.styles.js';
import { OpenedPart } from './opened-part.js';
import { Known } from './registering/known.js';
import { PlaceSearch } from './place-search.js';
import { placeName } from './search-view.js';
import { Stage } from './stage.js';

interface Ready {
  readonly backend: Backend;
  readonly published: PublishedConsultation;
  readonly rules: MeetingRules;
  readonly agenda: Agenda;
}

/**
 * The public meetings of a consultation: a list that carries every fact, a search for what is near, and a map beside.
 *
 * @summary The public meetings of a consultation: search, list, map, calendar and registration.
 * @tagname cnr-meeting-map
 *
 * @event {CnrMeetingOpenedEvent} cnr-meeting-opened - The citizen opened a meeting.
 * @event {CnrRegisteredEvent} cnr-registered - The citizen registered for a meeting.
 * @event {CnrWithdrawnEvent} cnr-withdrawn - The citizen withdrew a registration.
 * @event {CnrErrorEvent} cnr-error - The list cannot be shown.
 *
 * @slot - A link to the consultation's own page: it stands here until the script runs, and when the list cannot be shown.
 *
 * @csspart frame - The frame around everything.
 * @csspart title - The title.
 * @csspart action - The button that leads to the map on a narrow screen, and to the registration.
 *
 * @cssproperty [--cnr-color-action=#1b4f9c] - Buttons and links.
 * @cssproperty [--cnr-radius=0.375em] - Corners.
 * @cssproperty [--cnr-space=1em] - Distance between parts.
 */
export class CnrMeetingMap extends CnrReader<{ ready: Ready }> {
  static override styles = [tokens, base, frame, facts, fields, narrowing, listing, meetingsStyles];

  static override properties: PropertyDeclarations = {
    consultation: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    departement: {},
    tiles: {},
    tilesAttribution: { attribute: 'tiles-attribution' },
    published: { attribute: false },
  };

  /** Id of the consultation. */
  consultation = '';

  /** Level of the title in the host's outline, 2 to 6. */
  headingLevel = 2;

  /** INSEE code of the département or overseas territory that comes first, in the list and on the map. */
  departement: string | undefined;

  /**
   * Address of a raster background with `{z}`, `{x}` and `{y}`. Without it the map is drawn from contours, and asks
   * nobody but the backend for anything.
   */
  tiles: string | undefined;

  /** Who is to be named for the background, as its licence asks. */
  tilesAttribution: string | undefined;

  /** The definition, where somebody has read it already (the card); default: the backend is asked. */
  published: PublishedConsultation | undefined;

  readonly #sentences = new Localize<MeetingsMessages>(this, 'meetings', fr, {
    en: async () => (await import('./messages.en.js')).en,
  });
  readonly #stage = new Stage(this);
  readonly #places = new PlaceSearch(this);
  readonly #mapSide = new MapSide(this, this.#stage);
  readonly #openedPart = new OpenedPart(this);
  readonly #known = new Known(this, (meeting) => this.#onOpen(meeting));

  constructor() {
    super();
    new Printing(this, (printed) => this.#print(printed));
  }

  protected override get given(): PublishedConsultation | undefined {
    return this.published;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#places.stop();
  }

  protected override async read(backend: Backend, id: string, signal: AbortSignal): Promise<void> {
    // What stands stays while it is fetched anew.
    const before = this.content.state === 'ready' ? this.content.ready : undefined;
    const again = before?.backend === backend && before.published.consultation.id === id;
    if (!again) this.content = { state: 'loading' };
    const listing = backend.meetings(id, { signal });
    const [published, list] = await Promise.all([
      this.published ??
        backend.consultation(id, { signal }).catch(async (failure: unknown) => {
          // Beside a list that the browser still held, an older definition will do.
          if ((await listing).kept !== true) throw failure;
          return backend.consultation(id, { signal, held: true });
        }),
      listing,
    ]);
    if (signal.aborted) return;
    const { meetings } = published.consultation;
    if (meetings === undefined) throw new ClientError('not-offered', `${id} has no meetings`);
    const agenda = new Agenda(list, new Date());
    this.content = {
      state: 'ready',
      ready: { backend, published, rules: parseMeetingRules(meetings), agenda },
    };
    if (again) agenda.takeOver(before.agenda);
    else this.#begin(agenda);
    void this.#openedPart.fetch();
    this.#known.follow({ backend, published });
  }

  /** Where the host, or the address of a shared meeting, says to begin; nobody asked for the focus. */
  #begin(agenda: Agenda): void {
    const shared = meetingInAddress();
    this.#stage.opened = shared !== undefined && agenda.byId(shared) ? shared : undefined;
    const [place] = placesOffline(this.departement ?? '');
    if (place) agenda.seek(soughtOf(place, placeName(this.#sentences.t, place), agenda.list.meetings));
  }

  /** The browser lays the page out as soon as it has told so. */
  #print(printed: boolean): void {
    if (this.content.state !== 'ready') return;
    this.content.ready.agenda.printed = printed;
    this.requestUpdate();
    this.performUpdate();
  }

  readonly #onRetry = () => {
    this.asked = undefined;
    this.content = { state: 'loading' };
    // The button that was pressed is gone: the title takes the focus, or once more why there is none.
    this.#stage.focusOn('#title', '#step');
  };

  readonly #onRefresh = () => {
    this.asked = undefined;
    this.#stage.focusOn('#title');
  };

  async #onSeek({ backend, agenda }: Ready, query: string): Promise<void> {
    const place = await this.#places.find(backend, query);
    if (!place) return;
    agenda.seek(soughtOf(place, placeName(this.#sentences.t, place), agenda.list.meetings));
    // On a small screen what came of it stands below the fold.
    this.#stage.reveal('#count');
  }

  async #onNear({ agenda }: Ready): Promise<void> {
    const point = await this.#places.locate();
    if (!point) return;
    agenda.seek({ name: this.#sentences.t.here, point, rough: false, whole: false });
    this.#stage.reveal('#count');
  }

  readonly #onOpen = (id: string) => {
    this.#known.forgetCode();
    this.#stage.open(id);
    void this.#openedPart.fetch();
    this.dispatchEvent(new CnrMeetingOpenedEvent(this.asked?.id ?? '', id));
  };

  readonly #onWithdrawn = () => this.#known.forget(this.#stage.opened);

  protected override render(): TemplateResult {
    const { content } = this;
    const { t, ready } = this.#sentences;
    return html`<section
      class="frame stack form-room"
      part="frame"
      @cnr-withdrawn=${this.#onWithdrawn}
      aria-busy=${ready && content.state !== 'loading' ? nothing : 'true'}
    >
      ${
        !ready || content.state === 'loading'
          ? html`<p role="status" class="visually-hidden">${ready ? t.loading : nothing}</p>
              ${renderSkeletons()}`
          : content.state === 'failed'
            ? renderFailure(t.failure, t.failedTitle, content.code, this.#onRetry)
            : this.#renderReady(content.ready)
      }
    </section>`;
  }

  #renderReady(ready: Ready): TemplateResult {
    const { agenda, backend } = ready;
    const { t } = this.#sentences;
    const change = (act: () => void) => {
      act();
      this.requestUpdate();
    };
    return renderAgenda({
      ...ready,
      t,
      locale: this.activeLocale,
      saying: { t: t.when, locale: this.activeLocale, now: agenda.now, zone: readersZone() },
      headingLevel: this.headingLevel,
      places: this.#places,
      stage: this.#stage,
      openedPart: this.#openedPart,
      known: this.#known,
      map: this.#mapSide.render({ t, agenda, backend, locale: this.activeLocale, host: this }),
      open: this.#onOpen,
      change,
      seek: (query) => void this.#onSeek(ready, query),
      near: () => void this.#onNear(ready),
      refresh: this.#onRefresh,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cnr-meeting-map': CnrMeetingMap;
  }
}
