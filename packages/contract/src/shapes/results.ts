// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { integer, like, list, object, text } from '../shape.js';
import { number, orNull } from '../shape-more.js';

export const resultsShape: Shape = object({
  consultation: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  participants: integer(0),
  questions: list(
    object({
      question: text,
      kind: text,
      title: text,
      shown: orNull(integer(0)),
      answered: orNull(integer(0)),
      skipped: orNull(integer(0)),
      'counts?': list(object({ id: text, label: text, count: orNull(integer(0)) })),
      'rows?': list(
        object({
          id: text,
          label: text,
          counts: list(object({ id: text, label: text, count: orNull(integer(0)) })),
        }),
      ),
      'ranks?': list(
        object({ id: text, label: text, positions: list(orNull(integer(0))), score: orNull(integer(0)) }),
      ),
      'mean?': orNull(number),
      'median?': orNull(number),
    }),
  ),
  territories: list(object({ departement: orNull(text), participants: integer(0) })),
});
