// npm run bench:ingest: how many answers a second the backend accepts, from the device's connection to the committed row,
// beside what the same PostgreSQL takes of bare inserts in the same run. Both through ten connections.
import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { withOwnBackend } from '../own-backend.mjs';
import { CONNECTIONS, measured, median, round, ROUNDS } from './rounds.mjs';

const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: `Choix ${id}` }));
const items = Array.from({ length: 12 }, (_, place) =>
  place % 3 === 0
    ? { id: `q${place}`, kind: 'single', title: `Question ${place}`, choices }
    : place % 3 === 1
      ? { id: `q${place}`, kind: 'multiple', title: `Question ${place}`, choices }
      : { id: `q${place}`, kind: 'text', title: `Question ${place}` },
);
const definition = measured({ questionnaire: { items } });

const valueOf = {
  single: { kind: 'single', choice: 'b' },
  multiple: { kind: 'multiple', choices: ['a', 'c', 'd'] },
  text: { kind: 'text', text: 'Il faudrait davantage de médecins près de chez nous. '.repeat(3).trim() },
};

function answer() {
  return {
    id: randomUUID(),
    kind: 'answer',
    consultation: definition.id,
    definitionVersion: 1,
    createdAt: new Date().toISOString(),
    payload: { answers: items.map(({ id, kind }) => ({ question: id, value: valueOf[kind] })) },
  };
}

await withOwnBackend({}, async ({ url: backend, publish, connect, closing }) => {
  await publish(definition);
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, connect));
  // The same columns, indexes and checks, so that the row costs the same.
  await clients[0].query('create table bare (like answers including all)');
  const insert = (connection) => {
    const row = answer();
    const content = JSON.stringify(row);
    const hash = createHash('sha256').update(content).digest('hex');
    const values = [row.id, row.consultation, content, hash, row.id, row.createdAt];
    return clients[connection].query(
      `insert into bare (id, consultation, definition_version, contribution, content_hash, code, received_at, late, state)
       values ($1, $2, 1, $3, $4, $5, $6, false, 'live')`,
      values,
    );
  };

  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  closing.push(() => agent.destroy());
  const acknowledged = [];
  const put = () => {
    const sent = answer();
    const url = `${backend}/v1/consultations/${sent.consultation}/contributions/${sent.id}`;
    return new Promise((resolve, reject) => {
      const call = request(url, { method: 'PUT', agent, headers: { 'Content-Type': 'application/json' } });
      call.on('error', reject);
      call.on('response', (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 201) acknowledged.push(sent.id);
          else reject(new Error(`the backend answered ${response.statusCode}`));
          resolve();
        });
      });
      call.end(JSON.stringify(sent));
    });
  };

  const bare = [];
  const whole = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    bare.push(await round(insert));
    whole.push(await round(put));
  }
  const { rows } = await clients[0].query(
    'select count(distinct id)::int as there from answers where id = any($1::uuid[])',
    [acknowledged],
  );
  const lost = acknowledged.length - rows[0].there;
  const [perSecond, inserts] = [median(whole), median(bare)];
  console.log(
    `accepted end to end   ${perSecond.toFixed(0)} answers/s (median of ${ROUNDS} rounds, ${CONNECTIONS} connections)`,
  );
  console.log(`bare inserts          ${inserts.toFixed(0)} rows/s`);
  console.log(`ratio                 ${(perSecond / inserts).toFixed(2)}`);
  console.log(`acknowledged          ${acknowledged.length}`);
  console.log(`lost                  ${lost}`);
  if (lost !== 0) process.exitCode = 1;
});
