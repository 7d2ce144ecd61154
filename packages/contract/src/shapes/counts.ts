// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { integer, object } from '../shape.js';

export const countsShape: Shape = object({ participants: integer(0) });
