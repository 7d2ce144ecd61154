import { CnrRefusal } from '../refusal/refusal.js';
import { define } from './define.js';

define('cnr-refusal', CnrRefusal);
