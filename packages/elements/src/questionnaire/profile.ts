import type { Profile } from '@cnr-widgets/contract';
import { html, type TemplateResult } from 'lit';
import { instead } from '../instead.js';
import { renderDepartement } from './fields/values.js';
import { renderStep, type Screen } from './screen.js';
import type { Session } from './session.js';

/** The optional profile: coarse, and asked once a consultation. */
export function renderProfile(screen: Screen, session: Session): TemplateResult {
  const { t } = screen;
  const { as, departement } = session.profile;
  const change = (changed: { as?: Profile['as'] | undefined; departement?: string | undefined }) => {
    const merged = { as, departement, ...changed };
    screen.step(() => {
      session.profile = {
        ...(merged.as === undefined ? {} : { as: merged.as }),
        ...(merged.departement === undefined ? {} : { departement: merged.departement }),
      };
    });
  };
  const kinds = ['individual', 'elected', 'association', undefined] as const;
  return html`
    <form novalidate @submit=${instead(() => screen.step(() => session.next()))}>
      <div class="progress">${renderStep(screen, html`<span class="chapter">${t.profileTitle}</span>`)}</div>
      <p>${t.profileHint}</p>
      <div class="stack fields">
        <fieldset class="field">
          <legend class="title">${t.profileAs}</legend>
          <div class="choices">
            ${kinds.map(
              (kind) => html`
                <label class="choice">
                  <input
                    type="radio"
                    name="profile"
                    .checked=${as === kind}
                    @change=${() => change({ as: kind })}
                  />
                  <span>${kind ? t.profiles[kind] : t.profileUnsaid}</span>
                </label>
              `,
            )}
          </div>
        </fieldset>
        <div class="field">
          <label class="title" for="profile-departement">${t.profileDepartement}</label>
          ${renderDepartement('profile-departement', departement, {
            none: t.profileUnsaid,
            change: (code) => change({ departement: code === '' ? undefined : code }),
          })}
        </div>
      </div>
      <div class="actions">
        <button type="submit" class="primary">${t.next}</button>
        <button type="button" @click=${() => screen.step(() => session.back())}>${t.back}</button>
      </div>
    </form>
  `;
}
