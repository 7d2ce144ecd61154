import { isEmpty, departementName, type AnswerValue, type Question } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatNumber } from '../format.js';
import { instead } from '../instead.js';
import { renderStep, type Screen } from './screen.js';
import type { Session } from './session.js';

/** Every answer before it leaves, each with a way to change it. */
export function renderReview(screen: Screen, session: Session): TemplateResult {
  const { t, participation } = screen;
  return html`
    <form novalidate @submit=${instead(() => void participation.submit())}>
      <div class="progress">${renderStep(screen, html`<span class="chapter">${t.reviewTitle}</span>`)}</div>
      ${renderAnswers(screen, session)}
      <div class="actions">
        <button type="submit" class="primary">
          ${session.replaces === undefined ? t.send : t.sendCorrection}
        </button>
        <button type="button" @click=${() => screen.step(() => session.back())}>${t.back}</button>
      </div>
    </form>
  `;
}

/** Each question with its answer in words; a print has them beside the receipt too. */
export function renderAnswers(screen: Screen, session: Session): TemplateResult {
  const { t, written } = screen;
  const questions = session.path.filter((item) => item.kind !== 'info');
  const change = (id: string) => () => screen.step(() => session.change(id));
  return html`<dl class="review">
    ${questions.map((question) =>
      renderRow(question.title, renderAnswer(question), change(question.id), written),
    )}
    ${
      session.questionnaire.profile === true
        ? renderRow(t.profileTitle, renderProfileAnswer(), change('profile'))
        : nothing
    }
  </dl>`;

  /** @param lang of the title, where the organiser wrote it */
  function renderRow(title: string, answer: unknown, onChange: () => void, lang?: string): TemplateResult {
    return html`<div>
      <dt lang=${lang ?? nothing}>${title}</dt>
      <dd>${answer}</dd>
      <dd class="change">
        <button type="button" class="quiet" aria-label=${t.changeNamed(title)} @click=${onChange}>
          ${t.change}
        </button>
      </dd>
    </div>`;
  }

  function renderAnswer(question: Question): unknown {
    const value = session.value(question.id);
    const words = value && !isEmpty(value) ? inWords(question, value, screen.locale) : '';
    if (words === '') return html`<em>${t.reviewEmpty}</em>`;
    return typeof words === 'string'
      ? html`<span class="written" lang=${written}>${words}</span>`
      : html`<ul class=${question.kind} lang=${written}>
          ${words.map((word) => html`<li>${word}</li>`)}
        </ul>`;
  }

  function renderProfileAnswer(): unknown {
    const { as, departement } = session.profile;
    const parts = [as && t.profiles[as], departement && departementName(departement)].filter(Boolean);
    return parts.length === 0 ? html`<em>${t.reviewEmpty}</em>` : parts.join(', ');
  }
}

/** An answer in words, as its citizen gave it: a sentence, or a list of them. */
function inWords(question: Question, value: AnswerValue, locale: string): string | string[] {
  const named = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((one) => one.id === id)?.label ?? id;
  const choice = (id: string) => {
    const chosen = 'choices' in question ? question.choices.find((one) => one.id === id) : undefined;
    const other = chosen?.other && 'other' in value ? value.other : undefined;
    return `${chosen?.label ?? id}${other ? ` – ${other}` : ''}`;
  };
  switch (value.kind) {
    case 'single':
      return choice(value.choice);
    case 'multiple':
      return value.choices.map(choice);
    case 'ranking':
      return value.order.map((id, index) => `${index + 1}. ${choice(id)}`);
    case 'text':
      return value.text;
    case 'texts':
      return value.texts.filter(Boolean);
    case 'scale':
      return (question.kind === 'scale' && question.labels?.[value.value - question.min]) || `${value.value}`;
    case 'number':
      return `${formatNumber(value.value, locale)} ${(question.kind === 'number' && question.unit) || ''}`;
    case 'matrix':
      return question.kind === 'matrix'
        ? value.rows.map(
            ({ row, column }) => `${named(question.rows, row)} – ${named(question.columns, column)}`,
          )
        : [];
    case 'date':
      return formatDay(value.date, locale, 'UTC');
    case 'territory': {
      const name = departementName(value.departement) ?? value.departement;
      return value.postalCode ? `${value.postalCode} (${name})` : name;
    }
  }
}
