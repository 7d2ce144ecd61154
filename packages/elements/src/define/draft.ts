import { CnrDraft } from '../draft/draft.js';
import { define } from './define.js';

define('cnr-draft', CnrDraft);
