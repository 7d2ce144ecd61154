// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const supportCountsShape: Shape = {
  properties: {
    version: { type: 'integer', min: 0 },
    phase: { enum: ['upcoming', 'open', 'analysis', 'results', 'followed-up'] },
    'supportsPerPerson?': { type: 'integer', min: 0 },
    supports: {
      items: {
        properties: { subject: {}, title: {}, count: { type: 'integer', min: 0 }, open: { type: 'boolean' } },
      },
    },
    countedAt: { type: 'date-time' },
  },
};
