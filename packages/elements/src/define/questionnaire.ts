import { CnrQuestionnaire } from '../questionnaire/questionnaire.js';
import { define } from './define.js';

define('cnr-questionnaire', CnrQuestionnaire);

export type { CnrQuestionnaire };
export type * from '../events.js';
