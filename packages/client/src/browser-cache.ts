import type { CallOptions, ReadMeetings } from './backend.js';
import { clientErrorOf } from './errors.js';

/**
 * Reads meetings; where no answer came, or the backend is down, what the browser's own HTTP cache still holds of an
 * earlier answer, however old. Nothing is stored for it, so that nothing has to be erased either.
 * @throws ClientError of the first attempt, where nothing was held
 */
export async function orFromCache(
  read: (init?: RequestInit, options?: CallOptions) => Promise<ReadMeetings>,
  options: CallOptions | undefined,
): Promise<ReadMeetings> {
  try {
    return await read();
  } catch (error) {
    const failure = clientErrorOf(error, 'network');
    const down = failure.status === undefined ? isUnreached(failure.code) : failure.status >= 500;
    if (!down) throw failure;
    // `only-if-cached` is refused from another origin: `force-cache` asks the network too where nothing is held.
    const given = { ...options, fresh: undefined };
    const held = await read({ cache: 'force-cache' }, given).catch(() => undefined);
    if (held === undefined) throw failure;
    return { ...held, kept: true };
  }
}

function isUnreached(code: string): boolean {
  return code === 'network' || code === 'timeout';
}
