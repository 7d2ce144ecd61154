import type { ProposalSummary } from '@cnr-widgets/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Forum } from '../forum.js';

/** How long nothing is typed before the backend is asked. */
const PAUSE_MS = 600;
/** Fewer characters say nothing yet. */
const SHORTEST = 8;

/** What says something like the text that is being typed. Where nobody can tell, there is nothing to show. */
export class Similar implements ReactiveController {
  found: readonly ProposalSummary[] = [];
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#text = '';
    this.found = [];
  }

  /** Looks once the typing pauses. */
  look(forum: Forum, typed: string): void {
    const text = typed.trim();
    if (text === this.#text) return;
    this.#text = text;
    clearTimeout(this.#timer);
    this.#asking?.abort();
    if (text.length < SHORTEST) {
      this.found = [];
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(forum, text), PAUSE_MS);
  }

  async #ask({ backend, published }: Forum, text: string): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    const page = await backend.similar(published.consultation.id, text, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    this.found = page?.proposals ?? [];
    this.host.requestUpdate();
  }
}
