// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const retrievedShape: Shape = {
  properties: {
    contribution: {
      anyOf: [
        {
          properties: {
            kind: { enum: ['answer'] },
            id: {},
            consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
            definitionVersion: { type: 'integer', min: 1 },
            createdAt: { type: 'date-time' },
            payload: {
              properties: {
                answers: {
                  min: 1,
                  max: 500,
                  items: {
                    properties: {
                      question: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                      value: {
                        anyOf: [
                          { type: 'null' },
                          {
                            properties: {
                              kind: { enum: ['single'] },
                              choice: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                              'other?': {},
                            },
                          },
                          {
                            properties: {
                              kind: { enum: ['multiple'] },
                              choices: {
                                min: 1,
                                max: 200,
                                items: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                              },
                              'other?': {},
                            },
                          },
                          { properties: { kind: { enum: ['text'] }, text: {} } },
                          { properties: { kind: { enum: ['texts'] }, texts: { min: 1, max: 5, items: {} } } },
                          { properties: { kind: { enum: ['scale'] }, value: { type: 'integer' } } },
                          {
                            properties: {
                              kind: { enum: ['ranking'] },
                              order: {
                                min: 1,
                                max: 200,
                                items: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                              },
                            },
                          },
                          {
                            properties: {
                              kind: { enum: ['matrix'] },
                              rows: {
                                min: 1,
                                max: 50,
                                items: {
                                  properties: {
                                    row: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                                    column: { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                                  },
                                },
                              },
                            },
                          },
                          { properties: { kind: { enum: ['number'] }, value: { type: 'number' } } },
                          { properties: { kind: { enum: ['date'] }, date: { type: 'date' } } },
                          {
                            properties: {
                              kind: { enum: ['territory'] },
                              departement: { pattern: /^(\d{2}|2[AB]|9[78]\d)$/ },
                              'postalCode?': { pattern: /^\d{5}$/ },
                            },
                          },
                        ],
                      },
                    },
                  },
                },
                'profile?': {
                  properties: {
                    'as?': { enum: ['individual', 'elected', 'association'] },
                    'departement?': { pattern: /^(\d{2}|2[AB]|9[78]\d)$/ },
                  },
                },
                'replaces?': {},
              },
            },
          },
        },
        {
          properties: {
            kind: { enum: ['support'] },
            id: {},
            consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
            definitionVersion: { type: 'integer', min: 1 },
            createdAt: { type: 'date-time' },
            payload: {
              properties: {
                pseudonym: {},
                subject: { pattern: /^proposal:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
                on: { type: 'boolean' },
                revision: { type: 'integer', min: 1 },
              },
            },
          },
        },
        {
          properties: {
            kind: { enum: ['proposal'] },
            id: {},
            consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
            definitionVersion: { type: 'integer', min: 1 },
            createdAt: { type: 'date-time' },
            payload: {
              properties: {
                pseudonym: {},
                title: {},
                text: {},
                'theme?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
                'territory?': { pattern: /^(\d{2}|2[AB]|9[78]\d)$/ },
                'name?': {},
                'replaces?': {},
              },
            },
          },
        },
        {
          properties: {
            kind: { enum: ['comment'] },
            id: {},
            consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
            definitionVersion: { type: 'integer', min: 1 },
            createdAt: { type: 'date-time' },
            payload: {
              properties: {
                pseudonym: {},
                subject: { pattern: /^proposal:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
                text: {},
                'name?': {},
                'replaces?': {},
              },
            },
          },
        },
        {
          properties: {
            kind: { enum: ['report'] },
            id: {},
            consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
            definitionVersion: { type: 'integer', min: 1 },
            createdAt: { type: 'date-time' },
            payload: {
              properties: {
                pseudonym: {},
                subject: { pattern: /^(proposal|comment):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
                reason: { enum: ['insult', 'personal-data', 'off-topic', 'spam', 'illegal', 'other'] },
                'text?': {},
              },
            },
          },
        },
      ],
    },
    receipt: {
      properties: {
        id: {},
        consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
        contentHash: { pattern: /^[0-9a-f]{64}$/ },
        receivedAt: { type: 'date-time' },
        late: { type: 'boolean' },
        code: { pattern: /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/ },
      },
    },
    'standing?': {
      properties: {
        status: { enum: ['submitted', 'published', 'refused', 'selected', 'answered', 'archived'] },
        'reason?': {},
        date: { type: 'date' },
      },
    },
  },
};
