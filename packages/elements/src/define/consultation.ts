import { CnrConsultation } from '../consultation/consultation.js';
import { define } from './define.js';

define('cnr-consultation', CnrConsultation);
