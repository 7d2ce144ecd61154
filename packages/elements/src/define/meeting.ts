import { CnrMeeting } from '../meetings/opened/meeting.js';
import { define } from './define.js';

define('cnr-meeting', CnrMeeting);
