import type { Choice, RankingQuestion } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderGroup, type Field } from './field.js';

/** Buttons alone: what can only be dragged is out of reach of a keyboard (WCAG 2.2, 2.5.7). */
export function renderRanking(field: Field<RankingQuestion>): TemplateResult {
  const { question, t } = field;
  const order = field.value?.order ?? [];
  const full = question.max !== undefined && order.length >= question.max;
  const ranked = order.flatMap((id) => question.choices.find((choice) => choice.id === id) ?? []);
  const others = question.choices.filter((choice) => !order.includes(choice.id));
  const answer = (ids: readonly string[]) =>
    field.answer(ids.length === 0 ? null : { kind: 'ranking', order: [...ids] });

  const add = (choice: Choice) => {
    answer([...order, choice.id]);
    field.announce(t.rankMoved(choice.label, order.length + 1));
    const index = others.indexOf(choice);
    const next = others[index + 1] ?? others[index - 1];
    const last = question.max !== undefined && order.length + 1 >= question.max;
    field.focus(
      next === undefined || last ? `#up-${question.id}-${choice.id}` : `#add-${question.id}-${next.id}`,
    );
  };
  const move = (choice: Choice, by: 1 | -1) => {
    const from = order.indexOf(choice.id);
    const to = from + by;
    const other = order[to];
    if (other === undefined) return;
    answer(order.with(to, choice.id).with(from, other));
    field.announce(t.rankMoved(choice.label, to + 1));
    field.focus(`#${by === 1 ? 'down' : 'up'}-${question.id}-${choice.id}`);
  };
  const remove = (choice: Choice) => {
    answer(order.filter((id) => id !== choice.id));
    field.announce(t.rankRemoved(choice.label));
    field.focus(`#add-${question.id}-${choice.id}`);
  };
  const iconButton = (id: string, name: string, icon: string, off: boolean, act: () => void) => html`
    <button
      type="button"
      class="icon"
      id=${id}
      aria-label=${name}
      aria-disabled=${off ? 'true' : nothing}
      @click=${act}
    >
      <span aria-hidden="true">${icon}</span>
    </button>
  `;

  return renderGroup(
    field,
    hint(),
    html`
      <p class="sub">${t.rankYours}</p>
      ${
        ranked.length === 0
          ? html`<p class="muted">${t.rankNone}</p>`
          : html`<ol class="ranked">
              ${ranked.map(
                (choice, index) => html`
                  <li>
                    <span class="place" aria-hidden="true">${index + 1}</span>
                    <span class="label">${choice.label}</span>
                    ${iconButton(
                      `up-${question.id}-${choice.id}`,
                      t.rankUp(choice.label),
                      '↑',
                      index === 0,
                      () => move(choice, -1),
                    )}
                    ${iconButton(
                      `down-${question.id}-${choice.id}`,
                      t.rankDown(choice.label),
                      '↓',
                      index === ranked.length - 1,
                      () => move(choice, 1),
                    )}
                    ${iconButton(
                      `remove-${question.id}-${choice.id}`,
                      t.rankRemove(choice.label),
                      '×',
                      false,
                      () => remove(choice),
                    )}
                  </li>
                `,
              )}
            </ol>`
      }
      ${
        others.length === 0 || full
          ? nothing
          : html`
              <p class="sub">${t.rankOthers}</p>
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
                        <span class="place" aria-hidden="true">+</span> ${choice.label}
                      </button>
                    </li>
                  `,
                )}
              </ul>
            `
      }
    `,
  );

  function hint(): string {
    const { min, max, choices } = question;
    const most = max !== undefined && max < choices.length ? max : undefined;
    const fewest = min !== undefined && min > 1 ? min : undefined;
    const count =
      fewest !== undefined
        ? most === undefined
          ? t.chooseAtLeast(fewest)
          : t.chooseBetween(fewest, most)
        : most === undefined
          ? ''
          : t.chooseAtMost(most);
    return `${t.rankHint} ${count}`.trim();
  }
}
