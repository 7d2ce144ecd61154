// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const commentPageShape: Shape = {
  properties: {
    comments: { items: { properties: { id: {}, text: {}, 'name?': {}, publishedOn: { type: 'date' } } } },
    'next?': {},
  },
};
