// Looks at one screen as people differ: in light and dark, through a screen reader's rules (axe), on a narrow phone.
import assert from 'node:assert/strict';
import axe from 'axe-core';

/** What of axe depends on colours: in another theme the rest would find what it found in the first. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The widgets, not the page around them: what a whole page must have is its host's. */
const WIDGETS = ['consultation', 'questionnaire', 'outbox', 'proposals', 'support', 'meeting-map'].map(
  (name) => `cnr-${name}`,
);

/** axe has nothing to say, in light and in dark, and nothing scrolls sideways at 320 px. */
export async function assertAccessible(page, name) {
  // Not through the page's own scripts, which its policy may forbid.
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const only = colorScheme === 'dark' && { runOnly: COLOUR_RULES };
    // What it would preload goes through a style of its own, which a host's policy reports.
    const options = { resultTypes: ['violations'], preload: false, ...only };
    const { looked, found } = await page.evaluate(
      async ([elements, options]) => {
        const there = elements.filter((element) => document.querySelector(element));
        const { violations, passes } = await window.axe.run({ include: there }, options);
        const found = violations.flatMap(({ id, help, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) => `${id} (${help}): ${target.flat().join(' ')}\n${failureSummary}`,
          ),
        );
        return { looked: passes.length, found };
      },
      [WIDGETS, options],
    );
    assert.ok(only || looked > 5, `${name}: axe looked at something`);
    assert.deepEqual(found, [], `${name}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
  await assertNarrow(page, name);
}

/** At 320 px (WCAG 2.2, 1.4.10) nothing is wider than the page; puts the size back afterwards. */
export async function assertNarrow(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => {
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= 320) return [];
    const over = all(document).filter((one) => one.getBoundingClientRect().right > 320.5);
    return [`${scrollWidth} px`, ...over.map((one) => `${one.localName}#${one.id}.${one.className}`)];
  });
  assert.deepEqual(wide, [], `${name}, 320 px wide`);
  await page.setViewportSize(before);
}
