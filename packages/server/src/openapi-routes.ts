import { PROOF_HEADER } from '@cnr-widgets/contract';
import { id, json, optional, parameter, problems, text, uuid } from './openapi-parts.js';
import { PROPOSAL_ROUTES } from './openapi-proposals.js';
import { GEO_ROUTES } from './geo/openapi-routes.js';
import { MEETING_ROUTES } from './meetings/openapi-routes.js';
import { MODERATION_ROUTES } from './moderation/openapi-routes.js';

const code = parameter('Cnr-Receipt-Code', 'header', {
  type: 'string',
  examples: ['7Q2M-X0VK-94TB-ZD1R'],
});

const file = (summary: string, type: string) => ({
  get: { summary, responses: { 200: { description: 'The file', content: text(type) } } },
});

/** OpenAPI's `paths`. A test compares them with the routes of the application, both ways. */
export const ROUTES = {
  '/v1/consultations/{id}': {
    get: {
      summary: 'A public consultation, its phase and its questionnaire',
      parameters: [id, optional('If-None-Match', 'header')],
      responses: {
        200: {
          description: 'The consultation',
          headers: { ETag: { schema: { type: 'string' } } },
          content: json('PublishedConsultation'),
        },
        304: { description: 'Unchanged since the ETag that was sent' },
        ...problems({ 404: ['unknown-consultation'] }),
      },
    },
  },
  '/v1/consultations/{id}/counts': {
    get: {
      summary: 'How many took part',
      parameters: [id],
      responses: {
        200: {
          description:
            'Answers that are neither withdrawn nor replaced; where no questions are asked, people who proposed something',
          content: json('Counts'),
        },
        ...problems({ 404: ['unknown-consultation'] }),
      },
    },
  },
  '/v1/consultations/{id}/results': {
    get: {
      summary: 'Tallies, where the operator and the threshold allow',
      parameters: [id],
      responses: {
        200: {
          description:
            'The tallies, standing still until five answers more are in them; a number of few is null',
          content: json('Results'),
        },
        ...problems({ 403: ['results-hidden', 'not-offered'], 404: ['unknown-consultation'] }),
      },
    },
  },
  '/v1/consultations/{id}/contributions/{uuid}': {
    put: {
      summary:
        'Records an answer, a support, a proposal, a comment, a report or a registration; the same content again is acknowledged again',
      parameters: [id, uuid, optional(PROOF_HEADER, 'header')],
      requestBody: { required: true, content: json('Contribution') },
      responses: {
        200: { description: 'Recorded before, with the same content', content: json('Receipt') },
        201: { description: 'Recorded', content: json('Receipt') },
        ...problems({
          400: ['invalid-request'],
          403: [
            'not-open-yet',
            'closed',
            'not-offered',
            'subject-closed',
            'limit-reached',
            'registration-closed',
            'origin-not-allowed',
          ],
          404: ['unknown-consultation', 'unknown-subject', 'unknown-receipt-code'],
          409: ['already-replaced', 'not-correctable', 'meeting-full', 'already-registered'],
          410: ['withdrawn', 'erased'],
          413: ['too-large'],
          415: ['unsupported-media-type'],
          422: ['invalid-contribution', 'unknown-version', 'content-conflict'],
          428: ['proof-required'],
          429: ['rate-limited'],
        }),
      },
    },
    delete: {
      summary:
        'Withdraws a contribution: what it said is erased, a support no longer counts, a place is free again',
      parameters: [id, uuid, code],
      responses: {
        204: { description: 'Withdrawn, now or before' },
        ...problems({
          400: ['invalid-request'],
          403: ['origin-not-allowed'],
          404: ['unknown-receipt-code'],
          409: ['already-replaced'],
        }),
      },
    },
  },
  '/v1/consultations/{id}/contributions/mine': {
    get: {
      summary: 'Reads a contribution back by its receipt code',
      parameters: [id, code],
      responses: {
        200: {
          description:
            'The contribution, its receipt, and of what is moderated where it stands and what it is known by',
          content: json('Retrieved'),
        },
        ...problems({
          400: ['invalid-request'],
          404: ['unknown-receipt-code'],
          409: ['already-replaced'],
          410: ['withdrawn', 'erased'],
        }),
      },
    },
  },
  ...PROPOSAL_ROUTES,
  ...MEETING_ROUTES,
  ...GEO_ROUTES,
  '/v1/openapi.json': file('This document', 'application/json'),
  '/v1/cnr.js': file('The elements, to embed', 'text/javascript'),
  '/v1/cnr-support.js': file('The support button alone, to embed', 'text/javascript'),
  '/v1/cnr-history.js': file('To load before a router that hears of the elements’ steps', 'text/javascript'),
  '/v1/THIRD-PARTIES.txt': file('The licences of what the script holds of others', 'text/plain'),
  '/v1/cnr.css': file('Keeps the room of the elements while they load', 'text/css'),
  '/v1/themes/{name}': {
    get: {
      summary: 'An example theme, as a style sheet: state.css, departement.css, contrast.css',
      parameters: [parameter('name', 'path')],
      responses: {
        200: { description: 'The file', content: text('text/css') },
        ...problems({ 404: ['not-found'] }),
      },
    },
  },
  '/v1/chunks/{name}': {
    get: {
      summary: 'A part of the elements that loads when it is needed',
      parameters: [parameter('name', 'path')],
      responses: {
        200: { description: 'The file', content: text('text/javascript') },
        ...problems({ 404: ['not-found'] }),
      },
    },
  },
  '/': file('The open consultations, for people', 'text/html'),
  '/c/{id}': {
    get: {
      summary: 'A page with the consultation on it, for people',
      parameters: [id],
      responses: {
        200: { description: 'The page', content: text('text/html') },
        404: { description: 'No public consultation has this id', content: text('text/html') },
      },
    },
  },
  '/c/{id}/donnees': {
    get: {
      summary: 'Its notice, and how to take back and to erase, for people',
      parameters: [id],
      responses: {
        200: { description: 'The page', content: text('text/html') },
        404: { description: 'No public consultation has this id', content: text('text/html') },
      },
    },
  },
  '/c.css': file('The style of those pages', 'text/css'),
  ...MODERATION_ROUTES,
  '/.well-known/security.txt': file('Whom to tell of a vulnerability (RFC 9116)', 'text/plain'),
  '/healthz': file('Whether the process answers', 'application/json'),
  '/readyz': {
    get: {
      summary: 'Whether a contribution could be recorded now',
      responses: {
        200: { description: 'Yes', content: text('application/json') },
        ...problems({}),
      },
    },
  },
};
