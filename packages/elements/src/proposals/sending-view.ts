import type { OutboxEntry } from '@cnr-widgets/client/outbox';
import { html, type TemplateResult } from 'lit';
import { outboxOf } from '../page-outbox.js';
import type { Correcting } from './forum.js';
import type { ForumPart } from './forum-part.js';

/**
 * What became of what was sent just now, in place of its form.
 * @param correcting what it was sent in the place of
 * @param reopen opens it again in the form; what cannot be corrected has no standing either, so its receipt stays folded
 */
export function renderSent(
  { activeLocale, device, forum, headingLevel }: ForumPart,
  entry: OutboxEntry,
  correcting?: Pick<Correcting, 'replaces'>,
  reopen?: (correcting: Correcting) => void,
): TemplateResult {
  return html`<cnr-entry
    id="done"
    .locale=${activeLocale}
    .headingLevel=${headingLevel}
    .forum=${forum}
    .entry=${entry}
    .outbox=${outboxOf(device)}
    .fresh=${reopen !== undefined}
    .reopen=${reopen}
    .replaces=${correcting?.replaces ?? false}
  ></cnr-entry>`;
}
