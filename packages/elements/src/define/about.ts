import { CnrAbout } from '../about/about.js';
import { define } from './define.js';

define('cnr-about', CnrAbout);
