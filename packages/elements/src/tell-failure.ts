import { CnrErrorEvent } from './events.js';

/** What the console was told of an element last: trying again in vain adds nothing to it. */
const told = new WeakMap<Element, string>();

/** Tells the host's page, and once the webmaster's console, why an element cannot show what it should. */
export function tellFailure(element: Element, consultation: string, code: string): void {
  if (told.get(element) !== code)
    console.error(`<${element.localName}> ${code} : voir le tableau / see the table « cnr-error », README`);
  told.set(element, code);
  element.dispatchEvent(new CnrErrorEvent(consultation, code));
}
