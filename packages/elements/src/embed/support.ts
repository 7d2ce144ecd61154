/** The script-tag entry of a page that carries support buttons and nothing else of ours. */
import '../define/support.js';

// The adapter loads it when it is called, which other pages seldom do; here it is in the same file, and one request less.
export { parseSupportCounts } from '@cnr-widgets/contract/support-counts';
export type { CnrSupport } from '../support/support.js';
export type * from '../events.js';
