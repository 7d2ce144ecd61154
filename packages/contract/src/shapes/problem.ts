// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { integer, list, object, text } from '../shape.js';

export const problemShape: Shape = object(
  {
    'type?': text,
    title: text,
    status: integer(0),
    code: text,
    'detail?': text,
    'errors?': list(object({ path: text, code: text, 'message?': text })),
  },
  { type: 'about:blank' },
);
