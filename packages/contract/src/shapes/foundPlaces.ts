// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { like, list, object, text } from '../shape.js';
import { kinds, number, oneOf } from '../shape-more.js';

export const foundPlacesShape: Shape = object({
  places: list(
    kinds('kind', {
      commune: object({
        code: like(/^(\d{2}|2[AB])\d{3}$/),
        name: text,
        department: like(/^(\d{2}|2[AB]|9[78]\d)$/),
        postalCodes: list(like(/^\d{5}$/)),
        'latitude?': number,
        'longitude?': number,
        'located?': oneOf('commune', 'nearby'),
      }),
      department: object({ code: like(/^(\d{2}|2[AB]|9[78]\d)$/), name: text }),
    }),
  ),
});
