// What a questionnaire may come to need besides itself.
import './about.js';
import './receipt.js';
import './refusal.js';
import './outbox.js';
