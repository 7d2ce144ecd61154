// What a card or a questionnaire may come to need besides itself.
import './about.js';
import './draft.js';
import './outbox.js';
import './receipt.js';
import './refusal.js';
import './standing.js';

export { fitting } from '../questionnaire/fitting.js';
export { followCard, followQuestionnaire } from '../history/load-history.js';
