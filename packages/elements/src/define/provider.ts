import { CnrProvider } from '../provider/provider.js';
import { define } from './define.js';

define('cnr-provider', CnrProvider);
