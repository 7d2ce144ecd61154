import { CnrSupport } from '../support/support.js';
import { define } from './define.js';

define('cnr-support', CnrSupport);
