// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const questionnaireShape: Shape = {
  properties: {
    'pageBy?': { enum: ['question', 'chapter'] },
    'profile?': { type: 'boolean' },
    items: {
      min: 1,
      max: 500,
      items: {
        anyOf: [
          {
            properties: {
              kind: { enum: ['single'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              choices: {
                min: 2,
                max: 200,
                items: {
                  properties: {
                    id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                    label: { max: 500 },
                    'other?': { type: 'boolean' },
                    'exclusive?': { type: 'boolean' },
                    'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                  },
                },
              },
            },
          },
          {
            properties: {
              kind: { enum: ['multiple'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              choices: {
                min: 2,
                max: 200,
                items: {
                  properties: {
                    id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                    label: { max: 500 },
                    'other?': { type: 'boolean' },
                    'exclusive?': { type: 'boolean' },
                    'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                  },
                },
              },
              'min?': { type: 'integer', min: 1, max: 200 },
              'max?': { type: 'integer', min: 1, max: 200 },
            },
          },
          {
            properties: {
              kind: { enum: ['text'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              'long?': { type: 'boolean' },
              'maxLength?': { type: 'integer', min: 1, max: 10000 },
            },
          },
          {
            properties: {
              kind: { enum: ['texts'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              count: { type: 'integer', min: 1, max: 5 },
              'maxLength?': { type: 'integer', min: 1, max: 10000 },
            },
          },
          {
            properties: {
              kind: { enum: ['scale'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              min: { type: 'integer', min: -100, max: 100 },
              max: { type: 'integer', min: -100, max: 100 },
              'minLabel?': { max: 100 },
              'maxLabel?': { max: 100 },
              'labels?': { items: { max: 100 } },
            },
          },
          {
            properties: {
              kind: { enum: ['ranking'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              choices: {
                min: 2,
                max: 200,
                items: {
                  properties: {
                    id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                    label: { max: 500 },
                    'other?': { type: 'boolean' },
                    'exclusive?': { type: 'boolean' },
                    'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                  },
                },
              },
              'min?': { type: 'integer', min: 1, max: 200 },
              'max?': { type: 'integer', min: 1, max: 200 },
            },
          },
          {
            properties: {
              kind: { enum: ['matrix'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              rows: {
                min: 1,
                max: 50,
                items: {
                  properties: { id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ }, label: { max: 500 } },
                },
              },
              columns: {
                min: 2,
                max: 11,
                items: {
                  properties: { id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ }, label: { max: 500 } },
                },
              },
            },
          },
          {
            properties: {
              kind: { enum: ['number'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              'min?': { type: 'number' },
              'max?': { type: 'number' },
              'integer?': { type: 'boolean' },
              'unit?': { max: 30 },
            },
          },
          {
            properties: {
              kind: { enum: ['date'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              'min?': {
                pattern:
                  /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$/,
              },
              'max?': {
                pattern:
                  /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$/,
              },
            },
          },
          {
            properties: {
              kind: { enum: ['territory'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'help?': { max: 2000 },
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              ask: { enum: ['departement', 'postal-code'] },
            },
          },
          {
            properties: {
              kind: { enum: ['info'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: { max: 1000 },
              'text?': { max: 10000 },
              'image?': {
                properties: {
                  src: {
                    pattern:
                      /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
                    max: 2000,
                  },
                  'alt?': { max: 500 },
                  'width?': { type: 'integer', min: 1 },
                  'height?': { type: 'integer', min: 1 },
                },
              },
              'video?': {
                properties: {
                  src: {
                    pattern:
                      /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
                    max: 2000,
                  },
                  'transcript?': { max: 50000 },
                  'captions?': {
                    pattern:
                      /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
                    max: 2000,
                  },
                  'poster?': {
                    pattern:
                      /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
                    max: 2000,
                  },
                },
              },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
            },
          },
        ],
      },
    },
  },
  defs: {
    condition: {
      anyOf: [
        { properties: { all: { min: 1, max: 20, items: { ref: 'condition' } } } },
        { properties: { any: { min: 1, max: 20, items: { ref: 'condition' } } } },
        { properties: { not: { ref: 'condition' } } },
        {
          properties: {
            question: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
            includes: { min: 1, max: 200, items: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ } },
          },
        },
        {
          properties: {
            question: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
            answered: { type: 'boolean' },
          },
        },
        {
          properties: {
            question: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
            'atLeast?': { type: 'number' },
            'atMost?': { type: 'number' },
          },
        },
      ],
    },
  },
};
