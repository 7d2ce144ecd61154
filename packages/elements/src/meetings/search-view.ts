import { departementName, type FoundPlace } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { instead } from '../instead.js';
import type { AgendaView } from './agenda-view.js';
import { soughtOf } from './finding.js';
import type { MeetingsMessages } from './messages.fr.js';

/** The field for a place, what answers to it, and the way by the device's own position. */
export function renderSearch(view: AgendaView): TemplateResult {
  const { t, places } = view;
  const { busy, trouble } = places;
  const onSubmit = (event: SubmitEvent) => {
    view.seek((event.target as HTMLFormElement).querySelector('input')?.value ?? '');
  };
  const failed = trouble !== undefined;
  return html`
    <form role="search" class="line" @submit=${(event: SubmitEvent) => instead(() => onSubmit(event))(event)}>
      <label for="place">${t.searchLabel}</label>
      <div class="row">
        <input
          type="search"
          id="place"
          maxlength="100"
          autocomplete="off"
          aria-describedby=${failed ? 'place-trouble' : nothing}
          aria-invalid=${failed ? 'true' : nothing}
          .value=${places.query}
        />
        <button type="submit" class="primary">${busy === 'search' ? t.searching : t.search}</button>
        <button type="button" aria-describedby="near-hint" @click=${view.near}>
          ${busy === 'locate' ? t.locating : t.near}
        </button>
      </div>
      <p class="muted small" id="near-hint">${t.nearHint}</p>
      <div role="alert" class="alert">
        ${trouble === undefined ? nothing : html`<p class="note warning" id="place-trouble">${t.trouble[trouble]}</p>`}
      </div>
    </form>
    <p role="status" class=${places.choices.length === 0 ? 'alert' : 'strong'}>
      ${places.choices.length === 0 ? nothing : t.choose(places.query)}
    </p>
    ${places.choices.length === 0 ? nothing : renderChoices(view)}
  `;
}

function renderChoices({ t, places, agenda, stage, change }: AgendaView): TemplateResult {
  const choose = (place: FoundPlace) => {
    change(() => {
      agenda.seek(soughtOf(place, placeName(t, place), agenda.list.meetings));
      places.clear();
    });
    // The button that was pressed is gone: what came of it takes the focus.
    stage.focusOn('#count');
  };
  return html`<ul class="chips">
    ${places.choices.map(
      (place) =>
        html`<li>
          <button type="button" @click=${() => choose(place)}>${placeName(t, place)}</button>
        </li>`,
    )}
  </ul>`;
}

/** As it is shown among others of its name, and as a filter. */
export function placeName(t: MeetingsMessages, place: FoundPlace): string {
  if (place.kind === 'department') return t.departement(place.name, place.code);
  return t.commune(place.name, departementName(place.department) ?? '', place.department);
}
