// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const problemShape: Shape = {
  properties: {
    'type?': { default: 'about:blank' },
    title: {},
    status: { type: 'integer', min: 0 },
    code: {},
    'detail?': {},
    'errors?': { items: { properties: { path: {}, code: {}, 'message?': {} } } },
    'limit?': { properties: { max: { type: 'integer', min: 0 }, 'until?': {} } },
    'challenge?': { type: 'any' },
  },
};
