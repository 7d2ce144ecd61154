/** Registers an element unless another copy of the library on the page has done so: the first definition stays. */
export function define(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
