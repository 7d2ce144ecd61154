import './provider.js';
import './consultation.js';
import './questionnaire.js';
import './support.js';
import './proposals.js';
import './writing.js';
import './rest.js';
import './proof.js';
