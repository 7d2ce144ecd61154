import './provider.js';
import './consultation.js';
import './questionnaire.js';
import './outbox.js';
