import { checkProposal, type ProposalPayload } from '@cnr-widgets/contract';
import type { Forum } from '../forum.js';
import type { DepositMessages } from './messages.fr.js';

/** What stands in the form. Empty strings: nothing chosen or typed. */
export interface TypedProposal {
  readonly title: string;
  readonly text: string;
  readonly theme: string;
  readonly territory: string;
  readonly name: string;
}

export const EMPTY: TypedProposal = { title: '', text: '', theme: '', territory: '', name: '' };

/** A field that is not as it should be, and what is expected there. */
export interface Fault {
  readonly field: keyof TypedProposal;
  readonly sentence: string;
}

export function typedIn({
  title,
  text,
  theme = '',
  territory = '',
  name = '',
}: Omit<ProposalPayload, 'pseudonym'>): TypedProposal {
  return { title, text, theme, territory, name };
}

export function payloadOf(typed: TypedProposal): Omit<ProposalPayload, 'pseudonym'> {
  const { theme, territory } = typed;
  const name = typed.name.trim();
  return {
    title: typed.title.trim(),
    text: typed.text.trim(),
    ...(theme && { theme }),
    ...(territory && { territory }),
    ...(name && { name }),
  };
}

/** What the definition's limits have against it, in the order of the form. */
export function faultsOf(
  { rules }: Forum,
  typed: TypedProposal,
  { faults }: Pick<DepositMessages, 'faults'>,
): Fault[] {
  const payload = payloadOf(typed);
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
