// npm run replay:supports -- FILE.csv: does a stream of votes come to what it should? A database and a backend of its
// own, the client's own outbox on a device a voter, and a recount that knows neither.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { withOwnBackend } from '../own-backend.mjs';
import { replayedConsultation } from './forum.mjs';
import { countsTold, makeSubjects, replayInOrder, replayShuffled } from './replay.mjs';
import { readVotes, recount } from './votes.mjs';

const SEED = Number(process.env.CNR_SEED || 20_261_122);
/** How many differences are printed one by one. */
const SHOWN = 20;

/**
 * @param {readonly string[]} args the file
 * @param {{ fetch?: typeof globalThis.fetch, print?: (line: string) => void }} options `fetch`: the network of every
 * device, and of whoever reads the counts
 * @returns {Promise<0 | 1 | 2>} 1: the counts differ; 2: there was nothing to replay
 */
export async function replaySupports(args, { fetch = globalThis.fetch, print = console.log } = {}) {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) {
    print('npm run replay:supports -- FILE.csv   (columns: timestamp, subject, voter, vote = 1, 0 or -1)');
    return 2;
  }
  let votes;
  try {
    // npm runs it in the root of the repository, whoever called it from wherever.
    votes = readVotes(readFileSync(path.resolve(process.env.INIT_CWD ?? '', file), 'utf8'));
  } catch (error) {
    print(`${file}: ${error.message}`);
    return 2;
  }
  const expected = recount(votes);
  const voters = new Set(votes.map(({ voter }) => voter)).size;
  const supported = [...expected.values()].reduce((sum, count) => sum + count, 0);
  print(`${file}: ${votes.length} votes, ${voters} voters, ${expected.size} subjects`);
  print(`recount               ${supported} supports stand at the end`);
  let differences = 0;
  // What a file tells of weeks comes within a minute here: that is no flood.
  const env = { SUPPORTS_PER_MINUTE: '100000' };
  await withOwnBackend({ env }, async ({ url, publish, connect }) => {
    const database = await connect();
    for (const [name, replay] of [
      ['in order', replayInOrder],
      ['shuffled', replayShuffled],
    ]) {
      const place = { consultation: name.replace(' ', '-'), definitionVersion: 1 };
      await publish(replayedConsultation(place.consultation));
      const subjects = await makeSubjects(url, place, expected.keys());
      const start = performance.now();
      const did = await replay({ url, votes, place, subjects, fetch, seed: SEED });
      const seconds = (performance.now() - start) / 1000;
      const told = await countsTold(url, place.consultation, subjects, fetch);
      const stored = await countsStored(database, subjects);
      const wrong = [...expected].filter(
        ([subject, count]) => told.get(subject) !== count || stored.get(subject) !== count,
      );
      differences += wrong.length;
      print(
        `${name.padEnd(22)}${did.pressed} presses, ${did.repeated} delivered again, ${did.cancelled} cancelled out, ${did.nothing} said nothing new; ${seconds.toFixed(1)} s`,
      );
      print(`  as told             ${wrong.length === 0 ? 'equal' : `${wrong.length} subjects differ`}`);
      for (const [subject, count] of wrong.slice(0, SHOWN)) {
        print(
          `  ${subject}: recount ${count}, told ${told.get(subject)}, in the database ${stored.get(subject)}`,
        );
      }
    }
  });
  if (differences === 0) print('The counts are those of the recount.');
  else print(`The counts differ ${differences} times. The order was that of CNR_SEED=${SEED}.`);
  return differences === 0 ? 0 : 1;
}

/** The rows themselves, apart from any counter. */
async function countsStored(database, subjects) {
  const { rows } = await database.query(
    `select proposal, count(*)::int as count from supports where active group by proposal`,
  );
  const counts = new Map(rows.map(({ proposal, count }) => [`proposal:${proposal}`, count]));
  return new Map([...subjects].map(([name, subject]) => [name, counts.get(subject) ?? 0]));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await replaySupports(process.argv.slice(2));
}
