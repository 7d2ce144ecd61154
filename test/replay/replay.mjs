// Sends a stream of votes through the real client and the real server, twice: in order, and shuffled.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { httpBackend } from '@cnr-widgets/client/http';
import { Outbox } from '@cnr-widgets/client/outbox';
import { memoryStore } from '@cnr-widgets/client/store';
import { chance, shuffled } from '../../demo/chance.mjs';
import { Voter } from './voter.mjs';

/** Requests of the shuffled replay that are under way at once. */
const ABREAST = 8;
/** Of the shuffled replay's presses, those that are made without a network. */
const OFFLINE = 1 / 8;
/** From `GET …/supports`, at most so many at once. */
const COUNTED_AT_ONCE = 50;

/** @typedef {import('./votes.mjs').Vote} Vote */

/**
 * Makes a proposal for each subject, through the client's own outbox. Each has an author of its own: how many one
 * person may deposit is not what is tried here.
 * @returns {Promise<Map<string, string>>} the subject's name in the file, and `proposal:<uuid>`
 */
export async function makeSubjects(url, { consultation, definitionVersion }, names) {
  const backend = httpBackend(url);
  const subjects = new Map();
  for (const name of names) {
    const title = `Sujet ${name}`.slice(0, 120);
    const outbox = new Outbox({ store: memoryStore(), locks: undefined, listen: () => () => undefined });
    const outcome = await outbox.submit(backend, {
      kind: 'proposal',
      consultation,
      definitionVersion,
      payload: { pseudonym: randomUUID(), title, text: `Ce que dit le fichier du sujet ${name}.` },
    });
    if (outcome.state !== 'received') throw new Error(`the proposal for ${name} is ${outcome.state}`);
    subjects.set(name, `proposal:${outcome.receipt.id}`);
  }
  return subjects;
}

/**
 * In the order of the file, each vote received before the next one is cast.
 * @param {{ url: string, votes: readonly Vote[], place: { consultation: string, definitionVersion: number },
 *   subjects: Map<string, string>, fetch?: typeof globalThis.fetch }} stream
 */
export async function replayInOrder({ url, votes, place, subjects, fetch = globalThis.fetch }) {
  const voters = devices(votes, { url, fetch });
  const did = tally();
  for (const vote of votes) {
    const subject = subjects.get(vote.subject);
    did[await voters.get(vote.voter).cast(vote, { ...place, subject })] += 1;
  }
  await settle(voters);
  return did;
}

/**
 * Each voter presses in the order of the file, some of the time without a network; what leaves is held back, and
 * arrives in an order of its own.
 * @param {Parameters<typeof replayInOrder>[0] & { seed: number }} stream
 */
export async function replayShuffled({ url, votes, place, subjects, seed, fetch = globalThis.fetch }) {
  const random = chance(seed);
  const network = heldBack(fetch);
  const voters = devices(votes, { url, fetch: network.fetch });
  const did = tally();
  const casts = [];
  for (const vote of votes) {
    const subject = subjects.get(vote.subject);
    const held = network.next();
    const cast = voters
      .get(vote.voter)
      .cast(vote, { ...place, subject }, { online: random() >= OFFLINE })
      .then((what) => (did[what] += 1));
    casts.push(cast);
    // Until it is on its way, or will not be: the device's next press finds this one where it stands.
    await Promise.race([cast, held]);
  }
  await network.release(random);
  await Promise.all(casts);
  await settle(voters);
  return did;
}

/** What everybody can read, by the subject's name in the file. */
export async function countsTold(url, consultation, subjects, fetch = globalThis.fetch) {
  const backend = httpBackend(url, { fetch });
  const names = [...subjects.keys()];
  const counts = new Map();
  for (let from = 0; from < names.length; from += COUNTED_AT_ONCE) {
    const asked = names.slice(from, from + COUNTED_AT_ONCE);
    const { supports } = await backend.supports(
      consultation,
      asked.map((name) => subjects.get(name)),
    );
    const told = new Map(supports.map(({ subject, count }) => [subject, count]));
    for (const name of asked) counts.set(name, told.get(subjects.get(name)));
  }
  return counts;
}

function devices(votes, network) {
  return new Map([...new Set(votes.map(({ voter }) => voter))].map((voter) => [voter, new Voter(network)]));
}

const tally = () => ({ pressed: 0, cancelled: 0, repeated: 0, nothing: 0 });

/** Until every device has its receipts. @throws when the backend refused one, with its reason */
async function settle(voters) {
  let left = [...voters.values()];
  while (left.length > 0) {
    const open = [];
    for (const voter of left) {
      const entries = await voter.settle();
      const refused = entries.find(({ state }) => state === 'refused');
      if (refused) throw new Error(`a support was refused: ${refused.lastError?.code}`);
      if (entries.length > 0) open.push(voter);
    }
    left = open;
    // The backend is away, or asked for patience.
    if (left.length > 0) await pause(1000);
  }
}

/** A network that keeps every PUT until it is released; from then on it lets through. */
function heldBack(fetch) {
  let pool = [];
  let open = false;
  let told = () => undefined;
  return {
    fetch(address, init) {
      if (open || init.method !== 'PUT') return fetch(address, init);
      return new Promise((resolve, reject) => {
        pool.push(() => fetch(address, init).then(resolve, reject));
        told();
      });
    },
    /** Resolves when the next PUT is held. */
    next: () => new Promise((resolve) => (told = resolve)),
    async release(random) {
      open = true;
      const calls = shuffled(pool, random);
      pool = [];
      const send = async () => {
        for (let call = calls.pop(); call; call = calls.pop()) await call();
      };
      await Promise.all(Array.from({ length: ABREAST }, send));
    },
  };
}
