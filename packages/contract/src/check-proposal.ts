import { MAX_NAME } from './limits.js';
import { isDepartement } from './postal-code.js';
import type { ProposalPayload } from './proposal.js';
import type { ProposalRules } from './proposal-rules.js';

/** What its author writes. */
type Written = Pick<ProposalPayload, 'title' | 'text' | 'theme' | 'territory' | 'name'>;

/** A field that is not as it should be. */
export interface ProposalFault {
  field: keyof Written;
  code: 'blank' | 'too-long' | 'unknown-choice';
  /** Of `too-long`: what is allowed, in UTF-16 code units. */
  max?: number;
}

/** What is wrong with a proposal, by the definition's own limits, in the order of a form. */
export function checkProposal(rules: ProposalRules, written: Written): ProposalFault[] {
  const { title, text, theme, territory, name = '' } = written;
  const faults: ProposalFault[] = [];
  const measure = (field: keyof Written, value: string, max: number) => {
    if (value.length > max) faults.push({ field, code: 'too-long', max });
  };
  const fill = (field: keyof Written, value: string) => {
    if (value.trim() === '') faults.push({ field, code: 'blank' });
  };
  const choose = (field: keyof Written, known: boolean) => {
    if (!known) faults.push({ field, code: 'unknown-choice' });
  };
  fill('title', title);
  measure('title', title, rules.titleMaxLength);
  fill('text', text);
  measure('text', text, rules.textMaxLength);
  choose('theme', theme === undefined || rules.themes.some(({ id }) => id === theme));
  choose('territory', territory === undefined || isDepartement(territory));
  measure('name', name, MAX_NAME);
  return faults;
}
