import { CnrStanding } from '../standing/standing.js';
import { define } from './define.js';

define('cnr-standing', CnrStanding);
