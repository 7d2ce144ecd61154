import { CnrMeetingMap } from '../meetings/meeting-map.js';
import { define } from './define.js';

define('cnr-meeting-map', CnrMeetingMap);

export type { CnrMeetingMap };
export type * from '../events.js';
