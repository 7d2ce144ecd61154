import type { AnswerValue, Item, Question } from '@cnr-widgets/contract';
import { html, nothing, render, type TemplateResult } from 'lit';
import { instead } from '../instead.js';
import { faultSentence, fieldId } from './fields/field.js';
import { renderInfo } from './fields/info.js';
import { renderQuestion } from './fields/render-question.js';
import { pressedOnce, renderStep, type Screen } from './screen.js';
import type { Session } from './session.js';

/** One page of the questionnaire: a question, or a chapter with its questions. */
export function renderPage(screen: Screen, session: Session): TemplateResult {
  const { t } = screen;
  const { page } = session;
  const { total } = session.progress;
  const questions = page.items.filter((item) => item.kind !== 'info');
  const skippable =
    questions.length === 1 &&
    page.items.length === 1 &&
    questions.every((question) => question.required !== true && session.value(question.id) === undefined);
  screen.fields.className = 'stack fields';
  render(
    page.items.map((item) =>
      item.kind === 'info' ? renderInfo(item, t, screen.written, screen.headingLevel + 1) : field(item),
    ),
    screen.fields,
  );
  return html`
    <form novalidate @submit=${instead(() => screen.step(() => session.next()))}>
      ${renderHeading(screen, session)} ${renderErrorSummary(screen, session)} ${screen.fields}
      <div class="actions">
        <button type="submit" class="primary" data-focus-target @click=${pressedOnce()}>${t.next}</button>
        ${
          session.isFirst
            ? nothing
            : html`<button type="button" @click=${() => screen.step(() => session.back())}>${t.back}</button>`
        }
        ${
          skippable
            ? html`<button
                type="button"
                class="quiet"
                @click=${pressedOnce(() => screen.step(() => session.skip()))}
              >
                ${t.skip}
              </button>`
            : nothing
        }
      </div>
      <cnr-draft
        class="draft"
        .locale=${screen.locale}
        .place=${{ descriptor: screen.backend.descriptor, consultation: screen.participation.id }}
        .content=${{ ...session.state, replaces: session.replaces, definitionVersion: screen.published.version }}
        .keeping=${screen.participation.keepsDraft}
        .keep=${screen.participation.keepDraft}
      ></cnr-draft>
    </form>
  `;

  function field(question: Question): TemplateResult {
    return renderQuestion({
      question,
      value: session.value(question.id),
      typed: session.typed(question.id),
      fault: session.faultOf(question.id),
      t,
      written: screen.written,
      locale: screen.locale,
      shared: screen.shared,
      announce: screen.announce,
      focus: screen.focus,
      answer: (value: AnswerValue | null, typed?: string) => {
        const before = total;
        const known = session.faultOf(question.id);
        screen.step(() => session.answer(question, value, typed));
        const fault = session.faultOf(question.id);
        // Said once, while it is typed; the list of what is to be mended waits for "Continuer".
        if (fault && !known) screen.announce(faultSentence(t, question.kind, fault, screen.locale));
        const now = session.progress.total;
        if (now !== before) screen.announce(t.totalChanged(now));
      },
    });
  }
}

function renderHeading(screen: Screen, session: Session): TemplateResult {
  const { t } = screen;
  const { page } = session;
  const { position, total } = session.progress;
  const questions = page.items.filter((item) => item.kind !== 'info');
  const chapter = page.items.find((item): item is Extract<Item, { kind: 'info' }> => item.kind === 'info');
  const last = position + questions.length - 1;
  const count =
    questions.length === 0
      ? t.chapter
      : questions.length === 1
        ? t.question(position, total)
        : t.questions(position, last, total);
  return html`
    <div class="progress">
      ${renderStep(
        screen,
        html`<span class="count">${count}</span>${
            chapter === undefined
              ? nothing
              : html`<span class="visually-hidden">${': '}</span
                  ><span class="chapter" lang=${screen.written}>${chapter.title}</span>`
          }`,
      )}
      <progress
        max=${total}
        value=${Math.max(questions.length === 0 ? position : last, 0)}
        aria-hidden="true"
      ></progress>
    </div>
  `;
}

function renderErrorSummary(screen: Screen, session: Session): TemplateResult {
  const { t } = screen;
  const faults = (session.stopped ? session.page.items : []).flatMap((item) => {
    const fault = item.kind === 'info' ? undefined : session.faultOf(item.id);
    return fault === undefined ? [] : [{ item, fault }];
  });
  // The live region stands before its text does: one that arrives together with it is often not read.
  return html`<div role="alert" class="alert">
    ${
      faults.length === 0
        ? nothing
        : html`<div class="note error" id="errors" tabindex="-1">
            <p class="strong">${t.errorSummary(faults.length)}</p>
            <ul>
              ${faults.map(
                ({ item, fault }) => html`
                  <li>
                    <a href="#${fieldId(item)}" @click=${instead(() => screen.focus(firstControl(item)))}
                      >${item.title} – ${faultSentence(t, item.kind, fault, screen.locale)}</a
                    >
                  </li>
                `,
              )}
            </ul>
          </div>`
    }
  </div>`;
}

function firstControl(item: Item): string {
  return `#${fieldId(item)} :is(input, textarea, select, button)`;
}
