/**
 * Runs in the page: what is wrong with it as its readers have it, in words; shadow roots included.
 * @param {{ widest: number, whole: string, readers: ('plain' | 'spaced' | 'large')[] }} asked the width that the page
 * may have; what may be cut, as all of it stands elsewhere; and who reads: `plain` as it comes, where targets and motion
 * are measured too, `spaced` with the text spacing of WCAG 2.2 (1.4.12), `large` with text of 200 % (1.4.4)
 * @returns {string[]} nothing where each can read all of it
 */
export function faultsInPage({ widest, whole, readers }) {
  const { document, CSSStyleSheet, Node, NodeFilter, getComputedStyle } = globalThis;
  const page = document.getElementById('storybook-root');
  const roots = [document];
  const elements = [];
  gather(page);

  const settings = { plain: () => () => undefined, spaced: spaceOut, large: enlarge };
  return readers.flatMap((reader) => {
    const putBack = settings[reader]();
    const faults = [
      ...wide(),
      ...cut(),
      ...overlapping(),
      ...(reader === 'plain' ? [...moving(), ...small()] : []),
    ];
    putBack();
    return faults.map((fault) => `${reader}: ${fault}`);
  });

  function gather(root) {
    for (const one of root.querySelectorAll('*')) {
      elements.push(one);
      if (!one.shadowRoot) continue;
      roots.push(one.shadowRoot);
      gather(one.shadowRoot);
    }
  }

  function spaceOut() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      for (const root of roots)
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }

  function enlarge() {
    page.style.fontSize = '200%';
    return () => {
      page.style.fontSize = '';
    };
  }

  function wide() {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= widest) return [];
    const over = elements.filter((one) => one.getBoundingClientRect().right > widest + 0.5);
    return [`the page is ${scrollWidth} px wide: ${over.map(named).join(', ')}`];
  }

  /** For screen readers alone, or not there at all. */
  function isUnseen(one) {
    return (
      !one.checkVisibility({ visibilityProperty: true }) ||
      one.closest('.visually-hidden, .skip:not(:focus)') !== null
    );
  }

  function cut() {
    return elements.flatMap((one) => {
      const { overflowX, overflowY, lineHeight } = getComputedStyle(one);
      const isField = one.matches('input:not([type=radio], [type=checkbox]), select');
      // A field scrolls what is typed into it.
      const lost = isField
        ? one.clientHeight < parseFloat(lineHeight) - 1
        : (cuts(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
          (cuts(overflowY) && one.scrollHeight > one.clientHeight + 1);
      if (!lost || one.matches(whole) || isUnseen(one) || !(isField || one.textContent.trim())) return [];
      return [`cut off: ${named(one)} “${words(one)}”`];
    });
  }

  function cuts(overflow) {
    return overflow === 'hidden' || overflow === 'clip';
  }

  /** The boxes of each text on the screen; a line of it that is scrolled away is not on the screen. */
  function* texts() {
    const range = document.createRange();
    for (const root of roots) {
      const walker = document.createTreeWalker(root === document ? page : root, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const holder = text.parentElement ?? root.host;
        if (!text.data.trim() || isUnseen(holder) || holder.closest('svg, option, style')) continue;
        range.selectNodeContents(text);
        const frame = scroller(holder);
        for (const { left, top, right, bottom } of range.getClientRects()) {
          const box = {
            left: Math.max(left, frame.left),
            top: Math.max(top, frame.top),
            right: Math.min(right, frame.right),
            bottom: Math.min(bottom, frame.bottom),
          };
          if (box.right - box.left > 2 && box.bottom - box.top > 2) yield { ...box, text, holder };
        }
      }
    }
  }

  function scroller(one) {
    for (let at = one; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX !== 'visible' || overflowY !== 'visible') return at.getBoundingClientRect();
    }
    return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  }

  /** Words over other words, or beyond the button that says them. */
  function overlapping() {
    const found = [];
    const boxes = [...texts()].sort((a, b) => a.top - b.top);
    for (const [index, one] of boxes.entries()) {
      const button = one.holder.closest('button')?.getBoundingClientRect();
      if (
        button &&
        (one.left < button.left - 1 || one.right > button.right + 1 || one.bottom > button.bottom + 1)
      ) {
        found.push(`“${words(one.text)}” is wider than its button`);
      }
      for (let next = index + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
        const other = boxes[next];
        if (other.text === one.text) continue;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - other.top;
        // A glyph leaves room above and below it in its box.
        if (width > 2 && height > (one.bottom - one.top) / 4) {
          found.push(`“${words(one.text)}” lies over “${words(other.text)}”`);
        }
      }
    }
    return found;
  }

  function moving() {
    const running = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ playState }) => playState === 'running');
    const styled = elements.filter((one) => {
      const { animationName, transitionDuration } = getComputedStyle(one);
      const stands =
        animationName === 'none' && transitionDuration.split(', ').every((time) => !parseFloat(time));
      return !stands && !isUnseen(one);
    });
    return [...running.map(({ effect }) => effect.target), ...styled].map((one) => `moves: ${named(one)}`);
  }

  /** WCAG 2.2, 2.5.8: 24 px, or so far from others that a circle of 24 px around its middle touches none. */
  function small() {
    const all = elements
      .filter(
        (one) =>
          one.matches('a[href], button, input, select, textarea, summary, [role=button]') && !isUnseen(one),
      )
      .map((one) => ({
        one,
        boxes: [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect()),
      }))
      .map(({ one, boxes }) => ({
        one,
        least: one.getRootNode().host?.localName === 'cnr-support' ? 44 : 24,
        ...around(boxes),
      }))
      .filter(({ width, height }) => width > 0 && height > 0);
    const isSmall = ({ width, height, least }) => width < least - 0.01 || height < least - 0.01;
    return all.filter(isSmall).flatMap((target) => {
      const { one, width, height, least } = target;
      if (inSentence(one)) return [];
      const middle = middleOf(target);
      const near = all.find((other) => {
        if (other === target) return false;
        return isSmall(other) ? distance(middle, middleOf(other)) < 24 : toBox(middle, other) < 12;
      });
      if (least === 24 && !near) return [];
      const size = `${width.toFixed(1)} × ${height.toFixed(1)}`;
      return [
        `a target of ${size}: ${named(one)} “${words(one)}”${near ? ` beside ${named(near.one)}` : ''}`,
      ];
    });
  }

  function around(boxes) {
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }

  function middleOf({ left, top, width, height }) {
    return { x: left + width / 2, y: top + height / 2 };
  }

  function distance(one, other) {
    return Math.hypot(one.x - other.x, one.y - other.y);
  }

  function toBox({ x, y }, { left, top, right, bottom }) {
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  }

  /** The height of a link in a sentence is that of its line. */
  function inSentence(one) {
    if (one.localName !== 'a' || getComputedStyle(one).display !== 'inline') return false;
    return [...one.parentNode.childNodes].some(
      (beside) => beside.nodeType === Node.TEXT_NODE && beside.data.trim() !== '',
    );
  }

  function named(one) {
    const id = one.id ? `#${one.id}` : '';
    const classes = [...one.classList].map((name) => `.${name}`).join('');
    return `${one.localName}${id}${classes}`;
  }

  function words(one) {
    return (one.textContent || one.getAttribute?.('aria-label') || '')
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 40);
  }
}
