import { isEmpty, territoryName, type AnswerValue, type Question } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { submitted, type Screen } from './screen.js';
import type { Session } from './session.js';

/** Every answer before it leaves, each with a way to change it. */
export function renderReview(screen: Screen, session: Session): TemplateResult {
  const { t, participation } = screen;
  const questions = session.path.filter((item) => item.kind !== 'info');
  const change = (id: string) => () => screen.step(() => session.change(id));
  return html`
    <form novalidate @submit=${submitted(() => void participation.submit())}>
      <div class="progress">
        <h3 tabindex="-1" id="step"><span class="chapter">${t.reviewTitle}</span></h3>
      </div>
      <p>${t.reviewHint}</p>
      <dl class="review">
        ${questions.map((question) => renderRow(question.title, renderAnswer(question, session), change(question.id)))}
        ${
          session.questionnaire.profile === true
            ? renderRow(t.profileTitle, renderProfileAnswer(), change('profile'))
            : nothing
        }
      </dl>
      <div class="actions">
        <button type="submit" class="primary">
          ${session.replaces === undefined ? t.send : t.sendCorrection}
        </button>
        <button type="button" @click=${() => screen.step(() => session.back())}>${t.back}</button>
      </div>
    </form>
  `;

  function renderRow(title: string, answer: unknown, onChange: () => void): TemplateResult {
    return html`<div>
      <dt>${title}</dt>
      <dd>${answer}</dd>
      <dd class="change">
        <button type="button" class="quiet" aria-label=${t.changeNamed(title)} @click=${onChange}>
          ${t.change}
        </button>
      </dd>
    </div>`;
  }

  function renderAnswer(question: Question, { answers }: Session): unknown {
    const value = answers.get(question.id);
    if (value === undefined || value === null || isEmpty(value)) return html`<em>${t.reviewEmpty}</em>`;
    return describeAnswer(question, value, screen.locale);
  }

  function renderProfileAnswer(): unknown {
    const { as, departement } = session.profile;
    const kinds = {
      individual: t.profileIndividual,
      elected: t.profileElected,
      association: t.profileAssociation,
    };
    const parts = [
      ...(as === undefined ? [] : [kinds[as]]),
      ...(departement === undefined ? [] : [territoryName('departement', departement) ?? departement]),
    ];
    return parts.length === 0 ? html`<em>${t.reviewEmpty}</em>` : parts.join(', ');
  }
}

/** An answer in words, as its citizen gave it. */
export function describeAnswer(question: Question, value: AnswerValue, locale: string): unknown {
  const choices = 'choices' in question ? question.choices : [];
  const label = (id: string) => choices.find((choice) => choice.id === id)?.label ?? id;
  const withOther = (id: string, other: string | undefined) => {
    const isOther = choices.some((choice) => choice.id === id && choice.other === true);
    return isOther && other !== undefined ? `${label(id)} : ${other}` : label(id);
  };
  switch (value.kind) {
    case 'single':
      return withOther(value.choice, value.other);
    case 'multiple':
      return html`<ul>
        ${value.choices.map((id) => html`<li>${withOther(id, value.other)}</li>`)}
      </ul>`;
    case 'text':
      return html`<span class="written">${value.text}</span>`;
    case 'texts':
      return html`<ul>
        ${value.texts.filter((text) => text !== '').map((text) => html`<li>${text}</li>`)}
      </ul>`;
    case 'scale': {
      const named = question.kind === 'scale' ? question.labels?.[value.value - question.min] : undefined;
      return named ?? String(value.value);
    }
    case 'number': {
      const unit = question.kind === 'number' && question.unit !== undefined ? ` ${question.unit}` : '';
      return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value.value)}${unit}`;
    }
    case 'ranking':
      return html`<ol>
        ${value.order.map((id) => html`<li>${label(id)}</li>`)}
      </ol>`;
    case 'matrix':
      return html`<ul>
        ${value.rows.map(({ row, column }) => {
          const matrix = question.kind === 'matrix' ? question : undefined;
          const rowLabel = matrix?.rows.find(({ id }) => id === row)?.label ?? row;
          const columnLabel = matrix?.columns.find(({ id }) => id === column)?.label ?? column;
          return html`<li>${rowLabel} : ${columnLabel}</li>`;
        })}
      </ul>`;
    case 'date':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(value.date),
      );
    case 'territory': {
      const name = territoryName('departement', value.departement) ?? value.departement;
      return value.postalCode === undefined ? name : `${value.postalCode} (${name})`;
    }
  }
}
