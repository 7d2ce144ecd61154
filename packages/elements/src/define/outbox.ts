import { CnrOutbox } from '../outbox/outbox.js';
import { define } from './define.js';

define('cnr-outbox', CnrOutbox);
