import * as z from 'zod/mini';

/** RFC 3339 date and time with an offset, e.g. `2026-11-22T18:00:00+01:00`. */
export const instant = z.iso.datetime({ offset: true });
