import type { MeetingRules, PublishedConsultation } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../format.js';
import { renderSkip } from '../skip.js';
import type { Agenda } from './agenda.js';
import { renderActive, renderFilters } from './filters-view.js';
import { renderList, renderPicked } from './list-view.js';
import type { MeetingsMessages } from './messages.fr.js';
import type { Known } from './registering/known.js';
import { renderCode } from './registering/code-view.js';
import type { OpenedPart } from './opened-part.js';
import type { PlaceSearch } from './place-search.js';
import { renderSearch } from './search-view.js';
import type { Stage } from './stage.js';
import type { Saying } from './when.js';

/** What `<cnr-meeting-map>` renders from, once it has the meetings. */
export interface AgendaView {
  readonly t: MeetingsMessages;
  readonly locale: string;
  readonly saying: Saying;
  readonly headingLevel: number;
  readonly backend: Backend;
  readonly published: PublishedConsultation;
  readonly rules: MeetingRules;
  readonly agenda: Agenda;
  readonly places: PlaceSearch;
  readonly stage: Stage;
  readonly openedPart: OpenedPart;
  readonly known: Known;
  /** The map, as soon as its code is there; a sentence where that did not come. */
  readonly map: TemplateResult | typeof nothing;
  readonly open: (id: string) => void;
  readonly change: (act: () => void) => void;
  readonly seek: (query: string) => void;
  readonly near: () => void;
  readonly refresh: () => void;
}

/** The list with all that narrows it, or an opened meeting in its place; the map beside either. */
export function renderAgenda(view: AgendaView): TemplateResult {
  const { t, stage, agenda } = view;
  const opened = stage.opened !== undefined;
  return html`
    ${renderSkip(t.skip)}
    <div class="stack" ?hidden=${opened}>${renderHead(view)}</div>
    <div class="sides ${stage.mapOn && !opened ? 'map-on' : ''}">
      <div class="list-side stack">
        <div class="stack" ?hidden=${opened}>
          ${stage.mapOn ? nothing : html`${renderList(view)} ${renderCodeEntry(view)}`}
        </div>
        ${opened ? renderOpened(view) : nothing}
      </div>
      ${agenda.list.meetings.length === 0 ? nothing : html`<div class="map-side">${view.map}</div>`}
      ${stage.mapOn && !opened ? renderPicked(view, agenda.chosen) : nothing}
    </div>
    <p role="status" class="visually-hidden">
      ${agenda.picked.length === 0 ? nothing : t.picked(agenda.picked.length)}
    </p>
  `;
}

/** Who registered on another device comes in by the code. */
function renderCodeEntry({ t, locale, backend, published, agenda, known }: AgendaView): unknown {
  const registers = agenda.list.meetings.some(({ registration }) => registration);
  return registers ? renderCode(t.known, { backend, published }, locale, known) : nothing;
}

function renderHead(view: AgendaView): TemplateResult {
  const { t, headingLevel, agenda, stage } = view;
  const some = agenda.list.meetings.length > 0;
  return html`
    <h2 id="title" class="step" part="title" tabindex="-1" aria-level=${headingLevel}>${t.title}</h2>
    ${renderAge(view)}
    ${
      some
        ? html`${renderSearch(view)} ${renderFilters(view)} ${renderActive(view)}
          ${agenda.over ? html`<p class="note">${t.allHeld}</p>` : nothing}`
        : nothing
    }
    <div class="counted">
      <p role="status" class="muted" id="count" tabindex="-1">${some ? countWords(view) : t.none}</p>
      ${
        some
          ? html`<button type="button" class="to-map" part="action" id="to-map" @click=${stage.toggleMap}>
              ${stage.mapOn ? t.toList : t.toMap}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** What the browser still held is shown with its date; it may have changed since. */
function renderAge({ t, locale, agenda, published, refresh }: AgendaView): TemplateResult | typeof nothing {
  const { kept, asOf } = agenda.list;
  if (kept !== true) return nothing;
  const date = formatDateTime(asOf, locale, published.consultation.timeZone);
  return html`<div class="note warning" id="kept" tabindex="-1">
    <p>${t.kept(date)}</p>
    <p><button type="button" @click=${refresh}>${t.refresh}</button></p>
  </div>`;
}

function countWords({ t, agenda }: AgendaView): string {
  const { found, page, sought } = agenda;
  const count = t.count(found.length, page.length);
  if (!sought || found.length === 0) return count;
  const inside = found.filter(({ meeting }) => meeting.place?.departement === sought.departement).length;
  const order = !sought.whole
    ? sought.departement === undefined
      ? t.nearestHere
      : t.nearest(sought.name)
    : inside === 0
      ? t.noneInside(sought.name)
      : t.inside(inside, sought.name);
  return `${count}, ${order}`;
}

function renderOpened(view: AgendaView): TemplateResult {
  const { t, stage } = view;
  return html`
    <p><button type="button" class="quiet" @click=${stage.back}>${t.back}</button></p>
    <div role="alert" class="alert">
      ${
        view.openedPart.state === 'failed'
          ? html`<div class="note error">
              <p>${t.partFailed}</p>
              <p><button type="button" @click=${() => view.open(stage.opened ?? '')}>${t.retry}</button></p>
            </div>`
          : nothing
      }
    </div>
    ${view.openedPart.state === 'there' ? renderMeeting(view) : nothing}
  `;
}

function renderMeeting(view: AgendaView): TemplateResult {
  const { stage, locale, backend, published, rules, headingLevel, agenda, change } = view;
  const listed = agenda.byId(stage.opened ?? '');
  const others = () => {
    change(() => agenda.seekAround(listed));
    stage.back();
    stage.focusOn('#count');
  };
  return html`<cnr-meeting
    id="opened"
    .locale=${locale}
    .backend=${backend}
    .published=${published}
    .rules=${rules}
    .headingLevel=${headingLevel}
    .meeting=${stage.opened}
    .listed=${listed}
    .code=${view.known.codeFor(stage.opened ?? '')}
    .others=${others}
  ></cnr-meeting>`;
}
