// Made from the schemas by `npm run shapes`: change those, not this. What reads it is `../shape.ts`.
import type { Shape } from '../shape.js';

export const proposalShape: Shape = {
  properties: {
    id: {},
    title: {},
    excerpt: {},
    'theme?': { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ },
    'territory?': { pattern: /^(\d{2}|2[AB]|9[78]\d)$/ },
    'name?': {},
    status: { enum: ['published', 'selected', 'answered', 'archived'] },
    publishedOn: { type: 'date' },
    supports: { type: 'integer', min: 0 },
    comments: { type: 'integer', min: 0 },
    text: {},
    history: {
      items: {
        properties: {
          status: { enum: ['published', 'selected', 'answered', 'archived'] },
          date: { type: 'date' },
        },
      },
    },
    'answer?': {
      properties: {
        author: {},
        date: { type: 'date' },
        'text?': {},
        'video?': {
          properties: {
            src: {
              pattern: /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
            },
            transcript: {},
            'captions?': {
              pattern: /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
            },
            'poster?': {
              pattern: /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
            },
          },
        },
        'next?': {},
        'url?': {
          pattern: /^(https:\/\/[^\s/?#]\S*|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?)$/,
        },
      },
    },
  },
};
