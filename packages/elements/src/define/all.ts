import './provider.js';
import './consultation.js';
import './about.js';
import './questionnaire.js';
import './receipt.js';
import './refusal.js';
import './outbox.js';
