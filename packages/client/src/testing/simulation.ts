import type { Contribution } from '@cnr-widgets/contract';
import type { OutboxEntry } from '../entry.js';
import type { Outcome } from '../outcome.js';
import { draftOf, payloadOf } from './fixtures.js';
import { SimulatedPresses } from './simulated-presses.js';
import { SimulatedWorld, type Tab } from './simulated-world.js';
import { correctAndResend, resendUnderNewId } from '../manage.js';

/** What a citizen was told of one answer, whatever ids it went through. */
interface Answer {
  /** Stands in the text of every version of it. */
  mark: string;
  told: Set<Outcome['state']>;
  /** The citizen erased it, or the browser evicted it: it need not arrive, and must not arrive twice. */
  mayBeGone: boolean;
}

/** Runs every promise that can go on without the world. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

const textOf = (contribution: Contribution) => JSON.stringify(contribution.payload);

/**
 * One life of a site, by its seed. Returns how many wishes about supports could be compared.
 * @throws Error that names what was broken; the same seed breaks it again.
 */
export async function simulate(seed: number, steps = 250): Promise<number> {
  const world = new SimulatedWorld(seed);
  const presses = new SimulatedPresses(world);
  const answers: Answer[] = [];
  const onDisk = () => [...world.disk.values()].map((text) => JSON.parse(text) as OutboxEntry);
  const of = (entry: OutboxEntry) =>
    answers.find(({ mark }) => entry.contribution && textOf(entry.contribution).includes(mark));
  const rowsOf = ({ mark }: Answer) => world.server.rows().filter((row) => textOf(row).includes(mark));

  const tell = (answer: Answer | undefined, outcome: Promise<Outcome>) => {
    outcome.then(
      // What is refused and in the page's memory alone is shown as such.
      ({ state, entry }) => answer?.told.add(state === 'refused' && !entry.durable ? 'unsaved' : state),
      () => undefined, // Another tab had erased or renewed it.
    );
  };

  const acts: Record<string, (tab: Tab) => void> = {
    submit(tab) {
      if (answers.length >= 6) return;
      const answer: Answer = { mark: `réponse n° ${answers.length} `, told: new Set(), mayBeGone: false };
      answers.push(answer);
      tell(answer, tab.outbox.submit(world.backendFor(tab), draftOf(answer.mark)));
    },
    press: (tab) => presses.press(tab),
    'press again': (tab) => presses.press(tab),
    network: () => {
      world.online = !world.online || world.random() < 0.5;
    },
    disk: () => {
      world.full = !world.full && world.random() < 0.3;
    },
    kill(tab) {
      world.kill(tab);
      world.open();
    },
    open() {
      if (world.tabs.length < 4) world.open();
    },
    back: ({ signals }) => signals.forEach((signal) => signal('back')),
    hidden: ({ signals }) => signals.forEach((signal) => signal('hidden')),
    flush: ({ outbox }) => void outbox.flush({ force: world.random() < 0.5 }),
    later: () => world.advance(world.random() * 15 * 60_000),
    'clock jump': () => world.advance((world.random() - 0.5) * 4 * 86_400_000),
    resend(tab) {
      const entry = world.pick(onDisk());
      if (entry) tell(of(entry), tab.outbox.resend(entry.id));
    },
    'new id'(tab) {
      const entry = world.pick(onDisk());
      if (entry) tell(of(entry), resendUnderNewId(tab.outbox, entry.id));
    },
    correct(tab) {
      const entry = world.pick(onDisk());
      const answer = entry && of(entry);
      const payload = payloadOf(`${answer?.mark ?? ''}corrigée ${world.random()}`);
      if (entry && answer)
        tell(answer, correctAndResend(tab.outbox, entry.id, { definitionVersion: 2, payload }));
    },
    erase(tab) {
      const entry = world.random() < 0.2 ? world.pick(onDisk()) : undefined;
      const answer = entry && of(entry);
      if (!entry || (!answer && entry.kind !== 'support')) return;
      if (answer) answer.mayBeGone = true;
      else presses.forget(entry.keep?.subject);
      tab.outbox.erase(entry.id).catch(() => undefined);
    },
    evict() {
      if (world.random() > 0.1) return;
      for (const answer of answers) answer.mayBeGone = true;
      presses.forget();
      world.disk.clear();
      world.people.clear();
    },
  };

  const check = (step: string) => {
    for (const answer of answers) {
      const rows = rowsOf(answer).length;
      const visible = onDisk().some((entry) => of(entry) === answer);
      const broken =
        (rows > 1 && 'two rows') ||
        (answer.told.has('received') && !answer.mayBeGone && rows !== 1 && 'acknowledged without a row') ||
        (answer.told.has('queued') && !answer.mayBeGone && rows === 0 && !visible && 'saved, and gone');
      if (broken) throw new Error(`seed ${seed}, ${step}: ${answer.mark}: ${broken}`);
    }
    if (presses.broken) throw new Error(`seed ${seed}, ${step}: ${presses.broken}`);
    for (const entry of onDisk()) {
      if (entry.state === 'received' && entry.contribution)
        throw new Error(`seed ${seed}, ${step}: content kept`);
    }
  };

  world.open();
  for (let step = 0; step < steps; step++) {
    const act = world.random() < 0.35 ? world.pick(Object.keys(acts)) : undefined;
    const tab = world.pick(world.tabs);
    if (act && tab) acts[act]?.(tab);
    else world.runTask();
    await settle();
    check(`step ${step} (${act ?? 'task'})`);
  }
  await heal(world).catch((error: unknown) => {
    throw new Error(`seed ${seed}, at the end: something never left the device`, { cause: error });
  });
  check('at the end');
  for (const answer of answers) {
    const promised = answer.told.has('queued') || answer.told.has('refused') || answer.told.has('received');
    if (promised && !answer.mayBeGone && rowsOf(answer).length !== 1) {
      throw new Error(`seed ${seed}, at the end: ${answer.mark}: ${rowsOf(answer).length} rows`);
    }
  }
  try {
    return presses.checkAtRest();
  } catch (error) {
    throw new Error(`seed ${seed}, at the end: ${(error as Error).message}`, { cause: error });
  }
}

/** Faults are over and all pages closed; one is opened, and the citizen sends what had been refused. */
async function heal(world: SimulatedWorld): Promise<void> {
  world.faults = false;
  world.full = false;
  world.online = true;
  for (const tab of [...world.tabs]) world.kill(tab);
  world.advance(86_400_000);
  const { outbox } = world.open();
  for (let round = 0; round < 200; round++) {
    while (world.runTask()) await settle();
    await settle();
    world.advance(60_000);
    const entries = [...world.disk.values()].map((text) => JSON.parse(text) as OutboxEntry);
    // A second correction of one receipt is refused for good: it stays in sight, and the citizen erases it.
    const waiting = entries.filter(
      ({ state, lastError }) => state !== 'received' && lastError?.code !== 'already-replaced',
    );
    if (waiting.length === 0) return;
    for (const { id, state } of waiting) if (state === 'refused') void outbox.resend(id);
  }
  throw new Error([...world.disk.values()].join('\n'));
}
