import { CnrConsultation } from '../consultation/consultation.js';
import { define } from './define.js';

define('cnr-consultation', CnrConsultation);

export type { CnrConsultation };
export type * from '../events.js';
