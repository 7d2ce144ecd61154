// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { flag, integer, like, list, object, text } from '../shape.js';
import { oneOf } from '../shape-more.js';

const id: Shape = like(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

export const proposalRulesShape: Shape = object(
  {
    'asks?': oneOf('proposals', 'questions'),
    moderation: oneOf('before', 'after'),
    'perWeek?': integer(1, 50),
    'titleMaxLength?': integer(20, 200),
    'textMaxLength?': integer(100, 10000),
    'comments?': flag,
    'supportsPerPerson?': integer(1, 1000),
    'charter?': text,
    'themes?': list(object({ id: id, label: text })),
  },
  { asks: 'proposals', perWeek: 1, titleMaxLength: 120, textMaxLength: 2000, comments: false, themes: [] },
);
