// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { integer, object, text } from '../shape.js';
import { any } from '../shape-more.js';

export const challengeShape: Shape = object({
  altcha: object({ parameters: any, signature: text }),
  most: integer(0),
  waitSeconds: integer(0),
});
