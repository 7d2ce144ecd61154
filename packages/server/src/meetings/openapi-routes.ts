import type { ProblemCode } from '@cnr-widgets/contract';
import { id, json, optional, parameter, problems, text } from '../openapi-parts.js';

const meeting = parameter('meeting', 'path');
const code = parameter('Cnr-Receipt-Code', 'header');
const cached = optional('If-None-Match', 'header');

const unchanged = { 304: { description: 'Unchanged since the ETag that was sent' } };
const read = (description: string, content: object) => ({
  200: { description, headers: { ETag: { schema: { type: 'string' } } }, content },
  ...unchanged,
});

const offered: Record<number, ProblemCode[]> = { 403: ['not-offered'], 404: ['unknown-consultation'] };
const one: Record<number, ProblemCode[]> = {
  403: ['not-offered'],
  404: ['unknown-consultation', 'unknown-subject'],
};
const byCode: Record<number, ProblemCode[]> = {
  400: ['invalid-request'],
  404: ['unknown-receipt-code'],
  409: ['already-replaced'],
  410: ['withdrawn'],
};

/** OpenAPI's `paths` of public meetings and of what registrants are told and leave. */
export const MEETING_ROUTES = {
  '/v1/consultations/{id}/meetings': {
    get: {
      summary:
        'Every meeting, by its first session: finding, filtering and sorting by distance are the device’s',
      parameters: [id, cached],
      responses: { ...read('The list', json('MeetingList')), ...problems(offered) },
    },
  },
  '/v1/consultations/{id}/meetings/{meeting}': {
    get: {
      summary: 'One meeting, with its description, programme, documents and report',
      parameters: [id, meeting, cached],
      responses: { ...read('The meeting', json('MeetingDetails')), ...problems(one) },
    },
  },
  '/v1/consultations/{id}/meetings/{meeting}/calendar.ics': {
    get: {
      summary: 'One meeting for a calendar (RFC 5545), an event a session',
      parameters: [id, meeting, cached],
      responses: { ...read('The calendar', text('text/calendar')), ...problems(one) },
    },
  },
  '/v1/consultations/{id}/meetings/calendar.ics': {
    get: {
      summary: 'A calendar to subscribe to: the meetings of a département, or all of them',
      parameters: [id, optional('departement', 'query', { type: 'string', examples: ['72', '2A'] }), cached],
      responses: {
        ...read('The calendar', text('text/calendar')),
        ...problems({ 400: ['invalid-request'], ...offered }),
      },
    },
  },
  '/v1/consultations/{id}/meetings/{meeting}/registrations.csv': {
    get: {
      summary: 'Who registered, for the organiser; each reading is a line of the journal',
      security: [{ operator: [] }],
      parameters: [id, meeting],
      responses: {
        200: {
          description: 'In the order in which places were given; addresses are not confirmed',
          content: text('text/csv'),
        },
        ...problems({
          401: ['token-required'],
          ...one,
          403: ['insufficient-scope', 'not-offered'],
          429: ['rate-limited'],
        }),
      },
    },
  },
  '/v1/consultations/{id}/registrations/mine': {
    get: {
      summary:
        'What the receipt code of a registration reads back: place, programme, the link to take part from afar',
      parameters: [id, code],
      responses: {
        200: { description: 'The registration', content: json('RegistrationDetails') },
        ...problems(byCode),
      },
    },
  },
  '/v1/consultations/{id}/registrations/mine/contact': {
    put: {
      summary: 'Leaves an e-mail address and needs with a registration, in the place of what was there',
      parameters: [id, code],
      requestBody: { required: true, content: json('RegistrationContact') },
      responses: {
        204: { description: 'Kept apart from the registration, and erased with it' },
        ...problems({
          ...byCode,
          403: ['not-offered', 'origin-not-allowed'],
          404: ['unknown-consultation', 'unknown-receipt-code'],
          413: ['too-large'],
          415: ['unsupported-media-type'],
          422: ['invalid-contribution'],
        }),
      },
    },
    delete: {
      summary: 'Erases that address and those needs',
      parameters: [id, code],
      responses: {
        204: { description: 'Erased, now or before' },
        ...problems({ ...byCode, 403: ['origin-not-allowed'] }),
      },
    },
  },
};
