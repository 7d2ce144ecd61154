import type { SupportCounts } from '@cnr-widgets/contract';
import type { Backend } from '@cnr-widgets/client/backend';

/** How many subjects one call may ask for. */
const MOST = 50;

interface Batch {
  readonly backend: Backend;
  readonly consultation: string;
  readonly subjects: Set<string>;
  readonly counts: Promise<SupportCounts>;
}

const gathering = new Set<Batch>();

/**
 * The counts with this subject among them. The buttons that come into sight together ask in one call, but for `own`
 * ones, of a list of what one person did: an address that named all of it would tell it to every log on the way.
 * @throws ClientError
 */
export function countsOf(
  backend: Backend,
  consultation: string,
  subject: string,
  own: boolean,
): Promise<SupportCounts> {
  if (own) return backend.supports(consultation, [subject]);
  const fits = (one: Batch) =>
    one.backend === backend && one.consultation === consultation && one.subjects.size < MOST;
  const batch = [...gathering].find(fits) ?? gather(backend, consultation);
  batch.subjects.add(subject);
  return batch.counts;
}

function gather(backend: Backend, consultation: string): Batch {
  const subjects = new Set<string>();
  // Not a microtask: each button is told in a task of its own that it is in sight.
  const counts = new Promise((resolve) => setTimeout(resolve)).then(() => {
    gathering.delete(batch);
    return backend.supports(consultation, [...subjects]);
  });
  const batch: Batch = { backend, consultation, subjects, counts };
  gathering.add(batch);
  return batch;
}
