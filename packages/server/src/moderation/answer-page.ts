import { html } from 'hono/html';
import type { AnswerFault, AnswerField, AnswerForm } from './answer-form.js';
import type { Item } from './queue.js';
import { placeQuery, type Place } from './queue-page.js';
import { address, faultSummary, languageOf, type Markup, type View } from './page.js';

interface Writing {
  item: Item;
  place: Place;
  form: AnswerForm;
  /** Said once it was sent and something is wrong. */
  faults: readonly AnswerFault[];
  remark?: Markup | undefined;
}

/** The organiser's answer, all its fields on one page. */
export function answerContent(view: View, { item, place, form, faults, remark }: Writing): Markup {
  const { words } = view;
  const said = faults.map(({ field, max }) => ({
    field: idOf(field),
    message: max === undefined ? words.answerFaults[field] : words.tooLong(max),
  }));
  const field = (name: AnswerField, label: string, options: FieldOptions = {}) =>
    fieldMarkup(name, label, form[name], {
      ...options,
      fault: said.find(({ field: id }) => id === idOf(name))?.message,
    });
  return html`${remark ?? ''} ${faultSummary(words, said)}
    <p>
      <a class="back" href="${address(view, '/item', { subject: item.subject, ...placeQuery(place) })}"
        >${words.cancel}</a
      >
    </p>
    <h1 ${languageOf(view, item.consultation)}>${words.answerTitle(item.title)}</h1>
    <details class="card">
      <summary>${words.readText}</summary>
      <p class="written" ${languageOf(view, item.consultation)}>${item.text}</p>
    </details>
    <p>${words.answerHelp}</p>
    <form method="post" novalidate action="${address(view, '/answer', placeQuery(place), '#faults')}">
      <input type="hidden" name="subject" value="${item.subject}" />
      <input type="hidden" name="revision" value="${item.revision}" />
      <input type="hidden" name="reports" value="${item.openReports}" />
      ${field('author', words.author, { hint: words.authorHelp })}
      ${field('date', words.date, { type: 'date' })}
      ${field('text', words.answerText, { hint: words.markdown, rows: 10 })}
      ${field('next', words.next, { hint: words.nextHelp, rows: 3 })}
      ${field('url', words.url, { hint: words.urlHelp, type: 'url' })}
      <fieldset>
        <legend>${words.video}</legend>
        ${field('video.src', words.videoSrc, { type: 'url' })}
        ${field('video.transcript', words.transcript, { hint: words.transcriptHelp, rows: 6 })}
        ${field('video.captions', words.captions, { type: 'url' })}
        ${field('video.poster', words.poster, { type: 'url' })}
      </fieldset>
      <button class="primary">${words.publishAnswer}</button>
    </form>`;
}

interface FieldOptions {
  hint?: string;
  type?: 'text' | 'date' | 'url';
  /** Several lines. */
  rows?: number;
  fault?: string | undefined;
}

/** The browser's own checks are left out: its bubbles disappear, and speak its language. */
function fieldMarkup(
  name: AnswerField,
  label: string,
  value: string,
  { hint, type = 'text', rows, fault }: FieldOptions,
): Markup {
  const id = idOf(name);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const attributes = html`id="${id}" name="${name}" ${described ? html`aria-describedby="${described}"` : ''}
  ${fault ? html`aria-invalid="true"` : ''}`;
  return html`<p class="field">
    <label for="${id}">${label}</label>
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : ''}
    ${fault ? html`<span class="fault" id="${id}-fault">${fault}</span>` : ''}
    ${
      rows === undefined
        ? html`<input type="${type}" ${attributes} value="${value}" />`
        : html`<textarea ${attributes} rows="${rows}">${value}</textarea>`
    }
  </p>`;
}

function idOf(field: AnswerField): string {
  return field.replace('.', '-');
}
