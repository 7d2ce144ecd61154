import { isQuestion, type Consultation } from '@cnr-widgets/contract';
import type { Transaction } from 'kysely';
import type { Tables } from './database.js';

/** What people read or answered already, and a new version takes away or makes something else of. */
export type Upheaval =
  | { what: 'title'; before: string; after: string }
  | { what: 'section-lost'; section: Section }
  | { what: 'question-lost'; id: string }
  | { what: 'kind'; id: string; before: string; after: string };

const SECTIONS = ['questionnaire', 'proposals', 'meetings'] as const;
type Section = (typeof SECTIONS)[number];

/** What citizens sent that counts still. */
export interface Received {
  answers: number;
  proposals: number;
  registrations: number;
}

type Definition = Omit<Consultation, 'draft'>;

/**
 * What the version that was just imported would upset: nothing where nobody sent anything, or where it is the first.
 * @param version the new one, in the same transaction
 */
export async function upheavalsOf(
  transaction: Transaction<Tables>,
  { id, version }: { id: string; version: number },
): Promise<{ upheavals: Upheaval[]; received: Received }> {
  const received = await receivedBy(transaction, id);
  if (Object.values(received).every((count) => count === 0)) return { upheavals: [], received };
  const rows = await transaction
    .selectFrom('consultation_versions')
    .select('definition')
    .where('consultation', '=', id)
    .where('version', 'in', [version - 1, version])
    .orderBy('version')
    .execute();
  const [before, after] = rows.map(({ definition }) => definition);
  return { upheavals: before && after ? compare(before, after) : [], received };
}

function compare(before: Definition, after: Definition): Upheaval[] {
  const found: Upheaval[] = [];
  if (before.title !== after.title) found.push({ what: 'title', before: before.title, after: after.title });
  for (const section of SECTIONS) {
    if (before[section] && !after[section]) found.push({ what: 'section-lost', section });
  }
  if (!after.questionnaire) return found;
  const kinds = kindsOf(after);
  for (const [id, kind] of kindsOf(before)) {
    const now = kinds.get(id);
    if (now === undefined) found.push({ what: 'question-lost', id });
    else if (now !== kind) found.push({ what: 'kind', id, before: kind, after: now });
  }
  return found;
}

function kindsOf({ questionnaire }: Definition): Map<string, string> {
  return new Map((questionnaire?.items ?? []).filter(isQuestion).map(({ id, kind }) => [id, kind]));
}

async function receivedBy(transaction: Transaction<Tables>, id: string): Promise<Received> {
  const count = ({ count: text }: { count: string }) => Number(text);
  const answers = await transaction
    .selectFrom('answers')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('consultation', '=', id)
    .where('state', '=', 'live')
    .executeTakeFirstOrThrow();
  const proposals = await transaction
    .selectFrom('proposals')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('consultation', '=', id)
    .where('withdrawn', '=', false)
    .executeTakeFirstOrThrow();
  const registrations = await transaction
    .selectFrom('registrations')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('consultation', '=', id)
    .executeTakeFirstOrThrow();
  return {
    answers: count(answers),
    proposals: count(proposals),
    registrations: count(registrations),
  };
}
