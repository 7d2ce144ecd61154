import { attendances, leftFor, type PublishedConsultation } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderSelect } from '../../fields.js';
import { instead } from '../../instead.js';
import { renderNotice } from '../../notice.js';
import { placesFor, type Asked, type Fault, type TypedRegistration } from './typed.js';
import { renderErrors } from './errors-view.js';
import type { RegistrationMessages } from './messages.fr.js';

/** What the form renders from, and what its fields do. */
export interface FormView extends Asked {
  readonly t: RegistrationMessages;
  readonly published: PublishedConsultation;
  readonly typed: TypedRegistration;
  readonly faults: readonly Fault[];
  readonly correcting: boolean;
  readonly shared: boolean;
  readonly busy: boolean;
  readonly onChange: (changes: Partial<TypedRegistration>) => void;
  readonly onSend: () => void;
  readonly onFault: (field: keyof TypedRegistration) => void;
  /** Leaves what was sent as it was. */
  readonly onCancel: (() => void) | undefined;
}

export function renderForm(view: FormView): TemplateResult {
  const { t, rules, typed, busy, onChange, onCancel } = view;
  const numbers = Array.from({ length: rules.peopleMax }, (_, index) => String(index + 1));
  return html`
    ${renderErrors(t.errors, view.faults, view.onFault)}
    <form class="stack" novalidate @submit=${instead(view.onSend)}>
      ${renderName(view)} ${renderAttendance(view)}
      ${
        rules.peopleMax === 1
          ? nothing
          : html`<div class="few">
              ${renderFault(view, 'people')}
              ${renderSelect(
                'people',
                t.people,
                String(typed.people),
                numbers.map((number) => [number, number] as const),
                (people) => onChange({ people: Number(people) }),
                t.peopleHint,
                faultOf(view, 'people') !== undefined,
              )}
            </div>`
      }
      ${renderPrivacy(view)} ${view.shared ? html`<p class="note">${t.shared}</p>` : nothing}
      <div class="actions">
        <button type="submit" class="primary" part="action" aria-disabled=${busy ? 'true' : nothing}>
          ${busy ? t.sending : view.correcting ? t.sendCorrected : t.send}
        </button>
        ${onCancel ? html`<button type="button" @click=${onCancel}>${t.cancel}</button>` : nothing}
      </div>
    </form>
  `;
}

function faultOf({ faults }: FormView, field: keyof TypedRegistration): Fault | undefined {
  return faults.find((fault) => fault.field === field);
}

function renderFault(view: FormView, field: keyof TypedRegistration): TemplateResult | typeof nothing {
  const fault = faultOf(view, field);
  return fault ? html`<p class="fault" id="${field}-fault">${fault.sentence}</p>` : nothing;
}

function renderName(view: FormView): TemplateResult {
  const { t, typed, shared, onChange } = view;
  const fault = faultOf(view, 'firstName');
  return html`<div class="line">
    <label for="firstName">${t.firstName}</label>
    <p class="muted small" id="firstName-hint">${t.firstNameHint}</p>
    ${renderFault(view, 'firstName')}
    <input
      type="text"
      id="firstName"
      autocomplete=${shared ? 'off' : 'given-name'}
      aria-describedby="firstName-hint ${fault ? 'firstName-fault' : ''}"
      aria-invalid=${fault ? 'true' : nothing}
      aria-required="true"
      .value=${typed.firstName}
      @input=${(event: Event) => onChange({ firstName: (event.target as HTMLInputElement).value })}
    />
  </div>`;
}

/** How one comes, with the places that are left for it; where there is one way only, these alone. */
function renderAttendance(view: FormView): TemplateResult | typeof nothing {
  const { t, meeting, typed, onChange } = view;
  const ways = attendances(meeting);
  const left = (way: (typeof ways)[number]) => {
    const places = placesFor(view, way);
    return places === undefined
      ? t.noLimit
      : t.left(Number.isFinite(places) ? places : (leftFor(meeting, way) ?? 0));
  };
  if (ways.length === 1) {
    return html`<p>${ways.map((way) => t.only(way, left(way)))}</p>`;
  }
  const fault = faultOf(view, 'attendance');
  return html`<fieldset
    id="attendance"
    tabindex="-1"
    aria-describedby=${fault ? 'attendance-fault' : nothing}
  >
    <legend>${t.attendance}</legend>
    ${renderFault(view, 'attendance')}
    ${ways.map(
      (way) => html`
        <label class="choice">
          <input
            type="radio"
            name="attendance"
            aria-invalid=${fault ? 'true' : nothing}
            .checked=${typed.attendance === way}
            @change=${() => onChange({ attendance: way })}
          />
          <span>${t.ways[way]} <span class="muted">(${left(way)})</span></span>
        </label>
      `,
    )}
  </fieldset>`;
}

/** What is done with a name (GDPR, article 13): the first of it at sight, the rest to unfold. */
function renderPrivacy({ t, published, rules }: FormView): TemplateResult {
  const { notice, locale } = published.consultation;
  const { retentionDays } = rules;
  return html`<div class="privacy">
    <p class="small">${t.privacy(notice.controller, retentionDays)}</p>
    <details>
      <summary class="small">${t.noticeTitle}</summary>
      <div class="stack small">${renderNotice(notice, t.notice, locale, t.instead(retentionDays))}</div>
    </details>
  </div>`;
}
