// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const publishedShape: Shape = {
  properties: {
    version: { type: 'integer', min: 0 },
    phase: { enum: ['upcoming', 'open', 'analysis', 'results', 'followed-up'] },
    consultation: {
      properties: {
        id: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, max: 80 },
        locale: { enum: ['fr', 'en'] },
        title: { max: 150 },
        summary: { max: 600 },
        theme: { max: 60 },
        organiser: { max: 150 },
        timeZone: { max: 60 },
        resultsVisible: { enum: ['never', 'after-closing', 'always'] },
        'objectives?': { max: 5000 },
        'modalities?': { max: 5000 },
        access: { enum: ['open', 'proof-of-work', 'email'] },
        'resultsUrl?': {
          pattern: /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
          max: 2000,
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
        opensAt: {
          pattern:
            /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$/,
        },
        closesAt: {
          pattern:
            /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$/,
        },
        estimatedMinutes: { type: 'integer', min: 0 },
        'goal?': { type: 'integer', min: 0 },
        'graceDays?': { type: 'integer', min: 0, default: 7 },
        notice: {
          properties: {
            controller: { max: 300 },
            purpose: { max: 1000 },
            legalBasis: { max: 500 },
            recipients: { max: 500 },
            retention: { max: 500 },
            rightsContact: { max: 300 },
            'dpoContact?': { max: 300 },
            openData: { type: 'boolean' },
          },
        },
        'followUp?': {
          items: {
            properties: {
              kind: { enum: ['analysis', 'synthesis', 'response', 'commitment', 'done'] },
              title: { max: 200 },
              'text?': { max: 10000 },
              'url?': {
                pattern: /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
                max: 2000,
              },
              date: {
                pattern:
                  /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$/,
              },
            },
          },
          default: [],
        },
        questionnaire: { type: 'any' },
      },
    },
  },
};
