import { departementName, type ProposalSummary } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../format.js';
import type { Forum } from './forum.js';

/** Theme, département, day and what else there is to say of a proposal, on one line; first where it stands. */
export function renderFacts(
  { rules }: Forum,
  locale: string,
  { theme, territory, publishedOn }: Pick<ProposalSummary, 'theme' | 'territory' | 'publishedOn'>,
  more: readonly (string | false | undefined)[],
  badge?: { readonly status: string; readonly words: string },
): TemplateResult {
  const parts = [
    rules.themes.find(({ id }) => id === theme)?.label,
    territory && departementName(territory),
    formatDay(publishedOn, locale, 'UTC'),
    ...more,
  ];
  return html`<p class="facts small">
    ${badge?.words ? html`<strong class="badge ${badge.status}">${badge.words}</strong>` : nothing}
    <span class="muted">${parts.filter(Boolean).join(' · ')}</span>
  </p>`;
}
