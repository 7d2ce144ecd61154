// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const receiptShape: Shape = {
  properties: {
    id: {},
    consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
    contentHash: { pattern: /^[0-9a-f]{64}$/ },
    receivedAt: { type: 'date-time' },
    late: { type: 'boolean' },
    code: { pattern: /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/ },
  },
};
