import type { Results } from '@cnr-widgets/contract';
import type { ColumnType } from 'kysely';

interface ErasuresTable {
  consultation: string;
  /** When its numbers were taken down, before the first row went. */
  began_at: ColumnType<Date, Date, never>;
  /** Null while there is more to erase. */
  ended_at: ColumnType<Date | null, never, Date>;
  /** Live when it began, as `proposals` are. */
  answers: number;
  proposals: number;
  /** People who had proposed something. */
  authors: number;
  /** As everybody could read them: what is left must point at nobody. Null where no question was ever asked. */
  results: ColumnType<Results | null, string | null, never>;
}

export interface RetentionTables {
  erasures: ErasuresTable;
}
