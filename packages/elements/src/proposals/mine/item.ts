import { idIn } from '@cnr-widgets/contract';
import type { Outbox, OutboxEntry } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Correcting, Forum } from '../forum.js';
import type { MineMessages } from './messages.fr.js';

/** In the order of the page. */
const KINDS = ['proposal', 'support', 'comment', 'report'] as const;
type Kind = (typeof KINDS)[number];

/** What the lists of a device's own contributions render from. */
export interface MineView {
  readonly t: MineMessages;
  readonly locale: string;
  readonly forum: Forum;
  readonly outbox: Outbox | undefined;
  readonly headingLevel: number;
  readonly entries: readonly OutboxEntry[];
  /** What was seen supported here stays, so that a support taken back by mistake can be given again. */
  readonly supported: Set<string>;
  readonly onRead: ((id: string) => void) | undefined;
  readonly onReopen: (correcting: Correcting) => void;
}

/** One list a kind, the latest first. */
export function renderSections(view: MineView): unknown {
  const { t, forum, headingLevel } = view;
  const shown = withLastPresses(view);
  return KINDS.map((kind) => {
    const own = shown.filter((entry) => entry.kind === kind);
    if (own.length === 0) return nothing;
    return html`<section>
      <h4 aria-level=${headingLevel}>${t.sections[kind](forum.noun)}</h4>
      <ul>
        ${repeat(
          own,
          // Each press is an entry of its own, under the same button.
          ({ id, keep }) => (kind === 'support' ? (keep?.subject ?? id) : id),
          (entry) => html`<li>${renderEntry(view, kind, entry)}</li>`,
        )}
      </ul>
    </section>`;
  });
}

/** Of each support button the last press, where it was for supporting when this page first saw it. */
function withLastPresses({ entries, supported }: MineView): OutboxEntry[] {
  const last = new Map<string | undefined, OutboxEntry>();
  for (const entry of entries) {
    const before = last.get(entry.keep?.subject);
    if (entry.kind === 'support' && (before?.keep?.revision ?? 0) <= (entry.keep?.revision ?? 0))
      last.set(entry.keep?.subject, entry);
  }
  for (const [subject = '', { keep }] of last) if (keep?.on) supported.add(subject);
  const given = new Set(
    [...last].flatMap(([subject = '', entry]) => (supported.has(subject) ? [entry] : [])),
  );
  return entries.filter((entry) => entry.kind !== 'support' || given.has(entry));
}

function renderEntry(view: MineView, kind: Kind, entry: OutboxEntry): TemplateResult {
  const { t, locale, forum, onRead } = view;
  const { subject = '', title = t.untitled } = entry.keep ?? {};
  const [, id] = /^proposal:(.+)$/.exec(subject) ?? [];
  const own = kind === 'proposal' || kind === 'support';
  return html`
    <p class="strong">${own ? title : t.on(title)}</p>
    ${
      kind === 'support'
        ? html`<cnr-support
              .backend=${forum.backend}
              .locale=${locale}
              consultation=${forum.published.consultation.id}
              subject=${subject}
              label=${title}
              .knownOn=${entry.keep?.on === true && entry.state !== 'refused'}
            ></cnr-support>
            <p>
              <button
                type="button"
                class="quiet"
                aria-label=${t.readNamed(title)}
                @click=${() => onRead?.(idIn(subject))}
              >
                ${t.read}
              </button>
            </p>`
        : html`<cnr-entry
            .locale=${locale}
            .headingLevel=${view.headingLevel + 1}
            .forum=${forum}
            .entry=${entry}
            .outbox=${view.outbox}
            .reopen=${view.onReopen}
            .read=${id === undefined ? undefined : () => view.onRead?.(id)}
          ></cnr-entry>`
    }
  `;
}
