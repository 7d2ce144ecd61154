import type { ProposalPage, ProposalQuery, ProposalSort, ProposalSummary } from '@cnr-widgets/contract';
import { clientErrorOf } from '@cnr-widgets/client/errors';
import type { ReactiveControllerHost } from 'lit';
import type { Forum } from './forum.js';

/** In which order, or which alone, the list shows them. */
export type Order = ProposalSort | 'answered' | 'mine';

export interface Filters {
  readonly search: string;
  /** Id of a theme; empty: all. */
  readonly theme: string;
  /** INSEE code of a département; empty: all. */
  readonly territory: string;
  readonly order: Order;
}

export const NO_FILTERS: Filters = { search: '', theme: '', territory: '', order: 'trending' };

/** The proposals that fit the filters, page after page. What stands in the list stays there while more is fetched. */
export class ProposalList {
  filters: Filters = NO_FILTERS;
  proposals: readonly ProposalSummary[] = [];
  /** How many fit in all; undefined until the first page came. */
  total: number | undefined;
  busy = false;
  /** What of it this device supports, where it is this device's own list. */
  supported: ReadonlySet<string> | undefined;
  /** Why the last call failed. */
  failure: string | undefined;
  /** The cursor of the next page; after a failure, of the page that is to be tried again. */
  #next: string | undefined;
  #loading: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** Whether something narrows the list that the citizen may want to take away again. */
  get narrowed(): boolean {
    const { search, theme, territory } = this.filters;
    return search !== '' || theme !== '' || territory !== '';
  }

  /** Fetches the first page for these filters. Whatever was on its way is of no use any more. */
  async show(forum: Forum, filters: Filters): Promise<void> {
    this.filters = filters;
    await this.#fetch(forum, undefined);
  }

  /** The call that failed, once more. */
  async retry(forum: Forum): Promise<void> {
    await this.#fetch(forum, this.#next);
  }

  /** Fetches the next page; the id of its first proposal, where it came. */
  async more(forum: Forum): Promise<string | undefined> {
    const known = this.proposals.length;
    if (this.#next === undefined || this.busy) return undefined;
    await this.#fetch(forum, this.#next);
    return this.proposals[known]?.id;
  }

  stop(): void {
    this.#loading?.abort();
    this.busy = false;
  }

  async #fetch(forum: Forum, cursor: string | undefined): Promise<void> {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.busy = true;
    this.failure = undefined;
    this.host.requestUpdate();
    try {
      const ask = (query: ProposalQuery) => read(forum, this.filters, query, signal);
      const { page, supported } = await (this.filters.order === 'mine'
        ? (await loadOwnList()).readOwn(forum, ask)
        : ask({ cursor }).then((page) => ({ page, supported: undefined })));
      if (signal.aborted) return;
      this.supported = supported;
      const before = cursor === undefined ? [] : this.proposals;
      // The order moves while one reads: what moved down a page would stand there twice.
      const known = new Set(before.map(({ id }) => id));
      this.proposals = [...before, ...page.proposals.filter(({ id }) => !known.has(id))];
      this.total = page.total;
      this.#next = page.next;
    } catch (error) {
      if (signal.aborted) return;
      this.failure = clientErrorOf(error, 'malformed-response').code;
      // A first page that failed leaves the list of other filters: what follows in that one fits neither.
      this.#next = cursor;
    }
    this.busy = false;
    this.host.requestUpdate();
  }
}

/** For who asks for their own. @throws {ClientError} `network` */
function loadOwnList() {
  return import('./own-list.js').catch((cause: unknown) => {
    throw clientErrorOf(cause, 'network');
  });
}

async function read(
  { backend, published }: Forum,
  { search, theme, territory, order }: Filters,
  query: ProposalQuery,
  signal: AbortSignal,
): Promise<ProposalPage> {
  const filters = {
    search: search || undefined,
    theme: theme || undefined,
    territory: territory || undefined,
    ...(order === 'mine' || order === 'answered'
      ? { answered: order === 'answered', sort: 'latest' as const }
      : { sort: order }),
  };
  return backend.proposals(published.consultation.id, { ...filters, ...query }, { signal });
}
