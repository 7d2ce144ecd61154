// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { list, object, text } from '../shape.js';
import { day } from '../shape-more.js';

export const commentPageShape: Shape = object({
  comments: list(object({ id: text, text: text, 'name?': text, publishedOn: day })),
  'next?': text,
});
