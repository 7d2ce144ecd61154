import { sql, type Kysely, type Migration } from 'kysely';

/**
 * `meetings`: what the operator imported, and how many places are taken. `taken_on_site` and `taken_remote` change in
 * the transaction that records a registration, under the condition that there is room: the last place is given once.
 * They stay when registrations are erased after the meeting (`erased_at`), so that what is left to know is how many
 * came. More may be taken than there are places: places can be lowered by a later import.
 *
 * `registrations`: those that are live. `number` says in which order a meeting's places were given. What is withdrawn
 * leaves the table; its receipt stays in `sent`, without its content.
 *
 * `registration_contacts`: what was left of an address and of needs, in a table of its own, so that whoever reads
 * registrations does not come upon what may reveal health. It goes with its registration.
 */
async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table meetings (
      consultation text not null references consultations,
      id text not null,
      content jsonb not null,
      sequence integer not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      department text,
      places_on_site integer,
      places_remote integer,
      taken_on_site integer not null default 0 check (taken_on_site >= 0),
      taken_remote integer not null default 0 check (taken_remote >= 0),
      given integer not null default 0,
      updated_at timestamptz not null,
      erased_at timestamptz,
      primary key (consultation, id)
    )`.execute(db);
  await sql`create index meetings_order on meetings (consultation, starts_at, id)`.execute(db);
  await sql`create index meetings_to_erase on meetings (ends_at) where erased_at is null`.execute(db);

  await sql`alter table sent drop constraint sent_kind_check`.execute(db);
  await sql`
    alter table sent add constraint sent_kind_check
    check (kind in ('support', 'proposal', 'comment', 'report', 'registration'))`.execute(db);
  await sql`
    create table registrations (
      id uuid primary key,
      consultation text not null,
      meeting text not null,
      number integer not null,
      pseudonym bytea not null,
      attendance text not null check (attendance in ('on-site', 'remote')),
      first_name text not null,
      people integer not null check (people > 0),
      received_at timestamptz not null,
      foreign key (consultation, meeting) references meetings,
      unique (consultation, meeting, pseudonym)
    )`.execute(db);
  await sql`create index registrations_order on registrations (consultation, meeting, number)`.execute(db);
  // Where those of a meeting are found when they are erased.
  await sql`create index sent_registrations on sent (subject) where kind = 'registration'`.execute(db);
  await sql`
    create table registration_contacts (
      registration uuid primary key references registrations on delete cascade,
      email text,
      needs text,
      received_at timestamptz not null
    )`.execute(db);

  // Whoever reads the names of registrants leaves a line as well; no status changes with it.
  await sql`
    alter table moderation_journal alter before drop not null, alter after drop not null,
      drop constraint moderation_journal_act,
      add constraint moderation_journal_act check (
        act in ('accept', 'refuse', 'restore', 'select', 'answer', 'archive', 'keep', 'read-names')
        and (act = 'refuse') <= (reason is not null) and (act = 'answer') = (answer is not null)
        and (act = 'read-names') = (before is null) and (act = 'read-names') = (after is null))`.execute(db);
}

export const meetings: Migration = { up };
