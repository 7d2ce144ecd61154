import { CnrSupport } from '../support/support.js';
import { define } from './define.js';

define('cnr-support', CnrSupport);

export type { CnrSupport };
export type * from '../events.js';
