import type { ProblemCode } from '@cnr-widgets/contract';

export const json = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});

export const text = (type: string) => ({ [type]: { schema: { type: 'string' } } });

/** Failures by status, each with the codes that it may carry. */
export const problems = (codes: Record<number, ProblemCode[]>) =>
  Object.fromEntries(
    Object.entries({ ...codes, 500: ['internal'], 503: ['unavailable'] }).map(([status, named]) => [
      status,
      {
        description: named.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        ...((status === '503' || status === '429') && {
          headers: { 'Retry-After': { schema: { type: 'integer' } } },
        }),
      },
    ]),
  );

export const parameter = (
  name: string,
  place: 'path' | 'header' | 'query',
  schema: object = { type: 'string' },
) => ({
  name,
  in: place,
  required: true,
  schema,
});

/** One that may be left out. */
export const optional = (name: string, place: 'header' | 'query', schema?: object) => ({
  ...parameter(name, place, schema),
  required: false,
});

export const id = parameter('id', 'path');
export const uuid = parameter('uuid', 'path', { type: 'string', format: 'uuid' });

/** A body with one member. */
export const asked = (name: string, schema: object) => ({
  required: true,
  content: {
    'application/json': { schema: { type: 'object', required: [name], properties: { [name]: schema } } },
  },
});
