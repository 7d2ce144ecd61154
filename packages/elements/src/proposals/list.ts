import type { ProposalSummary } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { departements, renderSelect } from '../fields.js';
import { renderFacts } from './facts.js';
import type { ForumView } from './forum-view.js';
import { NO_FILTERS, type Filters, type Order } from './proposal-list.js';

export function renderList(view: ForumView): TemplateResult {
  const { t, list, forum, views } = view;
  const { total, proposals, failure, busy } = list;
  // The button that was pressed is gone: what it led to takes the focus.
  const onRetry = () => {
    views.focusOn('#count');
    void list.retry(forum);
  };
  // The first of those that came takes the focus, and stands where the button stood.
  const onMore = async () => {
    const first = await list.more(forum);
    if (first !== undefined) views.focusOn(`#open-${first}`);
  };
  return html`
    ${renderFilters(view)}
    ${
      list.filters.order === 'trending'
        ? html`<details>
            <summary>${t.trendingTitle}</summary>
            <p>${t.trendingText}</p>
          </details>`
        : nothing
    }
    <p role="status" class="muted" id="count" tabindex="-1">
      ${
        total === undefined
          ? nothing
          : proposals.length < total
            ? t.shown(proposals.length, total, forum.noun)
            : t.count(total, forum.noun)
      }
    </p>
    <div role="alert" class="alert">
      ${
        failure === undefined
          ? nothing
          : html`<div class="note error">
              <p>${navigator.onLine ? t.listFailed : t.failure.offline}</p>
              <p><button type="button" @click=${onRetry}>${t.retry}</button></p>
            </div>`
      }
    </div>
    ${
      total === undefined
        ? failure === undefined
          ? renderSkeletons()
          : nothing
        : html`
            ${total === 0 && !busy && failure === undefined ? renderEmpty(view) : nothing}
            <ul class="items ${busy ? 'busy' : ''}" aria-busy=${busy ? 'true' : nothing}>
              ${proposals.map((proposal) => renderItem(view, proposal))}
            </ul>
          `
    }
    ${
      list.hasMore
        ? html`<p>
            <button type="button" class="more" aria-disabled=${busy ? 'true' : nothing} @click=${onMore}>
              ${busy ? t.moreLoading : t.more((total ?? 0) - proposals.length)}
            </button>
          </p>`
        : nothing
    }
  `;
}

function renderFilters({ t, forum, list }: ForumView): TemplateResult {
  const filter = (filters: Partial<Filters>) => void list.show(forum, { ...list.filters, ...filters });
  const { search, theme, territory, order } = list.filters;
  const { themes } = forum.rules;
  const onSearch = (event: SubmitEvent) => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input');
    filter({ search: input?.value.trim() ?? '' });
  };
  return html`
    <form role="search" class="filters" aria-label=${t.filters} @submit=${onSearch}>
      <div class="line search">
        <label for="search">${t.searchLabel}</label>
        <div class="row">
          <input type="search" id="search" maxlength="200" autocomplete="off" .value=${search} />
          <button type="submit">${t.search}</button>
        </div>
      </div>
      ${renderSelect('order', t.order, order, Object.entries(t.orders), (value) =>
        filter({ order: value as Order }),
      )}
      ${
        themes.length === 0
          ? nothing
          : renderSelect(
              'theme',
              t.theme,
              theme,
              [['', t.all], ...themes.map(({ id, label }) => [id, label] as const)],
              (value) => filter({ theme: value }),
            )
      }
      ${
        // Within one département there is nothing to choose.
        forum.published.consultation.territory.level === 'departement'
          ? nothing
          : renderSelect('territory', t.territory, territory, departements(t.all), (value) =>
              filter({ territory: value }),
            )
      }
    </form>
  `;
}

function renderItem(view: ForumView, proposal: ProposalSummary): TemplateResult {
  const { t, forum, headingLevel, locale } = view;
  const { id, title, comments, name, status } = proposal;
  const { locale: written } = forum.published.consultation;
  return html`<li>
    <h3 aria-level=${headingLevel + 1} lang=${written}>
      <button type="button" class="title" id="open-${id}" @click=${() => view.onOpen(id, proposal)}>
        ${title}
      </button>
    </h3>
    ${renderFacts(
      forum,
      locale,
      proposal,
      [name && t.by(name), forum.rules.comments && comments > 0 && t.comments(comments)],
      { status, words: t.status[status] },
    )}
    <p class="excerpt" lang=${written}>${proposal.excerpt}</p>
    <cnr-support
      variant="compact"
      .backend=${forum.backend}
      .locale=${locale}
      consultation=${forum.published.consultation.id}
      subject="proposal:${id}"
      label=${title}
      .knownCount=${proposal.supports}
      .knownOn=${view.list.supported?.has(id)}
    ></cnr-support>
  </li>`;
}

/** The room of a first page, so that nothing moves when it comes. */
export function renderSkeletons(): TemplateResult {
  return html`<ul class="items" aria-hidden="true">
    ${[1, 2, 3].map(
      () =>
        html`<li class="skeleton">
          <div></div>
          <span></span>
          <div></div>
          <div></div>
          <div></div>
        </li>`,
    )}
  </ul>`;
}

function renderEmpty({ t, list, forum, views }: ForumView): TemplateResult {
  const { order } = list.filters;
  const sentence = list.narrowed
    ? t.noMatch(forum.noun)
    : order === 'mine'
      ? t.noMine(forum.noun)
      : order === 'answered'
        ? t.noAnswer(forum.noun)
        : t.empty(forum.noun, forum.published.phase === 'open');
  const onAll = () => {
    views.focusOn('#count');
    void list.show(forum, list.narrowed ? { ...NO_FILTERS, order } : NO_FILTERS);
  };
  return html`<div class="empty">
    <p>${sentence}</p>
    ${
      list.narrowed || order === 'mine' || order === 'answered'
        ? html`<p>
            <button type="button" @click=${onAll}>${list.narrowed ? t.clear : t.showAll}</button>
          </p>`
        : nothing
    }
  </div>`;
}
