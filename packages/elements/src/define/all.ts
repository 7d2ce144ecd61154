import './provider.js';
import './consultation.js';
import './questionnaire.js';
import './rest.js';
