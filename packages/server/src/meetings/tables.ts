import type { Attendance, Meeting } from '@cnr-widgets/contract';
import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date, Date>;

interface MeetingsTable {
  consultation: string;
  id: string;
  content: ColumnType<Meeting, string, string>;
  /** Rises with each change that a calendar shows. */
  sequence: number;
  /** Of the first session. */
  starts_at: Instant;
  /** Of the last session. */
  ends_at: Instant;
  /** INSEE code; null where it is remote alone. */
  department: string | null;
  /** Null: as many as come. */
  places_on_site: number | null;
  places_remote: number | null;
  taken_on_site: Generated<number>;
  taken_remote: Generated<number>;
  /** How many registrations were ever given a place. */
  given: Generated<number>;
  updated_at: Instant;
  /** When an import last said another end. */
  end_set_at: Instant;
  /** When its registrations were erased. */
  erased_at: ColumnType<Date | null, never, Date | null>;
}

interface RegistrationsTable {
  /** Of the contribution that first made it: it stays through corrections. */
  id: string;
  consultation: string;
  meeting: string;
  /** In which order the places of its meeting were given, from 1. */
  number: number;
  /** SHA-256. */
  pseudonym: Buffer;
  attendance: Attendance;
  first_name: string;
  people: number;
  received_at: Instant;
}

interface RegistrationContactsTable {
  registration: string;
  email: string | null;
  needs: string | null;
  received_at: Instant;
}

export interface MeetingTables {
  meetings: MeetingsTable;
  registrations: RegistrationsTable;
  registration_contacts: RegistrationContactsTable;
}
