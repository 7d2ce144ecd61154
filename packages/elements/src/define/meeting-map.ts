import { CnrMeetingMap } from '../meetings/meeting-map.js';
import { CnrMeeting } from '../meetings/opened/meeting.js';
import { define } from './define.js';

define('cnr-meeting', CnrMeeting);
define('cnr-meeting-map', CnrMeetingMap);
