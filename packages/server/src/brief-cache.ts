interface Entry<T> {
  until: number;
  value: Promise<T>;
}

interface CacheOptions {
  /** Shortest and longest time, in ms, for which a value is kept. */
  atLeast?: number;
  atMost?: number;
  /** How many are kept at a time: what is asked for may be anything. */
  most?: number;
}

/**
 * What is computed once for all who ask within a moment: kept `atLeast`, and twenty times as long as it took, so that
 * counting never fills the database's day.
 */
export class BriefCache<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private readonly atLeast: number;
  private readonly atMost: number;
  private readonly most: number;

  constructor({ atLeast = 0, atMost = Infinity, most = 1_000 }: CacheOptions = {}) {
    this.atLeast = atLeast;
    this.atMost = atMost;
    this.most = most;
  }

  get(key: string, compute: () => Promise<T>): Promise<T> {
    const ready = this.entries.get(key);
    const started = performance.now();
    if (ready && started < ready.until) return ready.value;
    const entry: Entry<T> = { until: Infinity, value: compute() };
    // The newest last, so that the first is the oldest.
    this.entries.delete(key);
    this.entries.set(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.most && oldest !== undefined) this.entries.delete(oldest);
    entry.value.then(
      () => {
        const done = performance.now();
        entry.until = done + Math.min(this.atMost, Math.max(this.atLeast, 20 * (done - started)));
      },
      () => {
        if (this.entries.get(key) === entry) this.entries.delete(key);
      },
    );
    return entry.value;
  }
}
