import { asked, json, parameter, problems } from '../openapi-parts.js';

/** OpenAPI's `paths` of public geography. */
export const GEO_ROUTES = {
  '/v1/places': {
    post: {
      summary:
        'Communes and départements by postal code, INSEE code or name, as typed so far; best first; kept by no cache',
      requestBody: asked('q', { type: 'string', maxLength: 100 }),
      responses: {
        200: {
          description: 'At most ten; all communes of a postal code that is written out',
          content: json('FoundPlaces'),
        },
        ...problems({ 400: ['invalid-request'], 413: ['too-large'], 415: ['unsupported-media-type'] }),
      },
    },
  },
  '/v1/contours/{version}': {
    get: {
      summary: 'Contours of the départements that the operator imported; a version never changes',
      parameters: [parameter('version', 'path', { type: 'string', pattern: '^[0-9a-f]{16}$' })],
      responses: {
        200: {
          description: 'Packed, as `readContours` of @cnr-widgets/contract reads them',
          content: { 'application/json': { schema: { type: 'string' } } },
        },
        ...problems({ 404: ['not-found'] }),
      },
    },
  },
};
