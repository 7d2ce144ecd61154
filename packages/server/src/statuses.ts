import { OPEN_STATUSES, VISIBLE_STATUSES } from '@cnr-widgets/contract';
import { sql } from 'kysely';

// Written out rather than as parameters: the planner must see that what a query asks for is what an index holds.
const inSql = (statuses: readonly string[]) => sql`(${sql.join(statuses.map((status) => sql.lit(status)))})`;

/** For `status in`: what everybody sees. */
export const VISIBLE = inSql(VISIBLE_STATUSES);

/** For `status in`: what can be supported and commented on. */
export const OPEN = inSql(OPEN_STATUSES);
