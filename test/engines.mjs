// A citizen's device with Firefox, or with the WebKit of GTK, which is as near to Safari as Linux has it: what both can be
// told alike. Playwright drives neither of them as the system has it.
import { findFirefox, findWebKit, startFirefox, startWebKit } from '../scripts/other-browsers.mjs';
import { until } from './stage.mjs';

/** What a keyboard has, as WebDriver writes it. */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Space: ' ' };

/**
 * @typedef {object} Device a window with a storage of its own; what it is told is pressed for real
 * @property {(url: string) => Promise<unknown>} goto
 * @property {(run: Function, argument?: unknown) => Promise<any>} evaluate
 * @property {(source: string) => Promise<unknown>} load a script, past the page's policy
 * @property {(spot: { x: number, y: number }) => Promise<unknown>} clickAt
 * @property {(text: string) => Promise<unknown>} type into what has the focus
 * @property {(key: keyof typeof KEYS) => Promise<unknown>} press
 * @property {() => Promise<unknown>} close
 */

/** By name, how each is found and how its devices begin; `find` gives undefined where it is not installed. */
export const ENGINES = {
  Firefox: { find: findFirefox, start: firefox },
  WebKitGTK: { find: findWebKit, start: webkit },
};

async function firefox(found) {
  const browser = await startFirefox(found);
  const device = async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    return {
      goto: (url) => page.goto(url),
      evaluate: (run, argument) => page.evaluate(run, argument),
      load: (source) => page.evaluate(source),
      clickAt: ({ x, y }) => page.mouse.click(x, y),
      type: (text) => page.keyboard.type(text),
      press: (key) => page.keyboard.press(key),
      close: () => context.close(),
    };
  };
  return { device, close: () => browser.close() };
}

async function webkit(found) {
  const open = await startWebKit(found);
  const device = async () => {
    const { driver, close } = await open();
    const keys = (text) => driver.actions().sendKeys(text).perform();
    return {
      goto: (url) => driver.get(url),
      evaluate: (run, argument) => driver.executeScript(run, argument),
      load: (source) => driver.executeScript(source),
      clickAt: (spot) => driver.actions().move(spot).click().perform(),
      type: keys,
      press: (key) => keys(KEYS[key]),
      close,
    };
  };
  return { device, close: async () => undefined };
}

/** Clicks what a citizen would: the button, link, box or field with these words, once it is there. */
export async function click(device, words) {
  const spot = await until(`“${words}” to be clicked`, () => device.evaluate(spotOf, words));
  await device.clickAt(spot);
}

/** Waits until the heading of the step says this, with the focus on it. */
export function reached(device, words) {
  return until(`the step “${words}”`, async () => (await device.evaluate(focusedWords)).startsWith(words));
}

/** Goes on with Tab until what begins with these words has the focus, and presses Enter. */
export async function tabTo(device, words) {
  await until(`Tab to lead to “${words}”`, async () => {
    if ((await device.evaluate(focusedWords)).startsWith(words)) return true;
    await device.press('Tab');
    return false;
  });
  await device.press('Enter');
}

/** Waits until these words can be read anywhere on the page. */
export function read(device, words) {
  return until(`“${words}” on the page`, async () => (await device.evaluate(wordsOf)).includes(words));
}

// What follows runs in the page.

function spotOf(words) {
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const named = (one) => one.textContent.trim().replace(/\s+/g, ' ') === words || one.ariaLabel === words;
  const found = all(document).find(
    (one) => one.matches('button, a, summary, label') && named(one) && one.checkVisibility(),
  );
  if (!found) return undefined;
  found.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = found.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

function focusedWords() {
  let on = document.activeElement;
  while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement;
  return on === document.body ? '' : (on?.textContent.trim().replace(/\s+/g, ' ') ?? '');
}

function wordsOf() {
  const text = (root) =>
    [...root.childNodes]
      .map((node) => {
        if (node.nodeType === window.Node.TEXT_NODE) return node.data;
        if (node.nodeType !== window.Node.ELEMENT_NODE || ['STYLE', 'SCRIPT'].includes(node.nodeName))
          return '';
        return node.checkVisibility() ? text(node) + (node.shadowRoot ? text(node.shadowRoot) : '') : '';
      })
      .join(' ');
  return text(document.body).replace(/\s+/g, ' ');
}
