import { departementName } from '@cnr-widgets/contract';
import { html } from 'hono/html';
import type { Item, JournalEntry, Report } from './queue.js';
import { badges, entryMarkup, itemTitle, placeQuery, type Place } from './queue-page.js';
import { possibleActs, type Act } from './rules.js';
import { address, answerMarkup, faultSummary, languageOf, moment, type Markup, type View } from './page.js';

/** A reason as somebody typed it, and what is wrong with it. */
export interface TypedReason {
  text: string;
  fault?: string;
}

interface Shown {
  item: Item;
  reports: readonly Report[];
  history: readonly JournalEntry[];
  place: Place;
  /** How many there are in the queue that the moderator works through. */
  waiting: number;
  /** What stands behind it in the queue. */
  next: string | undefined;
  /** Said above it: what was done before, or why nothing was. */
  remark?: Markup | undefined;
  reason?: TypedReason;
}

/** One text, what others say of it, and what can be done. */
export function itemContent(view: View, shown: Shown): Markup {
  const { words } = view;
  const { item, reports, history, place, waiting, next, remark, reason } = shown;
  const language = languageOf(view, item.consultation);
  const fault = reason?.fault;
  return html`${remark ?? ''}
    ${faultSummary(words, fault === undefined ? [] : [{ field: 'reason', message: fault }])}
    <p>
      <a class="back" href="${address(view, '', placeQuery(place))}"
        >${words.backToQueue(words.queues[place.queue], waiting)}</a
      >
    </p>
    <h1 ${language}>${itemTitle(view, item)}</h1>
    ${badges(view, item)}
    ${
      item.reason === null
        ? ''
        : html`<div class="note warning">
            <p class="strong">${words.refusedFor}</p>
            <p class="written">${item.reason}</p>
          </div>`
    }
    <section class="card" aria-label="${words.text}" ${language}><p class="written">${item.text}</p></section>
    ${facts(view, item)}
    ${
      reports.length > 0
        ? html`<section>
            <h2>${words.reports(reports.length)}</h2>
            <ul class="items">
              ${reports.map((report) => html`<li>${reportMarkup(view, report, item)}</li>`)}
            </ul>
          </section>`
        : ''
    }
    ${
      item.answer
        ? html`<section>
            <h2>${words.answerGiven}</h2>
            ${answerMarkup(view, item.answer)}
          </section>`
        : ''
    }
    <section class="decision">
      <h2>${words.decision}</h2>
      ${decisions(view, shown)}
      ${
        next === undefined
          ? ''
          : html`<p>
              <a href="${address(view, '/item', { subject: next, ...placeQuery(place) })}"
                >${words.skipItem}</a
              >
            </p>`
      }
    </section>
    <section>
      <h2>${words.history}</h2>
      ${
        history.length > 0
          ? html`<ol class="items">
              ${history.map((entry) => html`<li>${entryMarkup(view, entry)}</li>`)}
            </ol>`
          : html`<p class="muted">${words.noHistory}</p>`
      }
    </section>`;
}

/** What stands beside the text. */
function facts(view: View, item: Item): Markup {
  const { words, consultations } = view;
  const consultation = consultations.get(item.consultation);
  const theme = consultation?.proposals?.themes.find(({ id }) => id === item.theme)?.label ?? item.theme;
  const territory = item.territory && `${departementName(item.territory) ?? ''} (${item.territory})`.trim();
  const pairs = [
    [words.consultation, consultation?.title ?? item.consultation],
    [words.received, moment(view, item.receivedAt, item.consultation)],
    [words.theme, theme],
    [words.territory, territory],
    [words.name, item.name ?? words.noName],
    [words.id, item.subject.replace(/^\w+:/, '').slice(0, 8)],
  ];
  return html`<dl class="facts">
    ${pairs
      .filter(([, value]) => value)
      .map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;
}

function reportMarkup(view: View, { reason, text, receivedAt }: Report, { consultation }: Item): Markup {
  return html`<p>
      <span class="strong">${view.words.reportReasons[reason]}</span>
      <span class="muted">· ${moment(view, receivedAt, consultation)}</span>
    </p>
    ${text === null ? '' : html`<p class="written">${text}</p>`}`;
}

function decisions(view: View, { item, place, reports, reason }: Shown): Markup {
  const acts = possibleActs(item);
  const seen = html`<input type="hidden" name="subject" value="${item.subject}" />
    <input type="hidden" name="revision" value="${item.revision}" />
    <input type="hidden" name="reports" value="${reports.length}" />`;
  const action = address(view, '/item', placeQuery(place), '#faults');
  const buttons = acts.flatMap((act) => (act === 'refuse' ? [] : [actButton(view, act, { item, place })]));
  return html`${
    buttons.length > 0
      ? html`<form method="post" action="${action}">
          ${seen}
          <ul class="acts">
            ${buttons.map((button) => html`<li>${button}</li>`)}
          </ul>
        </form>`
      : ''
  }
  ${acts.includes('refuse') ? refusal(view, action, seen, reason) : ''}`;
}

function actButton(
  view: View,
  act: Exclude<Act, 'refuse'>,
  { item, place }: Pick<Shown, 'item' | 'place'>,
): Markup {
  const { words } = view;
  const help = html`<span class="muted small" id="help-${act}">${words.actHelp[act]}</span>`;
  if (act === 'answer') {
    const label = item.answer ? words.correctAnswer : words.acts.answer;
    return html`<a
        class="button"
        aria-describedby="help-answer"
        href="${address(view, '/answer', { subject: item.subject, ...placeQuery(place) })}"
        >${label}</a
      >
      ${help}`;
  }
  const primary = act === 'accept' || act === 'keep' ? 'primary' : '';
  return html`<button name="act" value="${act}" class="${primary}" aria-describedby="help-${act}">
      ${words.acts[act]}
    </button>
    ${help}`;
}

function refusal(view: View, action: string, seen: Markup, reason: Shown['reason']): Markup {
  const { words } = view;
  const fault = reason?.fault;
  return html`<form method="post" action="${action}" class="refusal">
    ${seen}
    <input type="hidden" name="act" value="refuse" />
    <p class="field">
      <label for="reason">${words.reason}</label>
      <span class="hint" id="reason-hint">${words.reasonHelp}</span>
      ${fault === undefined ? '' : html`<span class="fault" id="reason-fault">${fault}</span>`}
      <textarea
        id="reason"
        name="reason"
        rows="3"
        aria-describedby="reason-hint ${fault === undefined ? '' : 'reason-fault'}"
        ${fault === undefined ? '' : html`aria-invalid="true"`}
      >
${reason?.text ?? ''}</textarea>
    </p>
    <button class="danger">${words.acts.refuse}</button>
  </form>`;
}
