// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { integer, like, list, object, text } from '../shape.js';
import { day, oneOf } from '../shape-more.js';

const id: Shape = like(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

const address: Shape = like(
  /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
);

export const proposalShape: Shape = object({
  id: text,
  title: text,
  excerpt: text,
  'theme?': id,
  'territory?': like(/^(\d{2}|2[AB]|9[78]\d)$/),
  'name?': text,
  status: oneOf('published', 'selected', 'answered', 'archived'),
  publishedOn: day,
  supports: integer(0),
  comments: integer(0),
  text: text,
  history: list(object({ status: oneOf('published', 'selected', 'answered', 'archived'), date: day })),
  'answer?': object({
    author: text,
    date: day,
    'text?': text,
    'video?': object({ src: address, transcript: text, 'captions?': address, 'poster?': address }),
    'next?': text,
    'url?': address,
  }),
});
