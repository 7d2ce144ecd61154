import { phaseOf, type Consultation, type Phase } from '@cnr-widgets/contract';
import type { Database } from './database.js';
import { etagOf } from './etag.js';

/** A definition that is public, and so complete: `checkConsultation` said so when it was imported or opened. */
export interface PublicConsultation {
  version: number;
  definition: Omit<Consultation, 'draft'> & { opensAt: string; closesAt: string };
}

/** A definition of any version: an older one may have been a draft. */
export type AnyVersion = Omit<Consultation, 'draft'>;

/** Every consultation, drafts too, with the version that is served, or will be once it is public. */
export function latestVersions(db: Database) {
  return db
    .selectFrom('consultations')
    .innerJoin('consultation_versions', (join) =>
      join
        .onRef('consultation_versions.consultation', '=', 'consultations.id')
        .onRef('consultation_versions.version', '=', 'consultations.version'),
    );
}

/** What `GET /v1/consultations/{id}` answers. */
export interface Served {
  body: string;
  etag: string;
}

interface Known {
  checkedAt: number;
  found: PublicConsultation;
  /** The last check was not answered in time, or failed: nobody waits for the next one. */
  away: boolean;
}

/** How long, in ms, a definition is served without asking the database whether it changed. */
const RECHECK = 1_000;

/** How long, in ms, a check is waited for by who could be served from memory. */
const PATIENCE = 500;

/** What PostgreSQL's ordinary integer holds. */
const MAX_VERSION = 2_147_483_647;

/**
 * Public consultations, kept in memory. A version never changes, so it is read once; which version is served is asked
 * again after a second, so that `cnr import` shows on a running server without a channel of its own to it. When the
 * database is away, or does not answer, what was known is still served: at once, while it is asked again behind. What
 * is not known waits for it, all who ask for the same for one answer.
 */
export class Consultations {
  private readonly known = new Map<string, Known>();
  private readonly checks = new Map<string, Promise<PublicConsultation | undefined>>();
  private readonly served = new Map<string, Served & { version: number; phase: Phase }>();
  private readonly versions = new Map<string, AnyVersion>();

  constructor(
    private readonly db: Database,
    private readonly now: () => Date,
  ) {}

  /** The public consultation, undefined when there is none: a draft is not public. */
  async find(id: string): Promise<PublicConsultation | undefined> {
    const known = this.known.get(id);
    if (known && performance.now() - known.checkedAt < RECHECK) return known.found;
    const check = this.checks.get(id) ?? this.check(id, known);
    return known?.away ? known.found : check;
  }

  /** One at a time for an id. Of what is known it is over within moments, and never fails. */
  private check(id: string, known: Known | undefined): Promise<PublicConsultation | undefined> {
    const asked = performance.now();
    const answer = this.read(id, known?.found)
      .then(
        (found) => {
          // Unknown ids are not kept: anybody can make them up, and memory would grow with them.
          if (found) this.known.set(id, { checkedAt: asked, found, away: false });
          else this.known.delete(id);
          return found;
        },
        (error: unknown) => {
          if (!known) throw error;
          // Not at each call: each would take one of the few connections, for as long as the database hangs.
          Object.assign(known, { checkedAt: performance.now(), away: true });
          return known.found;
        },
      )
      .finally(() => this.checks.delete(id));
    const check = known ? inTime(answer, known) : answer;
    this.checks.set(id, check);
    return check;
  }

  /** What citizens read of it, for the phase of this moment. */
  serve({ version, definition }: PublicConsultation): Served {
    const phase = phaseOf(definition, this.now());
    const ready = this.served.get(definition.id);
    if (ready?.version === version && ready.phase === phase) return ready;
    // Which sites may embed it is between the operator and the backend.
    const { origins: _, $schema: __, ...consultation } = definition;
    const body = JSON.stringify({ version, phase, consultation });
    const made = { body, etag: etagOf(body), version, phase };
    this.served.set(definition.id, made);
    return made;
  }

  /** The definition of one version, undefined when there is no such version. */
  async versionOf(id: string, version: number): Promise<AnyVersion | undefined> {
    const key = `${id} ${version}`;
    const ready = this.versions.get(key);
    if (ready) return ready;
    // Beyond what the column holds, PostgreSQL would not even look.
    if (version > MAX_VERSION) return undefined;
    const row = await this.db
      .selectFrom('consultation_versions')
      .select('definition')
      .where('consultation', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (row) this.versions.set(key, row.definition);
    return row?.definition;
  }

  /** Every public consultation, the one that closes first at the top. */
  async list(): Promise<PublicConsultation[]> {
    const rows = await this.db
      .selectFrom('consultations')
      .select('id')
      .where('draft', '=', false)
      .orderBy('id')
      .execute();
    const found = await Promise.all(rows.map(({ id }) => this.find(id)));
    return found
      .filter((one) => one !== undefined)
      .sort((a, b) => Date.parse(a.definition.closesAt) - Date.parse(b.definition.closesAt));
  }

  private async read(
    id: string,
    before: PublicConsultation | undefined,
  ): Promise<PublicConsultation | undefined> {
    const row = await this.db
      .selectFrom('consultations')
      .select(['version', 'draft'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row || row.draft) return undefined;
    if (before?.version === row.version) return before;
    const { definition } = await this.db
      .selectFrom('consultation_versions')
      .select('definition')
      .where('consultation', '=', id)
      .where('version', '=', row.version)
      .executeTakeFirstOrThrow();
    const { opensAt, closesAt } = definition;
    if (opensAt === undefined || closesAt === undefined) throw new Error(`${id} is public without dates`);
    return { version: row.version, definition: { ...definition, opensAt, closesAt } };
  }
}

/** The answer, or what is known where it does not come in time. */
function inTime(
  answer: Promise<PublicConsultation | undefined>,
  known: Known,
): Promise<PublicConsultation | undefined> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => {
      known.away = true;
      resolve(known.found);
    }, PATIENCE);
    void answer.then((found) => {
      clearTimeout(impatience);
      resolve(found);
    });
  });
}
