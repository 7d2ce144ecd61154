import { isOpen, MAX_NAME } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderMarkdown } from '../../markdown.js';
import { departements, renderSelect } from '../../fields.js';
import { instead } from '../../instead.js';
import type { Forum } from '../forum.js';
import type { Fault, TypedProposal } from './typed.js';
import type { DepositMessages } from './messages.fr.js';
import type { Similar } from './similar.js';

/** What the form renders from, and what its fields do. */
export interface FormView {
  readonly t: DepositMessages;
  readonly locale: string;
  readonly forum: Forum;
  readonly typed: TypedProposal;
  readonly faults: readonly Fault[];
  readonly similar: Similar;
  /** When the next one may be sent, where this device has sent all that it may. */
  readonly until: string | undefined;
  readonly headingLevel: number;
  readonly correcting: boolean;
  /** The browser is to keep nothing of it either. */
  readonly shared: boolean;
  readonly onChange: (changes: Partial<TypedProposal>) => void;
  readonly onReview: () => void;
  readonly onFault: (field: keyof TypedProposal) => void;
}

export function renderForm(view: FormView): TemplateResult {
  const { t, forum, typed, faults, onChange } = view;
  const { rules, noun } = forum;
  const { themes, perWeek, moderation, charter } = rules;
  return html`
    <p>${t.rules(perWeek, noun, moderation === 'before')}</p>
    ${view.until && !view.correcting ? html`<p class="note warning">${t.reached(view.until)}</p>` : nothing}
    ${
      charter
        ? html`<details open>
            <summary>${t.charter}</summary>
            <div class="stack charter" lang=${forum.published.consultation.locale}>
              ${renderMarkdown(charter, view.headingLevel + 1)}
            </div>
          </details>`
        : nothing
    }
    <div role="alert" class="alert">
      ${
        faults.length === 0
          ? nothing
          : html`<div class="note error" id="errors" tabindex="-1">
              <p class="strong">${t.errors(faults.length)}</p>
              <ul>
                ${faults.map(
                  ({ field, sentence }) =>
                    html`<li>
                      <a href="#${field}" @click=${instead(() => view.onFault(field))}>${sentence}</a>
                    </li>`,
                )}
              </ul>
            </div>`
      }
    </div>
    <form class="stack" novalidate @submit=${instead(view.onReview)}>
      ${renderText(view, 'title', t.titleLabel, t.titleHint(noun, !view.correcting), rules.titleMaxLength)}
      ${renderSimilar(view)} ${renderText(view, 'text', t.textLabel, t.textHint, rules.textMaxLength)}
      ${
        themes.length === 0
          ? nothing
          : renderSelect(
              'theme',
              t.theme,
              typed.theme,
              [['', t.noTheme], ...themes.map(({ id, label }) => [id, label] as const)],
              (theme) => onChange({ theme }),
            )
      }
      ${renderSelect('territory', t.territory, typed.territory, departements(t.noTerritory), (territory) =>
        onChange({ territory }),
      )}
      ${renderText(view, 'name', t.name, t.nameHint, MAX_NAME)}
      ${charter ? html`<p class="muted small">${t.charterAgreed}</p>` : nothing}
      <div class="actions"><button type="submit" class="primary">${t.review}</button></div>
    </form>
  `;
}

/** A line, or for the text a field of several lines, with its hint, its fault and what is left of its limit. */
function renderText(
  { t, typed, faults, shared, onChange }: FormView,
  field: 'title' | 'text' | 'name',
  label: string,
  hint: string,
  max: number,
): TemplateResult {
  const value = typed[field];
  const fault = faults.find((one) => one.field === field);
  const described = `${field}-hint ${fault ? `${field}-fault` : ''} ${field}-left`;
  const onInput = (event: Event) => onChange({ [field]: (event.target as HTMLInputElement).value });
  const invalid = fault ? 'true' : nothing;
  const required = field === 'name' ? nothing : 'true';
  return html`<div class="line">
    <label for=${field}>${label}</label>
    <p class="muted small" id="${field}-hint">${hint}</p>
    ${fault ? html`<p class="fault" id="${field}-fault">${fault.sentence}</p>` : nothing}
    ${
      field === 'text'
        ? html`<textarea
            id="text"
            rows="8"
            aria-describedby=${described}
            aria-invalid=${invalid}
            aria-required=${required}
            .value=${value}
            @input=${onInput}
          ></textarea>`
        : html`<input
            type="text"
            id=${field}
            autocomplete=${field === 'name' && !shared ? 'nickname' : 'off'}
            aria-describedby=${described}
            aria-invalid=${invalid}
            aria-required=${required}
            .value=${value}
            @input=${onInput}
          />`
    }
    <p class="small ${value.length > max ? 'fault' : 'muted'}" id="${field}-left">
      ${t.left(max - value.length)}
    </p>
  </div>`;
}

/** So that a citizen supports what is there already. Nothing here leads away from what was typed. */
function renderSimilar({ t, locale, forum, similar }: FormView): TemplateResult {
  const { found } = similar;
  return html`
    <p role="status" class="visually-hidden">
      ${found.length === 0 ? nothing : t.similarFound(found.length, forum.noun)}
    </p>
    ${
      found.length === 0
        ? nothing
        : html`<section class="note" aria-labelledby="similar">
            <p class="strong" id="similar">
              ${found.some(({ status }) => isOpen(status)) ? t.similarTitle : t.similarRead}
            </p>
            <ul class="similar">
              ${repeat(
                found,
                ({ id }) => id,
                ({ id, title, excerpt, status }) => {
                  const closed = isOpen(status) ? undefined : t.similarClosed[status];
                  return html`<li>
                    <details>
                      <summary>${title}</summary>
                      <p>${excerpt}</p>
                    </details>
                    ${
                      closed
                        ? html`<p class="strong">${closed(forum.noun)}</p>`
                        : html`<cnr-support
                            variant="compact"
                            .backend=${forum.backend}
                            .locale=${locale}
                            consultation=${forum.published.consultation.id}
                            subject="proposal:${id}"
                            label=${title}
                          ></cnr-support>`
                    }
                  </li>`;
                },
              )}
            </ul>
          </section>`
    }
  `;
}
