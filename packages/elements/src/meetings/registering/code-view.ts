import type { EntryState } from '@cnr-widgets/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptMessages } from '../../receipt/messages.fr.js';
import type { Site } from '../../site.js';
import type { Known } from './known.js';

/** Words of registrations where the meetings are listed. */
export interface KnownMessages {
  /** How this device's registration for a meeting stands. */
  readonly states: Readonly<Record<EntryState, string>>;
  readonly codeTitle: string;
  readonly codeFailed: string;
  readonly receipt: Partial<ReceiptMessages>;
}

/** The form for the code of a registration that was made on another device; its own file is fetched when it unfolds. */
export function renderCode(
  t: KnownMessages,
  { backend, published }: Site,
  locale: string,
  known: Known,
): TemplateResult {
  const { id, title } = published.consultation;
  return html`<details class="code" @toggle=${known.fetchCodeForm}>
    <summary>${t.codeTitle}</summary>
    ${known.codeForm === 'failed' ? html`<p class="note error" role="alert">${t.codeFailed}</p>` : nothing}
    <cnr-receipt
      .backend=${backend}
      .locale=${locale}
      .consultation=${id}
      .heading=${title}
      .published=${published}
      .words=${t.receipt}
      .correctWith=${known.read}
    ></cnr-receipt>
  </details>`;
}

/** That this device holds a registration for it. */
export function renderMark(t: KnownMessages, state: EntryState | undefined): TemplateResult | typeof nothing {
  return state === undefined ? nothing : html`<p class="small strong mark ${state}">${t.states[state]}</p>`;
}
