import { idIn, OPEN_STATUSES, type ContributionOf } from '@cnr-widgets/contract';
import { sql, type Transaction } from 'kysely';
import type { Acknowledgeable } from './acknowledgement.js';
import type { Database, Tables } from './database.js';
import { ProblemError } from './problems.js';
import { lockPerson, personOf, sentRow, type InForum } from './sent.js';
import { OPEN, VISIBLE } from './statuses.js';

interface Outcome extends Acknowledgeable {
  /** What it changed in the count. */
  delta: number;
}

/**
 * Records a support, or its undoing.
 * @throws ProblemError `unknown-subject`, `subject-closed`, `limit-reached`
 */
export async function recordSupport(
  db: Database,
  incoming: InForum<ContributionOf<'support'>>,
): Promise<Acknowledgeable | undefined> {
  const max = incoming.rules.supportsPerPerson;
  if (max === undefined || !incoming.contribution.payload.on) return supportOnce(db, incoming);
  return db.transaction().execute(async (transaction) => {
    const person = personOf(incoming.contribution);
    await lockPerson(transaction, person);
    const outcome = await supportOnce(transaction, incoming);
    if (outcome && outcome.delta > 0) {
      const held = await openSupports(transaction, incoming.contribution.consultation, person);
      if (held > max) throw new ProblemError('limit-reached', { limit: { max } });
    }
    return outcome;
  });
}

/**
 * One statement: the contribution, the support that it decides, if it does, and what that changes in the count. The
 * highest revision wins, whatever the order of arrival, then the later time on the device, then the greater id.
 */
async function supportOnce(
  db: Database,
  incoming: InForum<ContributionOf<'support'>>,
): Promise<Outcome | undefined> {
  const { contribution, receivedAt } = incoming;
  const { subject, on, revision } = contribution.payload;
  const row = sentRow(incoming, idIn(subject));
  // Who no longer supports may say so whatever became of the proposal.
  const may = on ? sql`status in ${OPEN} and not withdrawn` : sql`true`;
  const { rows } = await sql<{
    status: string | null;
    visible: boolean | null;
    may: boolean | null;
    consultation: string | null;
    received_at: Date;
    late: boolean;
    code: string;
    delta: number | null;
  }>`
    with subject as (
      select id, status, status in ${VISIBLE} and not withdrawn as visible, ${may} as may
      from proposals where id = ${row.subject} and consultation = ${row.consultation}
    ), recorded as (
      insert into sent (id, consultation, kind, contribution, content_hash, code, received_at, late, state, subject)
      select ${row.id}::uuid, ${row.consultation}, 'support', ${row.contribution}::jsonb, ${row.content_hash},
        ${row.code}, ${receivedAt}::timestamptz, ${row.late}::boolean, 'live', id
      from subject where may
      on conflict (id) do nothing
      returning consultation, received_at, late, code, id, subject
    ), decided as (
      insert into supports (proposal, pseudonym, active, was, revision, created_at, contribution, received_at)
      select subject, ${personOf(contribution)}, ${on}::boolean, false, ${revision}::integer,
        ${new Date(contribution.createdAt)}::timestamptz, id, received_at
      from recorded
      on conflict (proposal, pseudonym) do update set was = supports.active, active = excluded.active,
        revision = excluded.revision, created_at = excluded.created_at, contribution = excluded.contribution
      where (excluded.revision, excluded.created_at, excluded.contribution)
        > (supports.revision, supports.created_at, supports.contribution)
      returning proposal, active::integer - was::integer as delta
    ), counted as (
      insert into support_deltas (proposal, delta) select proposal, delta from decided where delta <> 0
      returning delta
    )
    select subject.visible, subject.may, recorded.consultation, recorded.received_at, recorded.late, recorded.code,
      counted.delta
    from (values (1)) one
      left join subject on true left join recorded on true left join counted on true`.execute(db);
  const [found] = rows;
  if (!found?.may) throw new ProblemError(found?.visible ? 'subject-closed' : 'unknown-subject');
  if (found.consultation === null) return undefined;
  const { received_at, late, code } = found;
  return { consultation: found.consultation, received_at, late, code, delta: found.delta ?? 0 };
}

/** How many this person holds: those of what was answered, archived, refused or withdrawn have come free again. */
async function openSupports(
  transaction: Transaction<Tables>,
  consultation: string,
  person: Buffer,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('supports')
    .innerJoin('proposals', 'proposals.id', 'supports.proposal')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('supports.pseudonym', '=', person)
    .where('active', '=', true)
    .where('consultation', '=', consultation)
    .where('status', 'in', OPEN_STATUSES)
    .where('withdrawn', '=', false)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Turns off the support of whoever sent this, by whichever of the contributions that were about it. */
export async function withdrawSupport(
  transaction: Transaction<Tables>,
  proposal: string,
  contribution: ContributionOf<'support'>,
): Promise<void> {
  await sql`
    with undone as (
      update supports set was = active, active = false
      where proposal = ${proposal} and pseudonym = ${personOf(contribution)} and active
      returning proposal
    )
    insert into support_deltas (proposal, delta) select proposal, -1 from undone`.execute(transaction);
}
