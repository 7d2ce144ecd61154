import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { ClientError } from './errors.js';
import type { Backend } from './backend.js';
import type { Outbox } from './outbox.js';
import { memoryStore } from './memory-store.js';
import type { Store } from './store.js';
import { supportOf, toggleSupport } from './supports.js';
import { pageOf, Site } from './testing/fake-page.js';
import { draftOf } from './testing/fixtures.js';
import { SUBJECT } from './testing/kinds.js';
import { quickHash, SimulatedServer } from './testing/simulated-server.js';

type Network = 'up' | 'down' | 'loses answers' | 'busy';

/** What must hold, and nothing of how: who was told what, and whether the network would let a call through. */
interface Model {
  network: Network;
  submitted: number;
  /** Whether the citizen wants to support it, as last pressed. */
  supports: boolean;
}

interface Real {
  site: Site;
  server: SimulatedServer;
  network: Network;
  /** False: the device says that it has no network. */
  online: boolean;
  tabs: Outbox[];
  open: () => Outbox;
  outcomes: Promise<unknown>[];
  presses: Promise<void>;
}

class Submit implements fc.AsyncCommand<Model, Real> {
  constructor(readonly tab: number) {}
  readonly check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const text = `réponse ${model.submitted++}`;
    const tab = real.tabs[this.tab % real.tabs.length] ?? real.open();
    real.outcomes.push(tab.submit(backendOf(real), draftOf(text)));
  }
  readonly toString = () => `submit in tab ${this.tab}`;
}

/** Each once the citizen saw what became of the one before: presses do not overlap here. */
class Press implements fc.AsyncCommand<Model, Real> {
  constructor(readonly tab: number) {}
  readonly check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const tab = real.tabs[this.tab % real.tabs.length] ?? real.open();
    const press = { consultation: 'le-gymnase', definitionVersion: 2, subject: SUBJECT };
    const wish = (model.supports = !model.supports);
    real.presses = real.presses.then(async () => {
      const outcome = await toggleSupport(tab, backendOf(real), press);
      if (outcome.state !== 'cancelled') expect(outcome.entry?.keep?.on).to.equal(wish);
    });
  }
  readonly toString = () => `press in tab ${this.tab}`;
}

class Switch implements fc.AsyncCommand<Model, Real> {
  constructor(readonly network: Network) {}
  readonly check = ({ network }: Readonly<Model>) => network !== this.network;
  async run(model: Model, real: Real): Promise<void> {
    model.network = real.network = this.network;
    real.online = this.network !== 'down';
  }
  readonly toString = () => `network ${this.network}`;
}

class Flush implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly tab: number,
    readonly force: boolean,
  ) {}
  readonly check = () => true;
  async run(_model: Model, real: Real): Promise<void> {
    const tab = real.tabs[this.tab % real.tabs.length] ?? real.open();
    real.outcomes.push(tab.flush({ force: this.force }));
  }
  readonly toString = () => `flush ${this.force ? 'all ' : ''}in tab ${this.tab}`;
}

class Wait implements fc.AsyncCommand<Model, Real> {
  constructor(readonly seconds: number) {}
  readonly check = () => true;
  async run(_model: Model, real: Real): Promise<void> {
    real.site.advance(this.seconds * 1000);
  }
  readonly toString = () => `${this.seconds} s later`;
}

class OpenTab implements fc.AsyncCommand<Model, Real> {
  readonly check = () => true;
  async run(_model: Model, real: Real): Promise<void> {
    real.open();
  }
  readonly toString = () => 'another tab';
}

function backendOf(real: Real): Backend {
  const missing = () => Promise.reject(new ClientError('not-supported', 'not part of the model'));
  return {
    descriptor: { adapter: 'memory', name: 'model' },
    async put(contribution) {
      if (real.network === 'down') throw new ClientError('network', 'down');
      if (real.network === 'busy')
        throw new ClientError('unavailable', 'busy', { status: 503, retryAfter: 60 });
      const receipt = real.server.record(contribution);
      if (real.network === 'loses answers') throw new ClientError('timeout', 'lost');
      return receipt;
    },
    ...{ consultation: missing, counts: missing, results: missing, retrieve: missing, withdraw: missing },
    ...{ proposals: missing, similar: missing, proposal: missing, comments: missing, supports: missing },
    calendarUrl: () => undefined,
    ...{ meetings: missing, meeting: missing, places: missing, contours: missing },
    ...{ registration: missing, leaveContact: missing, eraseContact: missing },
  };
}

/** Each operation of the store, and each call, comes back when the scheduler says so. */
function setUp(scheduler: fc.Scheduler): { model: Model; real: Real } {
  const scheduled = (disk: Store): Store => ({
    durable: true,
    get: scheduler.scheduleFunction((key: string) => disk.get(key)),
    entries: scheduler.scheduleFunction(() => disk.entries()),
    change: scheduler.scheduleFunction((...call: Parameters<Store['change']>) => disk.change(...call)),
  });
  const store = scheduled(memoryStore());
  const pseudonyms = scheduled(memoryStore());
  const site = new Site();
  const real: Real = {
    site,
    server: new SimulatedServer(),
    network: 'up',
    online: true,
    tabs: [],
    outcomes: [],
    presses: Promise.resolve(),
    open() {
      const backend = backendOf(real);
      const put = scheduler.scheduleFunction((...call: Parameters<Backend['put']>) => backend.put(...call));
      const { outbox } = pageOf(
        site,
        store,
        { ...backend, put },
        {
          hash: async (contribution) => quickHash(contribution),
          locks: undefined,
          persist: () => undefined,
          online: () => real.online,
          pseudonyms,
        },
      );
      outbox.start();
      real.tabs.push(outbox);
      return outbox;
    },
  };
  real.open();
  return { model: { network: 'up', submitted: 0, supports: false }, real };
}

describe('the outbox against its model', () => {
  it('has one row of each answer, and the last wish of each support, in whatever order things come back', async () => {
    const tab = fc.nat({ max: 3 });
    const commands = fc.commands(
      [
        tab.map((at) => new Submit(at)),
        tab.map((at) => new Press(at)),
        tab.map((at) => new Press(at)),
        fc.constantFrom<Network>('up', 'down', 'loses answers', 'busy').map((network) => new Switch(network)),
        fc.tuple(tab, fc.boolean()).map(([at, force]) => new Flush(at, force)),
        fc.nat({ max: 600 }).map((seconds) => new Wait(seconds)),
        fc.constant(new OpenTab()),
      ],
      { maxCommands: 25 },
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), commands, async (scheduler, sequence) => {
        const { model, real } = setUp(scheduler);
        await fc.scheduledModelRun(scheduler, () => ({ model, real }), sequence);
        real.network = 'up';
        real.online = true;
        await scheduler.waitIdle();
        const progress = { ended: false };
        const pressed = real.presses.finally(() => (progress.ended = true));
        // Each press may wait for its receipt, and each waits for the one before.
        do {
          real.site.advance(3_600_000);
          await scheduler.waitIdle();
        } while (!progress.ended);
        await pressed;
        const [first = real.open()] = real.tabs;
        await scheduler.waitFor(first.flush({ force: true }));
        await scheduler.waitIdle();
        const entries = await scheduler.waitFor(first.entries());
        const answers = entries.filter(({ kind }) => kind === 'answer').map(({ state }) => state);
        expect(answers).to.deep.equal(Array.from({ length: model.submitted }, () => 'received'));
        const place = {
          descriptor: { adapter: 'memory', name: 'model' },
          consultation: 'le-gymnase',
        } as const;
        const { on, counted = false } = supportOf(entries, place, SUBJECT);
        expect([on, counted]).to.deep.equal([model.supports, model.supports]);
        expect(real.server.count(SUBJECT)).to.equal(model.supports ? 1 : 0);
        const sent = real.server.rows().filter(({ kind }) => kind === 'answer');
        const texts = sent.map(({ payload }) => JSON.stringify(payload));
        expect(new Set(texts).size).to.equal(model.submitted);
        expect(texts).to.have.length(model.submitted);
        for (const open of real.tabs) open.stop();
      }),
      { numRuns: 150 },
    );
  }).timeout(120_000);
});
