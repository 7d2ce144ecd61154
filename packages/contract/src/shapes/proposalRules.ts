// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const proposalRulesShape: Shape = {
  properties: {
    'asks?': { enum: ['proposals', 'questions'], default: 'proposals' },
    moderation: { enum: ['before', 'after'] },
    'perWeek?': { type: 'integer', min: 1, max: 50, default: 1 },
    'titleMaxLength?': { type: 'integer', min: 20, max: 200, default: 120 },
    'textMaxLength?': { type: 'integer', min: 100, max: 10000, default: 2000 },
    'comments?': { type: 'boolean', default: false },
    'supportsPerPerson?': { type: 'integer', min: 1, max: 1000 },
    'charter?': {},
    'themes?': {
      items: { properties: { id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ }, label: {} } },
      default: [],
    },
  },
};
