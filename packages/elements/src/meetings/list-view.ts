import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaView } from './agenda-view.js';
import { renderMore, renderWhen, renderWhere } from './facts.js';
import type { Found } from './finding.js';
import { renderMark } from './registering/code-view.js';

export function renderList(view: AgendaView): TemplateResult {
  const { t, agenda, stage, change } = view;
  const { found, page } = agenda;
  const onMore = () => {
    let first: string | undefined;
    change(() => (first = agenda.more()));
    // The first of those that came takes the focus, and stands where the button stood.
    if (first !== undefined) stage.focusOn(`#open-${first}`);
  };
  return html`
    ${renderPicked(view, agenda.pinned)}
    ${found.length === 0 && agenda.list.meetings.length > 0 ? renderEmpty(view) : nothing}
    <ul class="items">
      ${page.map((one) => renderItem(view, one, agenda.picked.includes(one.meeting.id)))}
    </ul>
    ${
      found.length > page.length
        ? html`<p>
            <button type="button" class="more" @click=${onMore}>${t.more(found.length - page.length)}</button>
          </p>`
        : nothing
    }
  `;
}

/** What the map chose and the list does not show. */
export function renderPicked(view: AgendaView, picked: readonly Found[]): TemplateResult | typeof nothing {
  if (picked.length === 0) return nothing;
  return html`<section class="pinned" id="picked">
    <h3 class="strong" aria-level=${view.headingLevel + 1}>${view.t.picked(picked.length)}</h3>
    <ul class="items">
      ${picked.map((one) => renderItem(view, one, true, 1))}
    </ul>
  </section>`;
}

function renderItem(view: AgendaView, one: Found, marked: boolean, deeper = 0): TemplateResult {
  const { t, headingLevel, saying, published } = view;
  const { meeting } = one;
  const { id, title } = meeting;
  const { now } = view.agenda;
  return html`<li id="item-${id}" class=${marked ? 'marked' : ''}>
    <h3 aria-level=${headingLevel + 1 + deeper} lang=${published.consultation.locale}>
      <button type="button" class="title" id="open-${id}" @click=${() => view.open(id)}>${title}</button>
    </h3>
    ${marked && deeper === 0 ? html`<p class="small strong mark">${t.marked}</p>` : nothing}
    ${renderMark(t.known, view.known.states.get(id))} ${renderWhen(meeting, saying)}
    ${renderWhere(t.facts, one, now)} ${renderMore(t.facts, meeting, now)}
  </li>`;
}

/** Nothing fits: what does among the past ones, the way out, and what is nearest. */
function renderEmpty(view: AgendaView): TemplateResult {
  const { t, agenda, places, stage, change, headingLevel } = view;
  const nearest = agenda.narrowed ? agenda.nearest() : [];
  const onReset = () => {
    change(() => {
      agenda.reset();
      places.clear();
    });
    stage.focusOn('#count');
  };
  const onHeld = () => {
    change(() => agenda.showHeld(true));
    stage.focusOn('#count');
  };
  return html`
    <div class="empty">
      <p>${t.noMatch} ${agenda.held === 0 ? nothing : t.heldMatch(agenda.held)}</p>
      <div class="actions">
        ${agenda.held === 0 ? nothing : html`<button type="button" @click=${onHeld}>${t.held}</button>`}
        <button type="button" @click=${onReset}>${t.reset}</button>
      </div>
    </div>
    ${
      nearest.length === 0
        ? nothing
        : html`<section>
            <h3 class="strong" aria-level=${headingLevel + 1}>
              ${agenda.sought ? t.suggestions.near : t.suggestions.soon}
            </h3>
            <ul class="items">
              ${nearest.map((one) => renderItem(view, one, false, 1))}
            </ul>
          </section>`
    }
  `;
}

/** The room of a first page, so that nothing moves when it comes. */
export function renderSkeletons(): TemplateResult {
  return html`<ul class="items" aria-hidden="true">
    ${[1, 2, 3, 4].map(
      () =>
        html`<li class="skeleton">
          <div></div>
          <span></span>
          <div></div>
        </li>`,
    )}
  </ul>`;
}
