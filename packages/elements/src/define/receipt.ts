import { CnrReceipt } from '../receipt/receipt.js';
import { define } from './define.js';

define('cnr-receipt', CnrReceipt);

export type { CnrReceipt };
export type * from '../events.js';
