import { say, type Bilingual, type Context } from './command.js';

/** Told on standard error, so that what was asked for stays clean on standard output. */
export interface Progress {
  /** How many of `total` are done, where that is known. */
  step(done: number, total?: number): void;
  stop(): void;
}

/** Milliseconds before the first word: what is quicker needs none. Then at most one a second. */
const EVERY = 1_000;

/** Says what is going on once it takes more than a second. */
export function startProgress(context: Context, what: Bilingual): Progress {
  let state = '';
  const timer = setInterval(() => context.tell(`${say(context, what)}${state}`), EVERY);
  // A process that has nothing else to do must be able to end.
  timer.unref();
  return {
    step: (done, total) => {
      const number = new Intl.NumberFormat(context.locale);
      state = ` ${number.format(done)}${total === undefined ? '' : ` / ${number.format(total)}`}`;
    },
    stop: () => clearInterval(timer),
  };
}
