import './provider.js';
import './consultation.js';
import './questionnaire.js';
import './support.js';
import './rest.js';
