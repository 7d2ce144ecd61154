import type { Contribution } from './contribution.js';

/** The receipt code of what this one replaces, when it corrects something. */
export function replacedBy({ payload }: Contribution): string | undefined {
  return 'replaces' in payload ? payload.replaces : undefined;
}
