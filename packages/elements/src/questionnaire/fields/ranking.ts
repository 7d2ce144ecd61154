import type { Choice, RankingQuestion } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { countHint, renderGroup, type Field } from './field.js';

/** Buttons alone: what can only be dragged is out of reach of a keyboard (WCAG 2.2, 2.5.7). */
export function renderRanking(field: Field<RankingQuestion>): TemplateResult {
  const { question, t } = field;
  const order = field.value?.order ?? [];
  const full = question.max !== undefined && order.length >= question.max;
  const ranked = order.flatMap((id) => question.choices.find((choice) => choice.id === id) ?? []);
  const others = question.choices.filter((choice) => !order.includes(choice.id));
  const answer = (ids: readonly string[]) =>
    field.answer(ids.length > 0 ? { kind: 'ranking', order: [...ids] } : null);

  const add = (choice: Choice) => {
    answer([...order, choice.id]);
    field.announce(t.rankMoved(choice.label, order.length + 1));
    const index = others.indexOf(choice);
    const next = others[index + 1] ?? others[index - 1];
    const last = question.max !== undefined && order.length + 1 >= question.max;
    field.focus(!next || last ? `#up-${question.id}-${choice.id}` : `#add-${question.id}-${next.id}`);
  };
  const move = (choice: Choice, by: 1 | -1) => {
    const from = order.indexOf(choice.id);
    const to = from + by;
    const other = order[to];
    if (!other) return;
    answer(order.with(to, choice.id).with(from, other));
    field.announce(t.rankMoved(choice.label, to + 1));
    field.focus(`#${by === 1 ? 'down' : 'up'}-${question.id}-${choice.id}`);
  };
  const up = (choice: Choice) => move(choice, -1);
  const down = (choice: Choice) => move(choice, 1);
  const remove = (choice: Choice) => {
    answer(order.filter((id) => id !== choice.id));
    field.announce(t.rankRemoved(choice.label));
    field.focus(`#add-${question.id}-${choice.id}`);
  };
  const iconButton = (
    what: 'up' | 'down' | 'remove',
    choice: Choice,
    name: (label: string) => string,
    icon: string,
    act: (choice: Choice) => void,
    off = false,
  ) => html`
    <button
      type="button"
      class="icon"
      id="${what}-${question.id}-${choice.id}"
      aria-label=${name(choice.label)}
      aria-disabled=${off || nothing}
      @click=${() => act(choice)}
    >
      <span aria-hidden="true">${icon}</span>
    </button>
  `;

  return renderGroup(
    field,
    `${t.rankHint} ${countHint(t, question) ?? ''}`,
    html`
      <p class="strong">${t.rankYours}</p>
      ${
        ranked.length === 0
          ? html`<p class="muted">${t.rankNone}</p>`
          : html`<ol class="ranked">
              ${ranked.map(
                (choice, index) => html`
                  <li>
                    <span class="place" aria-hidden="true">${index + 1}</span>
                    <span class="label" lang=${field.written}>${choice.label}</span>
                    ${iconButton('up', choice, t.rankUp, '↑', up, !index)}
                    ${iconButton('down', choice, t.rankDown, '↓', down, index === ranked.length - 1)}
                    ${iconButton('remove', choice, t.rankRemove, '×', remove)}
                  </li>
                `,
              )}
            </ol>`
      }
      ${
        others.length === 0 || full
          ? nothing
          : html`
              <p class="strong">${t.rankOthers}</p>
              <ul class="unranked">
                ${others.map(
                  (choice) => html`
                    <li>
                      <button
                        type="button"
                        id="add-${question.id}-${choice.id}"
                        aria-label=${t.rankAdd(choice.label, order.length + 1)}
                        @click=${() => add(choice)}
                      >
                        <span class="place" aria-hidden="true">+</span>
                        <span lang=${field.written}>${choice.label}</span>
                      </button>
                    </li>
                  `,
                )}
              </ul>
            `
      }
    `,
  );
}
