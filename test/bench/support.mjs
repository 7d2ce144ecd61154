// npm run bench:support: how many supports a second the backend records, from the device's connection to the committed
// row, on one proposal that everybody supports and on a thousand, beside what the same PostgreSQL takes of bare upserts
// of one row each in the same run. Then how long reading takes among 100,000 proposals. All through ten connections.
import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { withOwnBackend } from '../own-backend.mjs';
import { CONNECTIONS, measured, median, quantile, round, ROUNDS } from './rounds.mjs';

const MANY = 1_000;
const LISTED = 100_000;
/** Of each kind of reading. */
const READS = 200;

const definition = measured({
  proposals: { moderation: 'after', themes: [{ id: 'sante', label: 'Santé' }] },
});

const support = (proposal) => ({
  id: randomUUID(),
  kind: 'support',
  consultation: definition.id,
  definitionVersion: 1,
  createdAt: new Date().toISOString(),
  payload: { pseudonym: randomUUID(), subject: `proposal:${proposal}`, on: true, revision: 1 },
});

const oneOf = (list) => list[Math.floor(Math.random() * list.length)];

const COMMON = (
  'médecin école vélo train hôpital marché place arbre eau forêt quartier village route pont mairie cantine ' +
  'bibliothèque logement énergie toiture solaire déchets tri compost jardin enfant crèche collège lycée bus horaire ' +
  'gare piste trottoir lumière bruit nuit commerce artisan ferme lait pain légume fête musique sport piscine stade ' +
  'aidant retraite handicap rampe ascenseur guichet formulaire impôt retard délai rendez-vous permanence maison santé'
).split(' ');
const parts = (text) => text.split(' ');
/** Some words are in many proposals and most of them in few, as in a language: the rest of it is made up. */
const WORDS = [
  ...COMMON,
  ...parts('ba co di fu gra lo mi nou pra ri sa te vo ju').flatMap((first) =>
    parts('lan mer tin bou gue ché ral nis dou vet').flatMap((second) =>
      parts('doir teur mage lier son nelle vard gnon quet lade tique rance bier').map(
        (third) => first + second + third,
      ),
    ),
  ),
];
/** As the words of the proposals are drawn. */
const word = () => WORDS[Math.floor(Math.random() ** 3 * WORDS.length)];

const fillWith = `
  with words as (select $3::text[] as w)
  insert into proposals (id, consultation, definition_version, pseudonym, title, body, theme, status, created_at,
    received_at, published_at, changed_at, supports)
  select gen_random_uuid(), $1, 1, sha256(n::text::bytea), phrase(n, 6, w), phrase(n + 7, 40, w),
    case when n % 3 = 0 then 'sante' end, 'published', at, at, at, at, (1000 * power(random(), 8))::integer
  from words, generate_series(1, $2::integer) n, lateral (select now() - n * interval '1 minute' as at) moment`;

/** The word of a place: the first of the list come often, the last seldom. */
const PHRASE = `
  create function phrase(seed integer, length integer, w text[]) returns text language sql volatile as $$
    select initcap(string_agg(w[1 + floor(power(random(), 3) * array_length(w, 1))::integer], ' '))
    from generate_series(1, length) where seed is not null
  $$`;

await withOwnBackend({}, async ({ url: backend, publish, connect, closing }) => {
  await publish(definition);
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, connect));
  const [client] = clients;
  await client.query(PHRASE);
  await client.query(fillWith, [definition.id, MANY, WORDS]);
  const { rows: many } = await client.query('select id from proposals');
  const hot = many[0].id;

  // The least that a support could be: its row, with the same key, and nothing beside it.
  await client.query(
    'create table bare (proposal uuid, pseudonym bytea, active boolean, revision integer, primary key (proposal, pseudonym))',
  );
  const upsert = (connection) =>
    clients[connection].query(
      `insert into bare values ($1, $2, true, 1)
       on conflict (proposal, pseudonym) do update set active = excluded.active, revision = excluded.revision
       where excluded.revision > bare.revision`,
      [hot, createHash('sha256').update(randomUUID()).digest()],
    );

  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  closing.push(() => agent.destroy());
  const call = (method, address, body) =>
    new Promise((resolve, reject) => {
      const sent = request(`${backend}/v1/consultations/${definition.id}/${address}`, {
        method,
        agent,
        headers: body && { 'Content-Type': 'application/json' },
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => (text += part));
        response.on('end', () => {
          if (response.statusCode < 300) resolve(text);
          else reject(new Error(`the backend answered ${response.statusCode}: ${text}`));
        });
      });
      sent.end(body);
    });

  const acknowledged = [];
  const put = async (proposal) => {
    const sent = support(proposal);
    await call('PUT', `contributions/${sent.id}`, JSON.stringify(sent));
    acknowledged.push(sent.id);
  };

  const speeds = { bare: [], hot: [], many: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    speeds.bare.push(await round(upsert));
    speeds.hot.push(await round(() => put(hot)));
    speeds.many.push(await round(() => put(oneOf(many).id)));
  }
  const { rows } = await client.query(
    `select (select count(*) from sent where id = any($1::uuid[]))::int as sent,
      (select count(*) from supports where active and contribution = any($1::uuid[]))::int as rows`,
    [acknowledged],
  );
  const lost = acknowledged.length - Math.min(rows[0].sent, rows[0].rows);
  const bare = median(speeds.bare);
  const tell = (what, value) => console.log(`${what.padEnd(34)}${value}`);
  tell(
    'bare upserts of one row',
    `${bare.toFixed(0)} rows/s (median of ${ROUNDS} rounds, ${CONNECTIONS} connections)`,
  );
  for (const [kind, where] of [
    ['hot', 'on one proposal'],
    ['many', `on ${MANY} proposals`],
  ]) {
    const perSecond = median(speeds[kind]);
    tell(`supports ${where}`, `${perSecond.toFixed(0)} supports/s, ratio ${(perSecond / bare).toFixed(2)}`);
  }
  tell('acknowledged', acknowledged.length);
  tell('lost', lost);

  await client.query(fillWith, [definition.id, LISTED - MANY, WORDS]);
  await client.query('analyze');
  const cursor = JSON.parse(await call('GET', 'proposals?sort=supported&limit=50')).next;
  const typed = () => Array.from({ length: 6 }, word).join(' ');
  const reads = {
    'first page, most supported': () => 'proposals?sort=supported',
    'first page, latest': () => 'proposals?sort=latest',
    'first page, trending': () => 'proposals',
    'a later page': () => `proposals?sort=supported&cursor=${cursor}`,
    'one theme': () => 'proposals?sort=supported&theme=sante',
    'search, one word': () => `proposals?sort=supported&search=${encodeURIComponent(word())}`,
    'search, three words': () =>
      `proposals?sort=supported&search=${encodeURIComponent([word(), word(), word()].join(' '))}`,
    'similar to a title': () => ['proposals/similar', JSON.stringify({ text: typed() })],
    'counts of 20 buttons': () =>
      `supports?${Array.from({ length: 20 }, () => `subject=proposal:${oneOf(many).id}`).join('&')}`,
  };
  tell(`\nreading among ${LISTED} proposals`, `one after the other, ${READS} times: p50, p99`);
  for (const [what, asked] of Object.entries(reads)) {
    const times = [];
    for (let turn = 0; turn < READS; turn += 1) {
      const [address, body] = [asked()].flat();
      const started = performance.now();
      await call(body ? 'POST' : 'GET', address, body);
      times.push(performance.now() - started);
    }
    tell(what, `${quantile(times, 0.5).toFixed(1)} ms, ${quantile(times, 0.99).toFixed(1)} ms`);
  }
  if (lost !== 0) process.exitCode = 1;
});
