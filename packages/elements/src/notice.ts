import type { Notice } from '@cnr-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';

/** The words around a notice. */
export interface NoticeMessages {
  readonly controller: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly recipients: string;
  readonly retention: string;
  readonly rights: string;
  readonly dpo: string;
  readonly openData: string;
  readonly openDataYes: string;
  readonly openDataNo: string;
  readonly cnil: string;
}

/**
 * What the citizen is told before the first answer (GDPR, article 13).
 * @param written BCP 47, of the notice
 * @param instead what holds for something else than answers, in the language of the page
 */
export function renderNotice(
  notice: Notice,
  t: NoticeMessages,
  written: string,
  instead: Partial<Record<'purpose' | 'recipients' | 'retention' | 'openData', string>> = {},
): TemplateResult {
  const row = (name: string, value: unknown, lang: string | typeof nothing = written) =>
    html`<div>
      <dt>${name}</dt>
      <dd lang=${lang}>${value}</dd>
    </div>`;
  const either = (name: 'purpose' | 'recipients' | 'retention') =>
    row(t[name], instead[name] ?? notice[name], instead[name] === undefined ? written : nothing);
  return html`
    <dl class="notice">
      ${row(t.controller, notice.controller)} ${either('purpose')} ${row(t.legalBasis, notice.legalBasis)}
      ${either('recipients')} ${either('retention')} ${row(t.rights, renderContact(notice.rightsContact))}
      ${notice.dpoContact === undefined ? nothing : row(t.dpo, renderContact(notice.dpoContact))}
      ${row(t.openData, instead.openData ?? (notice.openData ? t.openDataYes : t.openDataNo), nothing)}
    </dl>
    <p><a href="https://www.cnil.fr/fr/plaintes" rel="noopener">${t.cnil}</a></p>
  `;
}

/** An e-mail address or an `https:` address; the check of the definition lets nothing else through. */
function renderContact(contact: string): TemplateResult {
  const href = contact.startsWith('https:') ? contact : `mailto:${contact}`;
  return html`<a href=${href} rel="noopener">${contact}</a>`;
}
