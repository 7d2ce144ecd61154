import { PROPOSAL_SORTS } from '@cnr-widgets/contract';
import { asked, id, json, optional, parameter, problems, uuid } from './openapi-parts.js';
import { MAX_LISTED } from './proposal-query.js';

const unseen = problems({
  400: ['invalid-request'],
  403: ['not-offered'],
  404: ['unknown-consultation', 'unknown-subject'],
});
const unreadable = problems({
  400: ['invalid-request'],
  403: ['not-offered'],
  404: ['unknown-consultation'],
});

const found = (description: string, schema: string) => ({ 200: { description, content: json(schema) } });

const cursor = optional('cursor', 'query');

const narrowing = [
  optional('search', 'query', { type: 'string', maxLength: 200 }),
  optional('theme', 'query'),
  optional('territory', 'query'),
  optional('answered', 'query', { type: 'boolean' }),
  optional('sort', 'query', { type: 'string', enum: PROPOSAL_SORTS, default: 'trending' }),
];

/** Of what is asked in a body. */
const unread = problems({
  400: ['invalid-request'],
  403: ['not-offered', 'origin-not-allowed'],
  404: ['unknown-consultation'],
  413: ['too-large'],
  415: ['unsupported-media-type'],
});

/** OpenAPI's `paths` of what citizens write and support. What is read by GET may be five seconds old. */
export const PROPOSAL_ROUTES = {
  '/v1/consultations/{id}/proposals': {
    get: {
      summary: 'The proposals that everybody may see, by pages',
      parameters: [
        id,
        ...narrowing,
        cursor,
        optional('limit', 'query', { type: 'integer', minimum: 1, maximum: 50, default: 20 }),
      ],
      responses: { ...found('A page of them', 'ProposalPage'), ...unreadable },
    },
  },
  '/v1/consultations/{id}/proposals/by-id': {
    post: {
      summary:
        'Those of these that everybody may see, on one page: for what tells of one person, kept by no cache',
      parameters: [id, ...narrowing],
      requestBody: asked('ids', {
        type: 'array',
        items: { type: 'string', format: 'uuid' },
        maxItems: MAX_LISTED,
      }),
      responses: { ...found('Those of them', 'ProposalPage'), ...unread },
    },
  },
  '/v1/consultations/{id}/proposals/similar': {
    post: {
      summary:
        'At most five proposals that say something like this text, the most alike first; kept by no cache',
      parameters: [id],
      requestBody: asked('text', { type: 'string', minLength: 1, maxLength: 1000 }),
      responses: { ...found('Those that are alike', 'ProposalPage'), ...unread },
    },
  },
  '/v1/consultations/{id}/proposals/{uuid}': {
    get: {
      summary: 'One proposal, with its text, its history and the answer that it was given',
      parameters: [id, uuid],
      responses: { ...found('The proposal', 'Proposal'), ...unseen },
    },
  },
  '/v1/consultations/{id}/proposals/{uuid}/comments': {
    get: {
      summary: 'The comments on a proposal, oldest first, by pages',
      parameters: [id, uuid, cursor],
      responses: { ...found('A page of them', 'CommentPage'), ...unseen },
    },
  },
  '/v1/consultations/{id}/supports': {
    get: {
      summary: 'How many support each of some proposals',
      parameters: [
        id,
        parameter('subject', 'query', {
          type: 'array',
          items: { type: 'string' },
          minItems: 1,
          maxItems: 50,
        }),
      ],
      responses: { ...found('The counts of those that everybody may see', 'SupportCounts'), ...unreadable },
    },
  },
};
