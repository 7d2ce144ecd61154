import { CnrOutbox } from '../outbox/outbox.js';
import { define } from './define.js';

define('cnr-outbox', CnrOutbox);

export type { CnrOutbox };
export type * from '../events.js';
