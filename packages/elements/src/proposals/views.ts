import type { ProposalPayload, ProposalSummary } from '@cnr-widgets/contract';
import type { LitElement, ReactiveController } from 'lit';
import type { Correcting } from './forum.js';

/** What stands in the list's place. */
export type View = 'list' | 'opened' | 'deposit' | 'mine';

/** Which part of `<cnr-proposals>` is on the screen, and where the focus goes when another one comes. */
export class Views implements ReactiveController {
  current: View = 'list';
  /** Id of the proposal that stands open. */
  proposal: string | undefined;
  /** The same as the list knows it, where it was opened from there. */
  summary: ProposalSummary | undefined;
  /** What is to be corrected in the form. */
  correcting: Correcting<ProposalPayload> | undefined;
  /** Where one goes back to. */
  from: 'list' | 'mine' = 'list';
  /** The code of what was asked for did not arrive. */
  failed = false;
  /** The forms that were opened stay, hidden: what was written there is not lost on the way to the list. */
  readonly visited = new Set<View>();
  /** How far below the top of the window the citizen left the list. */
  #top: number | undefined;
  #focus: string | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const root = this.host.renderRoot;
    // What one came from may not be in the list any more, or never was.
    const instead = this.current === 'list' ? '#title' : undefined;
    const target =
      this.#focus &&
      (root.querySelector<HTMLElement>(this.#focus) ?? (instead && root.querySelector<HTMLElement>(instead)));
    if (!target) return;
    this.#focus = undefined;
    if (this.current === 'list' && this.#top !== undefined) {
      // Back where one was: what stood in the list's place was shorter or longer.
      scrollBy(0, target.getBoundingClientRect().top - this.#top);
      this.#top = undefined;
    }
    target.focus();
  }

  /** Moves the focus once what this names is rendered. */
  focusOn(selector: string): void {
    this.#focus = selector;
    this.host.requestUpdate();
  }

  /** It stands open from the beginning, where nobody asked for the focus. */
  begin(id: string): void {
    this.proposal = id;
    this.current = 'opened';
  }

  open(id: string, summary?: ProposalSummary): void {
    this.proposal = id;
    this.summary = summary;
    this.#go('opened');
  }

  /** From what this device holds to the form. */
  readonly correct = (correcting: Correcting<ProposalPayload>): void => {
    void this.write('deposit', correcting);
  };

  /** What one came from stays until the code is there: a pressed button that goes takes the focus along. */
  async write(view: 'deposit' | 'mine', correcting?: Correcting<ProposalPayload>): Promise<void> {
    const { current } = this;
    const arrived = await import('../define/writing.js').catch((error: unknown) => {
      // The network went between the list and the press: the citizen is told, and can press again.
      console.error('cnr-proposals', error);
    });
    // Whoever went elsewhere meanwhile stays there.
    if (this.current !== current) return;
    this.correcting = correcting;
    this.failed = !arrived;
    if (arrived) this.visited.add(view);
    this.#go(view);
    if (this.failed) this.#focus = '#part-failed';
  }

  /** To where one came from; from what was opened out of what this device holds, back there. */
  readonly back = (): void => {
    const { current, proposal, from: to } = this;
    this.current = to;
    this.from = 'list';
    const left = current === 'opened' ? `#open-${proposal}` : `#to-${current}`;
    this.focusOn(to === 'mine' ? '#mine' : left);
  };

  #go(view: View): void {
    if (this.current === 'list') {
      const left = view === 'opened' ? `#open-${this.proposal}` : `#to-${view}`;
      this.#top = this.host.renderRoot.querySelector(left)?.getBoundingClientRect().top;
    }
    // Trying again to open a part leads back to where the first try led.
    if (view !== this.current) this.from = this.current === 'mine' ? 'mine' : 'list';
    this.current = view;
    this.focusOn(`#${view}`);
  }
}
