// Counts what a keyboard has to do in a questionnaire beside answering it.

/**
 * Notes each press from now on, also on pages of this window that come later.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<() => Promise<{ key: string, on: string }[]>>} what was pressed, and on which question (its id), or
 * on nothing of a question (an empty text)
 */
export async function notePresses(page) {
  await page.evaluate(() => {
    window.pressed = [];
    window.addEventListener(
      'keydown',
      (event) => {
        const [on] = event.composedPath();
        window.pressed.push({ key: event.key, on: on.closest?.('[id^="field-"]')?.id ?? '' });
      },
      true,
    );
  });
  return () => page.evaluate(() => window.pressed);
}

/**
 * The presses that neither give an answer nor are needed by it. Needed are the Tab that enters a question, and whatever
 * leaves the focus in the same question: arrows, Space, Tab from one of its boxes to the next. Text is put in without a
 * press. What is left is the way from a question to the next step, and each screen that asks nothing.
 * @param {{ key: string, on: string }[]} presses
 * @param {number} from the first that counts
 * @param {number} to the first that does not any more
 */
export function overheadOf(presses, from, to) {
  return presses.slice(from, to).filter(({ key, on }, index) => {
    const after = presses[from + index + 1]?.on ?? '';
    return after === '' || (after !== on && key !== 'Tab');
  }).length;
}
