import type { ProposalSummary } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../format.js';
import { loadRest } from '../load-rest.js';
import { renderSkip } from '../skip.js';
import type { Forum } from './forum.js';
import { renderList } from './list.js';
import type { ProposalsMessages } from './messages.fr.js';
import type { ProposalList } from './proposal-list.js';
import type { Views } from './views.js';

/** What `<cnr-proposals>` renders from, once it knows what the consultation asks for. */
export interface ForumView {
  readonly t: ProposalsMessages;
  readonly locale: string;
  readonly headingLevel: number;
  readonly forum: Forum;
  readonly list: ProposalList;
  readonly views: Views;
  readonly onOpen: (id: string, summary?: ProposalSummary) => void;
}

/** The list, or what stands in its place. What was opened to write in stays, so that nothing written is lost. */
export function renderForum(view: ForumView): TemplateResult {
  const { t, views } = view;
  const { current } = views;
  return html`
    ${renderSkip(t.skip)}
    <div class="stack" ?hidden=${current !== 'list'}>${renderHome(view)}</div>
    ${
      current === 'list'
        ? nothing
        : html`<p>
            <button type="button" class="quiet" @click=${views.back}>
              ${views.from === 'mine' ? t.backToMine : t.back}
            </button>
          </p>`
    }
    ${current === 'opened' ? renderOpened(view) : nothing}
    <div role="alert" class="alert">
      ${
        views.failed && (current === 'deposit' || current === 'mine')
          ? html`<div class="note error">
              <p id="part-failed" tabindex="-1">${t.partFailed}</p>
              <p>
                <button type="button" @click=${() => void views.write(current, views.correcting)}>
                  ${t.retry}
                </button>
              </p>
            </div>`
          : nothing
      }
    </div>
    ${renderWriting(view)} ${renderNotice(view)}
  `;
}

/** Under all that a citizen can do here, whichever it is (GDPR, article 13); fetched by who opens it. */
function renderNotice({ t, locale, forum }: ForumView): TemplateResult {
  const { consultation } = forum.published;
  return html`<details class="notice" @toggle=${() => loadRest()}>
    <summary>${t.noticeTitle}</summary>
    <cnr-about notice-only .locale=${locale} .about=${consultation}
      >${consultation.notice.rightsContact}</cnr-about
    >
  </details>`;
}

function renderHome(view: ForumView): TemplateResult {
  const { t, forum, headingLevel, locale, views } = view;
  const { consultation, phase } = forum.published;
  const { opensAt, closesAt, timeZone } = consultation;
  const day = (instant: string) => formatDay(instant, locale, timeZone);
  return html`
    <h2 id="title" class="step" part="title" tabindex="-1" aria-level=${headingLevel}>
      ${t.title(forum.noun)}
    </h2>
    ${phase === 'open' ? nothing : html`<p class="note warning">${t.phase(phase, day(opensAt), day(closesAt))}</p>`}
    <div class="actions">
      ${
        phase === 'open'
          ? html`<button
              type="button"
              class="primary"
              part="action"
              id="to-deposit"
              @click=${() => void views.write('deposit')}
            >
              ${t.deposit[forum.rules.asks]}
            </button>`
          : nothing
      }
      <button type="button" id="to-mine" class="quiet" @click=${() => void views.write('mine')}>
        ${t.mine}
      </button>
    </div>
    ${renderList(view)}
  `;
}

function renderOpened({ forum, locale, headingLevel, views }: ForumView): TemplateResult {
  return html`<cnr-proposal
    id="opened"
    .locale=${locale}
    .forum=${forum}
    .headingLevel=${headingLevel}
    .proposal=${views.proposal}
    .summary=${views.summary}
  ></cnr-proposal>`;
}

function renderWriting({ forum, locale, headingLevel, views, onOpen }: ForumView): TemplateResult {
  const { current, visited } = views;
  return html`
    ${
      visited.has('deposit')
        ? html`<cnr-deposit
            id="deposit"
            ?hidden=${current !== 'deposit'}
            .locale=${locale}
            .forum=${forum}
            .headingLevel=${headingLevel}
            .correcting=${views.correcting}
            .leave=${views.back}
          ></cnr-deposit>`
        : nothing
    }
    ${
      visited.has('mine')
        ? html`<cnr-mine
            id="mine"
            ?hidden=${current !== 'mine'}
            .locale=${locale}
            .forum=${forum}
            .headingLevel=${headingLevel}
            .open=${onOpen}
            .correct=${views.correct}
          ></cnr-mine>`
        : nothing
    }
  `;
}
