import { CnrReceipt } from '../receipt/receipt.js';
import { define } from './define.js';

define('cnr-receipt', CnrReceipt);
