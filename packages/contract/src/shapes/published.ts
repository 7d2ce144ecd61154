// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const publishedShape: Shape = {
  properties: {
    version: { type: 'integer', min: 0 },
    phase: { enum: ['upcoming', 'open', 'analysis', 'results', 'followed-up'] },
    consultation: {
      properties: {
        id: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
        locale: { enum: ['fr', 'en'] },
        title: {},
        summary: {},
        theme: {},
        organiser: {},
        timeZone: {},
        resultsVisible: { enum: ['never', 'after-closing', 'always'] },
        'objectives?': {},
        'modalities?': {},
        access: { enum: ['open', 'proof-of-work', 'email'] },
        'resultsUrl?': {
          pattern: /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
        },
        territory: {
          anyOf: [
            { properties: { level: { enum: ['national'] } } },
            {
              properties: {
                level: { enum: ['region', 'departement', 'collectivite'] },
                'code?': {},
                name: {},
              },
            },
          ],
        },
        opensAt: { type: 'date-time' },
        closesAt: { type: 'date-time' },
        estimatedMinutes: { type: 'integer', min: 0 },
        'goal?': { type: 'integer', min: 0 },
        'graceDays?': { type: 'integer', min: 0, default: 7 },
        notice: {
          properties: {
            controller: {},
            purpose: {},
            legalBasis: {},
            recipients: {},
            retention: {},
            rightsContact: {},
            'dpoContact?': {},
            openData: { type: 'boolean' },
          },
        },
        'followUp?': {
          items: {
            properties: {
              kind: { enum: ['analysis', 'synthesis', 'response', 'commitment', 'done'] },
              title: {},
              'text?': {},
              'url?': {
                pattern: /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
              },
              date: { type: 'date' },
            },
          },
          default: [],
        },
        'questionnaire?': { type: 'any' },
        'proposals?': { type: 'any' },
      },
    },
  },
};
