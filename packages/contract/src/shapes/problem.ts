// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { integer, list, object, text } from '../shape.js';
import { any } from '../shape-more.js';

export const problemShape: Shape = object(
  {
    'type?': text,
    title: text,
    status: integer(0),
    code: text,
    'detail?': text,
    'errors?': list(object({ path: text, code: text, 'message?': text })),
    'limit?': object({ max: integer(0), 'until?': text }),
    'challenge?': any,
  },
  { type: 'about:blank' },
);
