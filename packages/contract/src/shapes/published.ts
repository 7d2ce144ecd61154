// Made from the schemas by `npm run shapes`: change those, not this.
import type { Shape } from '../shape.js';
import { flag, instant, integer, like, list, object, text } from '../shape.js';
import { any, day, kinds, oneOf } from '../shape-more.js';

const address: Shape = like(
  /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
);

export const publishedShape: Shape = object({
  version: integer(0),
  phase: oneOf('upcoming', 'open', 'analysis', 'results', 'followed-up'),
  consultation: object(
    {
      id: like(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      locale: oneOf('fr', 'en'),
      title: text,
      summary: text,
      theme: text,
      organiser: text,
      timeZone: text,
      resultsVisible: oneOf('never', 'after-closing', 'always'),
      'objectives?': text,
      'modalities?': text,
      access: oneOf('open', 'proof-of-work', 'email'),
      'resultsUrl?': address,
      territory: kinds('level', {
        national: object({}),
        region: object({ 'code?': text, name: text }),
        departement: object({ 'code?': text, name: text }),
        collectivite: object({ 'code?': text, name: text }),
      }),
      opensAt: instant,
      closesAt: instant,
      estimatedMinutes: integer(0),
      'goal?': integer(0),
      'graceDays?': integer(0),
      notice: object({
        controller: text,
        purpose: text,
        legalBasis: text,
        recipients: text,
        retention: text,
        rightsContact: text,
        'dpoContact?': text,
        openData: flag,
      }),
      'followUp?': list(
        object({
          kind: oneOf('analysis', 'synthesis', 'response', 'commitment', 'done'),
          title: text,
          'text?': text,
          'url?': address,
          date: day,
        }),
      ),
      'questionnaire?': any,
      'proposals?': any,
      'meetings?': any,
    },
    { graceDays: 7, followUp: [] },
  ),
});
