import { MAX_NAME, type ProposalPayload } from '@cnr-widgets/contract';
import type { Forum } from '../forum.js';
import type { DepositMessages } from './messages.fr.js';

/** What stands in the form. Empty strings: nothing chosen or typed. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly theme: string;
  readonly territory: string;
  readonly name: string;
}

export const EMPTY: Draft = { title: '', text: '', theme: '', territory: '', name: '' };

/** A field that is not as it should be, and what is expected there. */
export interface Fault {
  readonly field: keyof Draft;
  readonly sentence: string;
}

export function draftOf({
  title,
  text,
  theme = '',
  territory = '',
  name = '',
}: Omit<ProposalPayload, 'pseudonym'>): Draft {
  return { title, text, theme, territory, name };
}

export function payloadOf(draft: Draft): Omit<ProposalPayload, 'pseudonym'> {
  const { theme, territory } = draft;
  const name = draft.name.trim();
  return {
    title: draft.title.trim(),
    text: draft.text.trim(),
    ...(theme && { theme }),
    ...(territory && { territory }),
    ...(name && { name }),
  };
}

/** What the definition's limits have against it, in the order of the form. */
export function faultsOf(
  { rules }: Forum,
  draft: Draft,
  { faults }: Pick<DepositMessages, 'faults'>,
): Fault[] {
  const title = draft.title.trim();
  const text = draft.text.trim();
  const over = { title: title.length - rules.titleMaxLength, text: text.length - rules.textMaxLength };
  const overName = draft.name.trim().length - MAX_NAME;
  return [
    ...(title === '' ? [{ field: 'title', sentence: faults.title[rules.asks] } as const] : []),
    ...(over.title > 0 ? [{ field: 'title', sentence: faults.titleLong(over.title) } as const] : []),
    ...(text === '' ? [{ field: 'text', sentence: faults.text[rules.asks] } as const] : []),
    ...(over.text > 0 ? [{ field: 'text', sentence: faults.textLong(over.text) } as const] : []),
    ...(overName > 0 ? [{ field: 'name', sentence: faults.nameLong(overName) } as const] : []),
  ];
}
