// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { flag, instant, like, object, text } from '../shape.js';

export const receiptShape: Shape = object({
  id: text,
  consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  contentHash: like(/^[0-9a-f]{64}$/),
  receivedAt: instant,
  late: flag,
  code: like(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/),
});
