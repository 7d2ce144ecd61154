import './provider.js';
import './consultation.js';
import './questionnaire.js';
import './support.js';
import './proposals.js';
import './meeting-map.js';
import './meeting.js';
import './registration.js';
import './map.js';
import './writing.js';
import './rest.js';
import './proof.js';

export type * from '../index.js';
