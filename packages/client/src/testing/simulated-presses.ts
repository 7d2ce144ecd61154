import type { OutboxEntry } from '../entry.js';
import { supportOf, toggleSupport } from '../supports.js';
import { published } from './fixtures.js';
import type { SimulatedWorld, Tab } from './simulated-world.js';

const SUBJECTS = ['proposal:a', 'proposal:b'];
const consultation = published.consultation.id;

/** What citizens wished of support buttons, held against what the device says and the server counts. */
export class SimulatedPresses {
  readonly #world: SimulatedWorld;
  /** By subject: the last wish that the device wrote down. */
  readonly #wishes = new Map<string, { revision: number; on: boolean }>();
  /** Every press that was ever on the disk. */
  readonly #stored = new Set<string>();
  /** Subjects of which the citizen or the browser erased what the device knew. */
  readonly #forgotten = new Set<string>();
  /** What was said and did not hold. */
  broken: string | undefined;

  constructor(world: SimulatedWorld) {
    this.#world = world;
    world.onStored = (removed, written) => {
      // One that goes without a successor was cancelled: the opposite is wished. What takes its place comes after.
      for (const { subject, revision, on } of removed.flatMap(pressOf)) {
        if (this.#wishes.get(subject)?.revision === revision)
          this.#wishes.set(subject, { revision, on: !on });
      }
      for (const { id, subject, revision, on } of written.flatMap(pressOf)) {
        this.#stored.add(id);
        if (revision >= (this.#wishes.get(subject)?.revision ?? 0)) {
          this.#wishes.set(subject, { revision, on });
        }
      }
    };
  }

  press(tab: Tab): void {
    const world = this.#world;
    const subject = world.pick(SUBJECTS) ?? '';
    const on = world.random() < 0.5;
    const wished = { consultation, definitionVersion: 2, subject, on };
    void toggleSupport(tab.outbox, world.backendFor(tab), wished).then((outcome) => {
      const entry = 'entry' in outcome ? outcome.entry : undefined;
      const { state } = outcome;
      if (entry && entry.keep?.on !== on) this.broken = `${subject}: another wish was taken for this one`;
      if (state === 'received' && !world.server.has(entry?.id ?? '')) this.broken = `${subject}: no row`;
      if (state === 'queued' && !this.#stored.has(entry?.id ?? '')) this.broken = `${subject}: not stored`;
    });
  }

  forget(subject?: string): void {
    for (const one of SUBJECTS) if (one === (subject ?? one)) this.#forgotten.add(one);
  }

  /** Everything has come to rest. Returns how many wishes were compared. @throws Error that says what was broken */
  checkAtRest(): number {
    const { server, disk } = this.#world;
    const entries = [...disk.values()].map((text) => JSON.parse(text) as OutboxEntry);
    let compared = 0;
    for (const subject of SUBJECTS) {
      const [decisive, ...others] = server.decisive(subject);
      // What was sent from memory alone, the device does not know of once its page is closed.
      if (this.#forgotten.has(subject) || (decisive && !this.#stored.has(decisive.id))) continue;
      if (others.length > 0) throw new Error(`${subject}: one citizen is ${others.length + 1} people`);
      const count = server.count(subject) === 1;
      const place = { descriptor: { adapter: 'memory', name: 'simulated' }, consultation } as const;
      const { counted = false, state } = supportOf(entries, place, subject);
      if (state !== 'none' && state !== 'received') throw new Error(`${subject}: still ${state}`);
      if (counted !== count) throw new Error(`${subject}: shown as ${counted}, counted as ${count}`);
      const wish = this.#wishes.get(subject);
      if (!wish) continue;
      if (wish.on !== count) throw new Error(`${subject}: last wished ${wish.on}, counted as ${count}`);
      compared++;
    }
    return compared;
  }
}

interface StoredPress {
  id: string;
  subject: string;
  revision: number;
  on: boolean;
}

function pressOf(value: unknown): StoredPress[] {
  const { id, kind, keep } = value as OutboxEntry;
  const { subject = '', revision = 0, on = false } = keep ?? {};
  return kind === 'support' ? [{ id, subject, revision, on }] : [];
}
