// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const retrievedShape: Shape = {
  properties: {
    contribution: {
      anyOf: [
        {
          properties: {
            kind: { enum: ['answer'] },
            id: {
              pattern:
                /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/,
            },
            consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, max: 80 },
            definitionVersion: { type: 'integer', min: 1 },
            createdAt: {
              pattern:
                /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$/,
            },
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
                              'other?': { max: 500 },
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
                              'other?': { max: 500 },
                            },
                          },
                          { properties: { kind: { enum: ['text'] }, text: { max: 10000 } } },
                          {
                            properties: {
                              kind: { enum: ['texts'] },
                              texts: { min: 1, max: 5, items: { max: 10000 } },
                            },
                          },
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
                          {
                            properties: {
                              kind: { enum: ['date'] },
                              date: {
                                pattern:
                                  /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$/,
                              },
                            },
                          },
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
                'replaces?': { max: 40 },
              },
            },
          },
        },
      ],
    },
    receipt: {
      properties: {
        id: {
          pattern:
            /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/,
        },
        consultation: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, max: 80 },
        contentHash: { pattern: /^[0-9a-f]{64}$/ },
        receivedAt: {
          pattern:
            /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$/,
        },
        late: { type: 'boolean' },
        code: { pattern: /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/ },
      },
    },
  },
};
