import { CnrMap } from '../meetings/map/map.js';
import { define } from './define.js';

define('cnr-map', CnrMap);
