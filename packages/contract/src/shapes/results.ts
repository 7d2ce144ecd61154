// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const resultsShape: Shape = {
  properties: {
    consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
    participants: { type: 'integer', min: 0 },
    questions: {
      items: {
        properties: {
          question: {},
          kind: {},
          title: {},
          shown: { type: 'integer', min: 0 },
          answered: { type: 'integer', min: 0 },
          skipped: { type: 'integer', min: 0 },
          'counts?': { items: { properties: { id: {}, label: {}, count: { type: 'integer', min: 0 } } } },
          'rows?': {
            items: {
              properties: {
                id: {},
                label: {},
                counts: { items: { properties: { id: {}, label: {}, count: { type: 'integer', min: 0 } } } },
              },
            },
          },
          'ranks?': {
            items: {
              properties: {
                id: {},
                label: {},
                positions: { items: { type: 'integer', min: 0 } },
                score: { type: 'integer', min: 0 },
              },
            },
          },
          'mean?': { anyOf: [{ type: 'null' }, { type: 'number' }] },
          'median?': { anyOf: [{ type: 'null' }, { type: 'number' }] },
        },
      },
    },
    territories: {
      items: {
        properties: {
          departement: { anyOf: [{ type: 'null' }, {}] },
          participants: { type: 'integer', min: 0 },
        },
      },
    },
  },
};
