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
              title: {},
              'help?': {},
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              choices: {
                min: 2,
                max: 200,
                items: {
                  properties: {
                    id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                    label: {},
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
              title: {},
              'help?': {},
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              choices: {
                min: 2,
                max: 200,
                items: {
                  properties: {
                    id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                    label: {},
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
              title: {},
              'help?': {},
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
              title: {},
              'help?': {},
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
              title: {},
              'help?': {},
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              min: { type: 'integer', min: -100, max: 100 },
              max: { type: 'integer', min: -100, max: 100 },
              'minLabel?': {},
              'maxLabel?': {},
              'labels?': { items: {} },
            },
          },
          {
            properties: {
              kind: { enum: ['ranking'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: {},
              'help?': {},
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              choices: {
                min: 2,
                max: 200,
                items: {
                  properties: {
                    id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                    label: {},
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
              title: {},
              'help?': {},
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              rows: {
                min: 1,
                max: 50,
                items: { properties: { id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ }, label: {} } },
              },
              columns: {
                min: 2,
                max: 11,
                items: { properties: { id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ }, label: {} } },
              },
            },
          },
          {
            properties: {
              kind: { enum: ['number'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: {},
              'help?': {},
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              'min?': { type: 'number' },
              'max?': { type: 'number' },
              'integer?': { type: 'boolean' },
              'unit?': {},
            },
          },
          {
            properties: {
              kind: { enum: ['date'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: {},
              'help?': {},
              'required?': { type: 'boolean' },
              'showIf?': { ref: 'condition' },
              'next?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              'min?': { type: 'date' },
              'max?': { type: 'date' },
            },
          },
          {
            properties: {
              kind: { enum: ['territory'] },
              id: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
              title: {},
              'help?': {},
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
              title: {},
              'text?': {},
              'image?': {
                properties: {
                  src: {
                    pattern:
                      /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
                  },
                  'alt?': {},
                  'width?': { type: 'integer', min: 1 },
                  'height?': { type: 'integer', min: 1 },
                },
              },
              'video?': {
                properties: {
                  src: {
                    pattern:
                      /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
                  },
                  'transcript?': {},
                  'captions?': {
                    pattern:
                      /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
                  },
                  'poster?': {
                    pattern:
                      /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
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
