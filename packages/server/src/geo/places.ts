import { departementName, departementOfPostalCode, type FoundPlace } from '@cnr-widgets/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.js';
import { readTypedPlace, withoutArticle, type ComparedName, type TypedName } from './place-words.js';

/** Most places of an answer; all communes of a postal code that is written out (46 at most) are told, though. */
const MOST = 10;
/** Fewer are filled up with names that resemble it. */
const FEW = 5;
/** The rank of names that begin with these letters, but not with these words. */
const ACROSS = 10;
/** Below this no part of a name resembles enough (trigrams, from 0 to 1). */
const ALIKE = 0.45;
/** Letters from which a name can resemble another one. */
const ENOUGH = 4;

interface PlaceRow {
  code: string;
  kind: FoundPlace['kind'];
  /** 0 to 3: its whole name was typed. */
  rank: number;
}

/**
 * The communes and départements that somebody may mean, best first: by a postal code or its beginning, by INSEE's
 * codes, by a name or its beginning; the most populous one first among equals.
 * @param typed as it was typed; nothing is found by less than a letter or two digits
 */
export async function findPlaces(db: Database, typed: string): Promise<FoundPlace[]> {
  const read = readTypedPlace(typed);
  if (!read) return [];
  const rows = read.kind === 'code' ? await byCode(db, read.code) : await byName(db, read);
  return described(db, rows);
}

async function byCode(db: Database, code: string): Promise<PlaceRow[]> {
  if (/^\d{5}$/.test(code)) {
    const whole = await communes(db, sql`postal_code = ${code}`);
    if (whole.length > 0) return whole;
    // CEDEX, which is for firms alone; or INSEE's code, which some know instead.
    const around = departementOfPostalCode(code);
    const own = await db.selectFrom('place_names').select('place').where('code', '=', code).execute();
    return [
      ...(around === undefined ? [] : [department(around)]),
      ...[...new Set(own.map(({ place }) => place))].map(commune),
    ];
  }
  // Both halves of Corsica kept the 20 of before 1976.
  const around = code === '20' ? ['2A', '2B'] : [code].filter((one) => departementName(one) !== undefined);
  const found = code.startsWith('2A') || code.startsWith('2B') ? insee(db, code) : postal(db, code);
  return [...around.map(department), ...(await found)].slice(0, MOST);
}

async function postal(db: Database, beginning: string): Promise<PlaceRow[]> {
  return (await communes(db, sql`postal_code like ${`${beginning}%`}`)).slice(0, MOST);
}

async function insee(db: Database, beginning: string): Promise<PlaceRow[]> {
  const { rows } = await sql<{ code: string }>`
    select code from communes where code like ${`${beginning}%`} order by population desc limit ${MOST}`.execute(
    db,
  );
  return rows.map(({ code }) => commune(code));
}

async function communes(db: Database, which: RawBuilder<unknown>): Promise<PlaceRow[]> {
  const { rows } = await sql<{ code: string }>`
    select code from communes
    where code in (select commune from commune_postal_codes where ${which})
    order by population desc, code`.execute(db);
  return rows.map(({ code }) => commune(code));
}

const commune = (code: string): PlaceRow => ({ code, kind: 'commune', rank: 0 });
const department = (code: string): PlaceRow => ({ code, kind: 'department', rank: 0 });

async function byName(db: Database, typed: TypedName): Promise<PlaceRow[]> {
  const { rows } = await namesLike(typed).execute(db);
  const sure = rows.filter(({ rank }) => rank < ACROSS);
  const whole = rows.some(({ rank }) => rank <= 3);
  const [name] = typed.names;
  if (whole || sure.length >= FEW || name.compact.length < ENOUGH) return rows;
  const { rows: alike } = await db.transaction().execute(async (transaction) => {
    // PostgreSQL's own, 0.6, misses a letter in a short name; what is lower still goes through every "saint".
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE)}, true)`.execute(
      transaction,
    );
    return namesAlike(name, typed.hint).execute(transaction);
  });
  const known = new Set(rows.map(({ code, kind }) => `${kind} ${code}`));
  return [...rows.slice(0, FEW), ...alike.filter(({ code, kind }) => !known.has(`${kind} ${code}`))].slice(
    0,
    MOST,
  );
}

/**
 * Names that are what was typed, begin with it, or have a word that does. `rank`: 0 the name itself, 2 but for an
 * article, 4 its beginning, 6 a beginning but for an article, 8 a word of it, 10 its letters but for blanks; 1 more for
 * the name of a commune that was joined to another.
 */
export function namesLike({ names, hint }: TypedName): RawBuilder<PlaceRow> {
  const any = (condition: (name: ComparedName) => RawBuilder<unknown>) =>
    sql`(${sql.join(names.map(condition), sql` or `)})`;
  const whole = any(({ compact }) => sql`compact = ${compact} or bare = ${compact}`);
  const begins = any(({ compact }) => sql`compact like ${`${compact}%`} or bare like ${`${compact}%`}`);
  // Of what was typed with an article.
  const bares = names.filter(({ compact, bare }) => bare !== compact).map(({ bare }) => bare);
  const beginsBare =
    bares.length === 0
      ? sql`false`
      : sql.join(
          bares.map((bare) => sql`bare like ${`${bare}%`}`),
          sql` or `,
        );
  const word = any(({ plain }) => sql`plain like ${`% ${plain}%`}`);
  const inWords = any(({ plain }) => {
    const text = withoutArticle(plain);
    return sql`plain like ${`${text}%`} or plain like ${`% ${text}%`}`;
  });
  // Shorter ones have no trigram by which the index would find them.
  const searched = names.some(({ compact }) => compact.length < 3)
    ? [begins, beginsBare]
    : [begins, beginsBare, word];
  return sql<PlaceRow>`
    select place as code, kind, min(rank)::integer as rank
    from (
      select place, kind, population, former::integer + case
        when ${whole} then 0
        when ${any(({ bare }) => sql`bare = ${bare}`)} then 2
        when not ${inWords} then ${ACROSS}::integer
        when ${begins} then 4
        when ${beginsBare} then 6
        else 8 end as rank
      from place_names where ${sql.join(searched, sql` or `)}
    ) named
    group by place, kind
    order by ${hinted(hint)} min(rank), max(population) desc, place
    limit ${MOST}`;
}

/**
 * Names that resemble it: letters left out, doubled, swapped. The first letter is seldom wrong, and large towns are
 * meant more often. As a whole before in part, or every "Roche-le-…" would come before La Rochelle.
 */
export function namesAlike({ plain, compact }: ComparedName, hint?: string): RawBuilder<PlaceRow> {
  return sql<PlaceRow>`
    select place as code, kind, 12 as rank
    from (
      select place, kind, population,
        greatest(similarity(plain, ${plain}), word_similarity(${plain}, plain) * 0.85)
          + case when left(${compact}, 1) in (left(compact, 1), left(bare, 1)) then 0.15 else 0 end
          + log(population + 1) * 0.02 as alike
      from place_names where ${plain} <% plain
    ) named
    group by place, kind
    order by ${hinted(hint)} max(alike) desc, place
    limit ${MOST}`;
}

/** Those of the département or the postal code that stands beside the name come first. */
function hinted(hint: string | undefined): RawBuilder<unknown> {
  if (hint === undefined) return sql``;
  // A commune's code begins with its département's.
  return sql`(place like ${`${hint}%`} or exists (
    select from commune_postal_codes where commune = place and kind = 'commune' and postal_code like ${`${hint}%`}
  )) desc, `;
}

async function described(db: Database, rows: readonly PlaceRow[]): Promise<FoundPlace[]> {
  const codes = rows.filter(({ kind }) => kind === 'commune').map(({ code }) => code);
  const found =
    codes.length === 0
      ? []
      : await db.selectFrom('communes').selectAll().where('code', 'in', codes).execute();
  const communes = new Map(found.map((one) => [one.code, one]));
  return rows.flatMap(({ code, kind }): FoundPlace[] => {
    if (kind === 'department') return [{ kind, code, name: departementName(code) ?? code }];
    const one = communes.get(code);
    if (!one) return [];
    const { latitude, longitude, located } = one;
    // INSEE writes straight apostrophes; citizens read curly ones.
    return [
      {
        ...{
          kind,
          code,
          name: one.name.replaceAll("'", '’'),
          department: one.department,
          postalCodes: one.postal_codes,
        },
        ...(latitude !== null && longitude !== null && located !== null && { latitude, longitude, located }),
      },
    ];
  });
}
