// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const challengeShape: Shape = {
  properties: {
    altcha: { properties: { parameters: { type: 'any' }, signature: {} } },
    most: { type: 'integer', min: 0 },
    waitSeconds: { type: 'integer', min: 0 },
  },
};
