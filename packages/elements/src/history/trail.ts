/** Under this name an entry's `history.state` says which one of ours it is: a number, and nothing of what it shows. */
const MARK = 'cnrEntry';

/** Something on the page that the browser's back and forward buttons lead through, place by place. */
export interface Walker {
  readonly element: Element;
  /** Where it stood when it came. */
  readonly start: string;
  /** Where it stands. Empty before its first step and once it is over: nothing leads back into it then. */
  readonly place: () => string;
  /**
   * Goes to a place, `by` so many entries, negative backwards. False where it stayed in the entry that it was in:
   * something there is to be mended first, or it had a step of its own to go back.
   */
  readonly go: (place: string, by: number) => boolean;
}

/**
 * The entries that the elements of this page have added to the tab's history: which place of which element each one
 * shows. Addresses, titles and what the host keeps in `history.state` stay as they are.
 */
export class Trail {
  readonly #walkers = new Map<Element, Walker>();
  #entries = [new Map<Element, string>()];
  #at = 0;
  /** On the way by our own doing: the browser tells when it has arrived. */
  #travels = false;
  #address = '';

  constructor() {
    // Before the host's own listeners, where those came later; in browsers that call who captures first, always.
    // On a server, which imports this with a page that it renders, there are no steps to hear of.
    if (typeof addEventListener === 'function') addEventListener('popstate', this.#onPop, true);
  }

  /** Looks where an element stands now: after each of its updates. */
  follow(walker: Walker): void {
    if (!this.#walkers.has(walker.element)) this.#join(walker);
    this.#look(walker);
  }

  leave({ element }: Walker): void {
    this.#walkers.delete(element);
  }

  #join(walker: Walker): void {
    const first = this.#walkers.size === 0;
    this.#walkers.set(walker.element, walker);
    // What lies ahead was walked by one that is gone.
    this.#entries = first ? [new Map<Element, string>()] : this.#entries.slice(0, this.#at + 1);
    for (const entry of this.#entries) entry.set(walker.element, walker.start);
    if (!first) return;
    // Of a page that was reloaded, or left and come back to: nobody knows any more what those entries showed.
    this.#at = 0;
    this.#travel(-(markOf(history.state) ?? 0));
  }

  #look(walker: Walker): void {
    const { element } = walker;
    const place = walker.place();
    const here = this.#entries[this.#at];
    if (this.#travels || !here || here.get(element) === place) return;
    const before = this.#entries[this.#at - 1];
    if (place === '') this.#end(element);
    else if (before?.get(element) === place && this.#same(before, here, element)) this.#travel(-1);
    else if (this.#push()) this.#entries[this.#at]?.set(element, place);
    else here.set(element, place);
  }

  /** Back to where it began, or as near as others on the page allow: what it showed is not to be opened again. */
  #end(element: Element): void {
    for (const entry of this.#entries) entry.set(element, '');
    const from = this.#at;
    while (this.#at > 0 && this.#same(this.#entries[this.#at - 1], this.#entries[from])) this.#at -= 1;
    this.#entries.length = this.#at + 1;
    this.#travel(this.#at - from);
  }

  #same(one = new Map<Element, string>(), other = new Map<Element, string>(), but?: Element): boolean {
    return [...this.#walkers.keys()].every((key) => key === but || one.get(key) === other.get(key));
  }

  /** A new entry that shows what this one does, as yet. */
  #push(): boolean {
    const state: unknown = history.state;
    // What is no plain object could not carry our mark and stay what the host takes it for.
    if (!isPlain(state)) return false;
    try {
      if (markOf(state) !== this.#at) history.replaceState({ ...state, [MARK]: this.#at }, '');
      history.pushState({ ...state, [MARK]: this.#at + 1 }, '');
    } catch {
      // Browsers refuse hundreds of entries in a row, and any in some sandboxes: answering goes on without.
      return false;
    }
    this.#entries.splice(this.#at + 1, Infinity, new Map(this.#entries[this.#at]));
    this.#at += 1;
    this.#address = location.href;
    return true;
  }

  #travel(by: number): void {
    // Browsers drop the oldest entries, and say nothing where one asks for them.
    if (by === 0 || -by >= history.length) return;
    this.#travels = true;
    this.#address = location.href;
    history.go(by);
  }

  readonly #onPop = (event: PopStateEvent) => {
    const to = markOf(event.state);
    const arrived = this.#travels;
    this.#travels = false;
    if (this.#walkers.size === 0) return;
    if (to !== undefined) {
      const from = this.#at;
      // Of the host's nothing changed, neither address nor state: its router would load this page anew for it.
      if ((arrived || to !== from) && location.href === this.#address) event.stopImmediatePropagation();
      if (to >= this.#entries.length) this.#travel(from - to);
      else if (to !== from) this.#walk(from, to);
    }
    for (const walker of this.#walkers.values()) this.#look(walker);
  };

  #walk(from: number, to: number): void {
    const wanted = this.#entries[to];
    const went = [...this.#walkers.values()]
      .filter(({ element, place }) => wanted?.get(element) !== place())
      .map(({ element, go }) => go(wanted?.get(element) ?? '', to - from));
    this.#at = went.includes(false) ? from : to;
    for (const { element, place } of this.#walkers.values()) this.#entries[this.#at]?.set(element, place());
    this.#travel(this.#at - to);
  }
}

function isPlain(state: unknown): state is Record<string, unknown> | null | undefined {
  return state == null || Object.getPrototypeOf(state) === Object.prototype;
}

/** Which one of ours an entry is, or undefined for one of the host's. */
function markOf(state: unknown): number | undefined {
  const mark = isPlain(state) ? state?.[MARK] : undefined;
  return typeof mark === 'number' ? mark : undefined;
}
