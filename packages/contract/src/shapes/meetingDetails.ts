// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { flag, instant, integer, like, list, object, text } from '../shape.js';
import { number, oneOf } from '../shape-more.js';

const address: Shape = like(
  /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
);

export const meetingDetailsShape: Shape = object(
  {
    id: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: text,
    'theme?': text,
    'organiser?': text,
    'status?': oneOf('planned', 'full', 'cancelled', 'held'),
    timeZone: text,
    sessions: list(object({ start: instant, end: instant }), 1),
    'place?': object({
      'name?': text,
      'address?': text,
      'postalCode?': like(/^\d{5}$/),
      city: text,
      'commune?': like(/^(\d{2}|2[AB])\d{3}$/),
      departement: like(/^(\d{2}|2[AB]|9[78]\d)$/),
      'point?': object({ latitude: number, longitude: number }),
      'located?': oneOf('exact', 'commune', 'nearby'),
    }),
    remote: flag,
    accessibility: object({ 'stepFree?': flag, 'hearingLoop?': flag, 'signLanguage?': flag }),
    'registration?': object({ 'opensAt?': instant, 'closesAt?': instant }),
    left: object({ 'onSite?': integer(0), 'remote?': integer(0) }),
    reported: flag,
    sequence: integer(0),
    'description?': text,
    'programme?': text,
    documents: list(object({ title: text, url: address })),
    'report?': text,
  },
  { status: 'planned' },
);
