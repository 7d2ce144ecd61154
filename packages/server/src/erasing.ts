import type { Database } from './database.js';
import { eraseRegistrations } from './meetings/erase-registrations.js';
import { eraseContributions } from './retention/erase-due.js';

const HOUR = 3_600_000;

interface ErasingOptions {
  now: () => Date;
  /** Told of a pass that erased something. */
  onErased: (what: 'registrations-erased' | 'contributions-erased', counts: Record<string, number>) => void;
  onError: (error: unknown) => void;
  /** ms */
  everyMs?: number;
}

/**
 * Erases what is due, now and then every hour: registrations of meetings that are over, and what was sent to
 * consultations whose time is. @returns stops it, once the pass under way has ended
 */
export function startErasing(
  db: Database,
  { now, onErased, onError, everyMs = HOUR }: ErasingOptions,
): () => Promise<void> {
  let pass = run();
  const timer = setInterval(() => {
    pass = pass.then(run);
  }, everyMs);
  // Erasing alone is no reason to stay.
  timer.unref();

  async function run(): Promise<void> {
    await registrations().catch(onError);
    await contributions().catch(onError);
  }

  async function registrations(): Promise<void> {
    const { failures, ...erased } = await eraseRegistrations(db, now());
    if (erased.meetings > 0) onErased('registrations-erased', erased);
    for (const { consultation, meeting, error } of failures) {
      onError(new Error(`registrations of ${consultation}/${meeting} are kept too long`, { cause: error }));
    }
  }

  async function contributions(): Promise<void> {
    const { failures, ...erased } = await eraseContributions(db, now());
    if (erased.consultations + erased.refused > 0) onErased('contributions-erased', erased);
    for (const { consultation, error } of failures) {
      onError(new Error(`what was sent to ${consultation} is kept too long`, { cause: error }));
    }
  }

  return async () => {
    clearInterval(timer);
    await pass;
  };
}
