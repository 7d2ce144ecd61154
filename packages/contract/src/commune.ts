import * as z from 'zod/mini';

/** INSEE code of a département or an overseas collectivity. */
const department = z.string().check(z.regex(/^(\d{2}|2[AB]|9[78]\d)$/));

/** A place by which somebody looks for what is near: a commune, or a whole département. */
export const foundPlace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('commune'),
    /** INSEE's. */
    code: z.string().check(z.regex(/^(\d{2}|2[AB])\d{3}$/)),
    name: z.string(),
    department,
    /** Several in a large town; several communes may share one. */
    postalCodes: z.array(z.string().check(z.regex(/^\d{5}$/))),
    /** WGS 84, in degrees. Both are there, or neither. */
    latitude: z.optional(z.number()),
    longitude: z.optional(z.number()),
    /** Whose point it is: the commune's own, or that of a commune some kilometres away. There whenever a point is. */
    located: z.optional(z.enum(['commune', 'nearby'])),
  }),
  z.object({ kind: z.literal('department'), code: department, name: z.string() }),
]);

/** What `GET /v1/places?q=` answers, best first. */
export const foundPlaces = z.object({ places: z.array(foundPlace) });

export type FoundPlace = z.infer<typeof foundPlace>;
export type FoundPlaces = z.infer<typeof foundPlaces>;
