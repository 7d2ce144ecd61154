import { html } from 'hono/html';
import { doneIn } from './done.js';
import type { QueuePage, Sort } from './list-queue.js';
import { QUEUES, type Item, type JournalEntry, type Queue } from './queue.js';
import { address, kindName, languageOf, moment, note, type Markup, type View } from './page.js';

/** Where a moderator is: which queue, of which consultation, in which order. Kept from page to page. */
export interface Place {
  queue: Queue;
  consultation: string | undefined;
  /** The queue's own order when absent. */
  sort?: Sort | undefined;
}

interface Listing extends Place, QueuePage {
  counts: Readonly<Record<Queue, number>>;
}

/** The place as the parameters of an address. */
export function placeQuery({ queue, consultation, sort }: Place): Record<string, string | undefined> {
  return { queue: queue === 'todo' ? undefined : queue, consultation, sort };
}

export function queueContent(view: View, listing: Listing, done: Markup | undefined): Markup {
  const { words } = view;
  const { items, counts, queue, previous, next } = listing;
  const place = placeQuery(listing);
  const tabs = QUEUES.map(
    (name) =>
      html`<li>
        <a
          href="${address(view, '', placeQuery({ ...listing, queue: name }))}"
          ${name === queue ? html`aria-current="page"` : ''}
          >${words.queues[name]} <span class="count">${counts[name]}</span></a
        >
      </li>`,
  );
  const [first] = items;
  return html`${done ?? ''}
    <h1>${words.queues[queue]}</h1>
    ${consultationFilter(view, '', listing)}
    <nav aria-label="${words.states}">
      <ul class="tabs">
        ${tabs}
      </ul>
    </nav>
    ${
      first
        ? html`${
              // What waits cannot be supported yet.
              queue === 'submitted' ? '' : orders(view, listing)
            }
            <p>
              <a class="button primary" href="${address(view, '/item', { subject: first.subject, ...place })}"
                >${words.begin}</a
              >
            </p>
            <ol class="items">
              ${items.map((item) => html`<li>${itemLine(view, item, place)}</li>`)}
            </ol>`
        : html`<p class="empty">${queue === 'todo' ? words.noneToDo : words.none}</p>`
    }
    ${
      previous !== undefined || next !== undefined
        ? html`<p class="actions">
            ${
              previous === undefined
                ? ''
                : html`<a class="button" href="${address(view, '', { ...place, before: previous })}"
                    >${words.previousPage}</a
                  >`
            }
            ${
              next === undefined
                ? ''
                : html`<a class="button" href="${address(view, '', { ...place, after: next })}"
                    >${words.nextPage}</a
                  >`
            }
          </p>`
        : ''
    }`;
}

/** The queue's own order, or the most supported first. */
function orders(view: View, place: Place): Markup {
  const { words } = view;
  const order = (sort: Sort | undefined, label: string) =>
    html`<li>
      <a
        href="${address(view, '', placeQuery({ ...place, sort }))}"
        ${place.sort === sort ? html`aria-current="true"` : ''}
        >${label}</a
      >
    </li>`;
  return html`<nav class="small" aria-label="${words.order}">
    <ul class="tabs">
      ${order(undefined, words.usualOrder)} ${order('supports', words.mostSupported)}
    </ul>
  </nav>`;
}

function itemLine(view: View, item: Item, place: Record<string, string | undefined>): Markup {
  return html`<article>
    <h2 ${languageOf(view, item.consultation)}>
      <a href="${address(view, '/item', { subject: item.subject, ...place })}">${itemTitle(view, item)}</a>
    </h2>
    <p class="clamped" ${languageOf(view, item.consultation)}>${item.text}</p>
    ${badges(view, item)}
    <p class="muted small">
      ${view.consultations.get(item.consultation)?.title ?? item.consultation} ·
      ${moment(view, item.receivedAt, item.consultation)}
    </p>
  </article>`;
}

export function itemTitle({ words }: View, { kind, title }: Pick<Item, 'kind' | 'title'>): string {
  return kind === 'comment' ? words.commentOn(title) : title;
}

/** What it is, where it stands, how many support it and how many reported it. */
export function badges(view: View, { kind, status, consultation, openReports, supports }: Item): Markup {
  const { words } = view;
  return html`<ul class="badges">
    <li>${kindName(view, kind, consultation)}</li>
    <li class="${status}">${words.status[kind][status]}</li>
    ${
      // What waits cannot be supported yet.
      supports === null || status === 'submitted' ? '' : html`<li>${words.supports(supports)}</li>`
    }
    ${openReports > 0 ? html`<li class="reported">${words.reports(openReports)}</li>` : ''}
  </ul>`;
}

/** Which consultation; nothing to choose where there is only one. */
function consultationFilter(
  view: View,
  path: '' | '/journal',
  { queue, consultation, sort }: Partial<Place>,
): Markup {
  const { words, consultations } = view;
  if (consultations.size < 2) return html``;
  const options = [...consultations.values()].map(
    ({ id, title }) =>
      html`<option value="${id}" ${id === consultation ? html`selected` : ''}>${title}</option>`,
  );
  return html`<form method="get" action="${address(view, path)}" class="filter">
    <p class="field">
      <label for="consultation">${words.consultation}</label>
      <select id="consultation" name="consultation">
        <option value="">${words.allConsultations}</option>
        ${options}
      </select>
    </p>
    ${
      queue === undefined || queue === 'todo'
        ? ''
        : html`<input type="hidden" name="queue" value="${queue}" />`
    }
    ${sort === undefined ? '' : html`<input type="hidden" name="sort" value="${sort}" />`}
    ${view.asked ? html`<input type="hidden" name="lang" value="${view.locale}" />` : ''}
    <button>${words.show}</button>
  </form>`;
}

/** What the last decision was, from the journal: an address cannot make anything up. */
export function doneNote(
  view: View,
  { subject, act, consultation }: JournalEntry,
  title: string,
  options: Place & { last: boolean },
): Markup {
  const { words } = view;
  return note(
    'done',
    'success',
    html`<p>
      <span class="strong" ${languageOf(view, consultation)}
        >${words.doneSentence(doneIn(words, { subject, act }), title)}</span
      >
      ${act === 'refuse' ? words.hiddenSoon : ''} ${options.last ? words.allDone : ''}
      <a href="${address(view, '/item', { subject, ...placeQuery(options) })}">${words.goBack}</a>
    </p>`,
  );
}

/** @param titles of what the entries are about, by subject; what its author withdrew has none */
export function journalContent(
  view: View,
  entries: readonly JournalEntry[],
  titles: ReadonlyMap<string, string>,
  {
    consultation,
    subject,
    older,
  }: { consultation?: string | undefined; subject?: string | undefined; older: boolean },
): Markup {
  const { words } = view;
  const last = entries.at(-1);
  return html`<h1>${words.journal}</h1>
    <p class="muted">${words.journalHelp}</p>
    ${consultationFilter(view, '/journal', { consultation })}
    ${
      last
        ? html`<ol class="items journal">
            ${entries.map((entry) => html`<li>${entryMarkup(view, entry, titles.get(entry.subject))}</li>`)}
          </ol>`
        : html`<p class="empty">${words.journalEmpty}</p>`
    }
    ${
      older && last
        ? html`<p>
            <a class="button" href="${address(view, '/journal', { consultation, subject, before: last.id })}"
              >${words.older}</a
            >
          </p>`
        : ''
    }`;
}

/** @param title absent where the reader is on the item's own page, or it is gone */
export function entryMarkup(view: View, entry: JournalEntry, title?: string): Markup {
  const { words } = view;
  return html`<p>
      <span class="strong">${doneIn(words, entry)}</span> ${words.by(entry.actor)}
      <span class="muted">· ${moment(view, entry.at, entry.consultation)}</span>
    </p>
    ${
      title === undefined
        ? ''
        : html`<p ${languageOf(view, entry.consultation)}>
            <a href="${address(view, '/item', { subject: entry.subject })}">${title}</a>
          </p>`
    }
    ${!entry.reason ? '' : html`<p class="written">${entry.reason}</p>`}`;
}
