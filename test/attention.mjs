// What a page draws attention to without being looked at: what its live regions say, and where the focus is.

/** As long as this the focus may be nowhere: what takes it up is rendered after what had it was taken away. */
const PICTURES = 10;

/**
 * From the next page that is loaded on; shadow roots included.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{ said: string[], lost: string[] }>} what live regions said so far, in their order, a text again
 * when it was cleared before it was put in again; and what took the focus away with it, so that it was nowhere
 */
export async function attend(page) {
  const said = [];
  const lost = [];
  await page.exposeFunction('tellSaid', (words) => void said.push(words));
  await page.exposeFunction('tellLost', (what) => void lost.push(what));
  await page.addInitScript(listenInPage);
  await page.addInitScript(watchFocusInPage, PICTURES);
  return { said, lost };
}

function listenInPage() {
  const last = new WeakMap();
  const note = (region) => {
    const words = region.textContent.trim().replace(/\s+/g, ' ');
    if (words === (last.get(region) ?? '')) return;
    last.set(region, words);
    if (words !== '') window.tellSaid(words);
  };
  const watch = (root) => {
    new window.MutationObserver((records) => {
      const changed = records.map(({ target }) =>
        target.nodeType === window.Node.TEXT_NODE ? target.parentElement : target,
      );
      const regions = changed.map((element) => element?.closest?.('[role=status], [role=alert]'));
      for (const region of new Set(regions)) if (region) note(region);
    }).observe(root, { childList: true, characterData: true, subtree: true });
  };
  const { attachShadow } = window.Element.prototype;
  window.Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    watch(root);
    return root;
  };
  watch(document);
}

function watchFocusInPage(pictures) {
  let had;
  let nowhere = 0;
  // Tab on the last stop goes to the browser's own controls: nothing was lost, however long they keep it.
  const onKey = (event) => {
    if (event.key === 'Tab') had = undefined;
  };
  window.addEventListener('keydown', onKey, true);
  const look = () => {
    let on = document.activeElement;
    while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement;
    const isSomewhere = on !== null && on !== document.body && on !== document.documentElement;
    nowhere = isSomewhere ? 0 : nowhere + 1;
    if (isSomewhere) had = on;
    else if (had && nowhere === pictures) {
      window.tellLost(
        `${had.localName}#${had.id} ${had.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}`,
      );
      had = undefined;
    }
    window.requestAnimationFrame(look);
  };
  window.requestAnimationFrame(look);
}
