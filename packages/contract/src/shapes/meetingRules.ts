// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { flag, integer, object } from '../shape.js';

export const meetingRulesShape: Shape = object(
  { 'retentionDays?': integer(0, 365), 'peopleMax?': integer(1, 20), 'contact?': flag },
  { retentionDays: 30, peopleMax: 5, contact: true },
);
