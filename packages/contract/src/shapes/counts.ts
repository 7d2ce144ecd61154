// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const countsShape: Shape = { properties: { participants: { type: 'integer', min: 0 } } };
