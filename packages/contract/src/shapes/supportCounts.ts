// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { flag, instant, integer, list, object, text } from '../shape.js';
import { oneOf } from '../shape-more.js';

export const supportCountsShape: Shape = object({
  version: integer(0),
  phase: oneOf('upcoming', 'open', 'analysis', 'results', 'followed-up'),
  'supportsPerPerson?': integer(0),
  supports: list(object({ subject: text, title: text, count: integer(0), open: flag })),
  countedAt: instant,
  'takenUntil?': instant,
});
