import type { Attendance } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderSelect } from '../fields.js';
import { formatDay } from '../format.js';
import type { AgendaView } from './agenda-view.js';
import { NEEDS } from './facts.js';
import { NO_FILTERS, type Filters } from './finding.js';

export function renderFilters(view: AgendaView): TemplateResult {
  const { t, agenda, change } = view;
  const { filters, themes } = agenda;
  const set = (changes: Partial<Filters>) => change(() => agenda.filter(changes));
  // The place that was searched for stands above, not in here.
  const count = standing(view).length - (agenda.sought ? 1 : 0);
  const box = (id: string, label: string, checked: boolean, act: (checked: boolean) => void) => html`
    <label class="box">
      <input
        type="checkbox"
        id=${id}
        .checked=${checked}
        @change=${(event: Event) => act((event.target as HTMLInputElement).checked)}
      />
      ${label}
    </label>
  `;
  const date = (id: 'from' | 'to') => html`
    <div class="line">
      <label for=${id}>${t[id]}</label>
      <input
        type="date"
        id=${id}
        .value=${filters[id]}
        @change=${(event: Event) => set({ [id]: (event.target as HTMLInputElement).value })}
      />
    </div>
  `;
  return html`<details class="narrowing">
    <summary>${t.filters}${count === 0 ? nothing : t.filtersOn(count)}</summary>
    <div class="filters">
      ${
        themes.length === 0
          ? nothing
          : renderSelect(
              'theme',
              t.theme,
              filters.theme,
              [['', t.all], ...themes.map((theme) => [theme, theme] as const)],
              (theme) => set({ theme }),
            )
      }
      ${renderSelect('period', t.period, filters.period, Object.entries(t.periods), (period) =>
        set({ period: period as Filters['period'] }),
      )}
      ${renderSelect('attendance', t.attendance, filters.attendance, Object.entries(t.attendances), (way) =>
        set({ attendance: way as '' | Attendance }),
      )}
      ${filters.period === 'dates' ? html`<div class="dates">${date('from')}${date('to')}</div>` : nothing}
      <fieldset class="boxes">
        <legend>${t.access}</legend>
        ${NEEDS.map((need) => box(need, t.needs[need], filters[need], (on) => set({ [need]: on })))}
      </fieldset>
      <div class="boxes">
        ${box('available', t.available, filters.available, (available) => set({ available }))}
        ${agenda.over ? nothing : box('held', t.held, agenda.withHeld, (held) => change(() => agenda.showHeld(held)))}
      </div>
    </div>
  </details>`;
}

/** What narrows or sorts the list now, each with the way to take it away. */
export function renderActive(view: AgendaView): TemplateResult | typeof nothing {
  const { t, agenda, places, stage, change } = view;
  const all = standing(view);
  if (all.length === 0) return nothing;
  const remove = (act: () => void) => () => {
    change(act);
    stage.focusOn('#count');
  };
  const onReset = remove(() => {
    agenda.reset();
    places.clear();
  });
  return html`<div class="active">
    <p class="visually-hidden" id="active">${t.active}</p>
    <ul class="chips" aria-labelledby="active">
      ${all.map(
        ({ words, clear }) =>
          html`<li>
            <button type="button" class="chip" aria-label=${t.remove(words)} @click=${remove(clear)}>
              ${words}<span aria-hidden="true">×</span>
            </button>
          </li>`,
      )}
    </ul>
    ${all.length < 2 || agenda.found.length === 0 ? nothing : html`<button type="button" class="quiet" @click=${onReset}>${t.reset}</button>`}
  </div>`;
}

/** The filters that stand, in words. */
function standing({ t, locale, agenda, places }: AgendaView): { words: string; clear: () => void }[] {
  const { filters, sought } = agenda;
  const all: { words: string; clear: () => void }[] = [];
  const add = (words: string | false, ...names: (keyof Filters)[]) => {
    const none = Object.fromEntries(names.map((name) => [name, NO_FILTERS[name]]));
    if (words) all.push({ words, clear: () => agenda.filter(none) });
  };
  if (sought) {
    const clear = () => {
      agenda.seek(undefined);
      places.clear();
    };
    all.push({ words: sought.name, clear });
  }
  const day = (date: string) => formatDay(date, locale, 'UTC');
  const { theme, period, from, to, attendance } = filters;
  const dates =
    from && to ? t.range(day(from), day(to)) : from ? t.since(day(from)) : to ? t.until(day(to)) : '';
  add(theme, 'theme');
  add(period === 'dates' ? dates : period && t.periods[period], 'period', 'from', 'to');
  add(attendance && t.attendances[attendance], 'attendance');
  for (const need of NEEDS) add(filters[need] && t.needs[need], need);
  add(filters.available && t.available, 'available');
  return all;
}
