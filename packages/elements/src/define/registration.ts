// What citizens come to besides reading of meetings: to register, and what became of it.
import { CnrContact } from '../meetings/registering/contact.js';
import { CnrRegistration } from '../meetings/registering/registration.js';
import { define } from './define.js';
import './outbox.js';
import './receipt.js';
import './refusal.js';

define('cnr-contact', CnrContact);
define('cnr-registration', CnrRegistration);
