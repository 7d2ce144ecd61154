import type { MeetingDetails, MeetingList } from '@cnr-widgets/contract';
import type { PublicConsultation, Served } from '../consultations.js';
import type { Database } from '../database.js';
import { etagOf } from '../etag.js';
import { currentContours } from '../geo/contours-store.js';
import { BriefCache } from '../brief-cache.js';
import { ProblemError } from '../problems.js';
import { calendarOf, type CalendarRow } from './calendar.js';
import { details, listed, SHOWN } from './shown.js';

/** Whoever has the list already hears 304 until this much later, in ms: so old may its `asOf` be. */
const AS_OF = 15 * 60_000;

/** Reads what everybody may see of the meetings of a consultation. */
export class MeetingReader {
  // Ten thousand meetings are some megabytes: few consultations have as many at a time.
  private readonly lists = new BriefCache<Served>({ atLeast: 1_000, atMost: 5_000, most: 20 });
  // Who subscribes looks once an hour, and a calendar of a whole country takes seconds to write.
  private readonly calendars = new BriefCache<Served>({ atLeast: 60_000, most: 100 });

  constructor(
    private readonly db: Database,
    private readonly origin: string,
    private readonly now: () => Date,
  ) {}

  /** Every meeting, by their first session: a `MeetingList`. */
  list({ definition: { id } }: PublicConsultation): Promise<Served> {
    return this.lists.get(id, async () => {
      const rows = await this.db
        .selectFrom('meetings')
        .select(SHOWN)
        .where('consultation', '=', id)
        .orderBy('starts_at')
        .orderBy('id')
        .execute();
      const asOf = this.now();
      const contours = await currentContours(this.db);
      const list: Omit<MeetingList, 'asOf'> = {
        ...(contours !== undefined && { contours }),
        meetings: rows.map(listed),
      };
      const rest = JSON.stringify(list).slice(1);
      return {
        body: `{"asOf":"${asOf.toISOString()}",${rest}`,
        etag: etagOf(`${Math.floor(asOf.getTime() / AS_OF)} ${rest}`),
      };
    });
  }

  /** @throws ProblemError `unknown-subject` */
  async one({ definition }: PublicConsultation, id: string): Promise<MeetingDetails> {
    const row = await this.db
      .selectFrom('meetings')
      .select(SHOWN)
      .where('consultation', '=', definition.id)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new ProblemError('unknown-subject');
    return details(row);
  }

  /** One meeting for a calendar. @throws ProblemError `unknown-subject` */
  async calendar(consultation: PublicConsultation, id: string): Promise<Served> {
    const rows = await this.entries(consultation).where('id', '=', id).execute();
    if (rows.length === 0) throw new ProblemError('unknown-subject');
    return this.served(consultation, rows);
  }

  /** A calendar to subscribe to. @param department INSEE code; all of them where it is absent */
  feed(consultation: PublicConsultation, department?: string): Promise<Served> {
    const { id } = consultation.definition;
    return this.calendars.get(`${id} ${department ?? ''}`, async () => {
      const all = this.entries(consultation);
      const rows = await (
        department === undefined ? all : all.where('department', '=', department)
      ).execute();
      return this.served(consultation, rows, department);
    });
  }

  private entries({ definition }: PublicConsultation) {
    return this.db
      .selectFrom('meetings')
      .select(['content', 'sequence', 'updated_at'])
      .where('consultation', '=', definition.id)
      .orderBy('starts_at')
      .orderBy('id');
  }

  private served(
    { definition }: PublicConsultation,
    rows: readonly CalendarRow[],
    department?: string,
  ): Served {
    const body = calendarOf(rows, definition, { origin: this.origin, department });
    return { body, etag: etagOf(body) };
  }
}
