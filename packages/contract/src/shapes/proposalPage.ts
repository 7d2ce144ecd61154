// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const proposalPageShape: Shape = {
  properties: {
    proposals: {
      items: {
        properties: {
          id: {},
          title: {},
          excerpt: {},
          'theme?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
          'territory?': { pattern: /^(\d{2}|2[AB]|9[78]\d)$/ },
          'name?': {},
          status: { enum: ['published', 'selected', 'answered', 'archived'] },
          publishedOn: { type: 'date' },
          supports: { type: 'integer', min: 0 },
          comments: { type: 'integer', min: 0 },
        },
      },
    },
    total: { type: 'integer', min: 0 },
    'next?': {},
  },
};
