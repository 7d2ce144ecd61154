import { checkProposal, type ProposalPayload } from '@cnr-widgets/contract';
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
  const payload = payloadOf(draft);
  return checkProposal(rules, payload).flatMap(({ field, code, max = 0 }): Fault[] => {
    const over = (payload[field]?.length ?? 0) - max;
    const sentences = {
      title: code === 'blank' ? faults.title[rules.asks] : faults.titleLong(over),
      text: code === 'blank' ? faults.text[rules.asks] : faults.textLong(over),
      name: faults.nameLong(over),
      // The form's lists hold nothing else.
      theme: undefined,
      territory: undefined,
    };
    const sentence = sentences[field];
    return sentence === undefined ? [] : [{ field, sentence }];
  });
}
