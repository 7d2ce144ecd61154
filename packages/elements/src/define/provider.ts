import { CnrProvider } from '../provider/provider.js';
import { define } from './define.js';

define('cnr-provider', CnrProvider);

export type { CnrProvider };
export type * from '../events.js';
