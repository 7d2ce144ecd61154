// How the benches measure: work goes on again and again on each of ten connections until the round ends.

/** As many as an application server keeps. */
export const CONNECTIONS = 10;
/** What is compared takes turns, so that what else the machine does hits each of them. */
export const ROUNDS = 3;
const ROUND_MS = 3_000;

/** Returns how often a second `work` was done, all connections together. */
export async function round(work) {
  const started = performance.now();
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      let count = 0;
      for (; performance.now() - started < ROUND_MS; count += 1) await work(connection);
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - started) / 1000);
}

/** The number below which this part of them lies, e.g. 0.99. */
export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export const median = (numbers) => quantile(numbers, 0.5);

/** A consultation that is open, and asks what `asked` says. */
export function measured(asked) {
  return {
    id: 'mesure',
    locale: 'fr',
    title: 'Mesure',
    summary: 'Pour mesurer.',
    theme: 'Mesure',
    organiser: 'Mesure',
    territory: { level: 'national' },
    timeZone: 'Europe/Paris',
    estimatedMinutes: 2,
    resultsVisible: 'never',
    access: 'open',
    opensAt: '2020-01-01T00:00:00Z',
    closesAt: '2099-01-01T00:00:00Z',
    origins: [],
    notice: {
      controller: 'Mesure',
      purpose: 'Mesure',
      legalBasis: 'Mesure',
      recipients: 'Mesure',
      retention: 'Mesure',
      rightsContact: 'mesure@prefecture.example',
      openData: false,
    },
    ...asked,
  };
}
