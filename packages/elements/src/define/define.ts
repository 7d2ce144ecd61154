import { ContextRoot } from '@lit/context';

let rooted = false;

/** Registers an element unless another copy of the library on the page has done so: the first definition stays. */
export function define(name: string, element: CustomElementConstructor): void {
  // Holds the requests of elements that are defined before the provider above them, and repeats them for it.
  if (!rooted) new ContextRoot().attach(document.documentElement);
  rooted = true;
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
