// Answers with Tab, arrows, Space, Enter and letters alone; what Tab does not reach cannot be answered.

/** More stops than any one page has. */
const MOST_TABS = 150;

/**
 * @param {import('playwright-core').Page} page
 * @param {{ enter?: boolean }} [habits] `enter`: Enter in a field does what the page's first button does, as browsers
 * have it (HTML, implicit submission); without it each button is gone to
 */
export function keyboardHands(page, { enter = false } = {}) {
  const { keyboard } = page;
  const indexOf = (list, id) => list.findIndex((one) => one.id === id);

  /** Tabs on until the focus is on what is wanted. */
  async function tabTo(what, isWanted) {
    for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
      if (isWanted(await focused(page))) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${what}`);
  }
  const toId = (id) => tabTo(`#${id}`, (on) => on.id === id);
  /** A group of radio buttons is one stop; arrows move in it and choose. */
  async function choose(ids, index) {
    await tabTo(ids[0], ({ id }) => ids.includes(id));
    const at = ids.indexOf((await focused(page)).id);
    if (at === index) await keyboard.press('Space');
    const key = index > at ? 'ArrowDown' : 'ArrowUp';
    for (let step = 0; step < Math.abs(index - at); step += 1) await keyboard.press(key);
  }
  async function write(id, text) {
    await toId(id);
    await keyboard.insertText(text);
  }
  const inputs = (id, count) => Array.from({ length: count }, (_, index) => `input-${id}-${index}`);

  const kinds = {
    async single({ id, choices }, { choice, other }) {
      await choose(inputs(id, choices.length), indexOf(choices, choice));
      if (other !== undefined) await write(`other-${id}`, other);
    },
    async multiple({ id, choices }, { choices: chosen, other }) {
      for (const choice of chosen) {
        await toId(`input-${id}-${indexOf(choices, choice)}`);
        await keyboard.press('Space');
      }
      if (other !== undefined) await write(`other-${id}`, other);
    },
    text: ({ id }, { text }) => write(`input-${id}`, text),
    async texts({ id }, { texts }) {
      for (const [index, text] of texts.entries()) await write(`input-${id}-${index}`, text);
    },
    scale: ({ id, min, max }, { value }) => choose(inputs(id, max - min + 1), value - min),
    async ranking({ id }, { order }) {
      for (const choice of order) {
        await backTo(`add-${id}-${choice}`);
        await keyboard.press('Enter');
      }
    },
    async matrix({ id, rows: lines, columns }, { rows }) {
      for (const { row, column } of rows) {
        await choose(inputs(`${id}-${indexOf(lines, row)}`, columns.length), indexOf(columns, column));
      }
    },
    number: ({ id }, { value }) => write(`input-${id}`, String(value).replace('.', ',')),
    async date({ id }, { date }) {
      await toId(`input-${id}`);
      const [year, month, day] = date.split('-');
      await keyboard.type(`${day}${month}${year}`);
    },
    async territory({ id, ask }, { departement, postalCode }) {
      if (ask === 'departement') await select(`input-${id}`, departement);
      else await write(`input-${id}`, postalCode);
    },
  };

  async function select(id, start) {
    await toId(id);
    await keyboard.type(start);
  }

  /** Forward or back, as a citizen sees where it is: what was chosen moves the focus along. */
  async function backTo(id) {
    for (let tabs = 0; tabs <= 30; tabs += 1) {
      const way = await wayTo(page, id);
      if (way === 'there') return;
      await keyboard.press(way === 'back' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`Tab does not lead to #${id}`);
  }

  const submitsByEnter = async () => {
    const { tag, type } = await focused(page);
    return enter && tag === 'INPUT' && type !== 'date';
  };

  return {
    async press(name) {
      if (name === 'Continuer' && (await submitsByEnter())) return keyboard.press('Enter');
      await tabTo(`the button ${name}`, (on) => on.tag === 'BUTTON' && on.text === name);
      await keyboard.press('Enter');
    },
    give: (question, value) => kinds[question.kind](question, value),
    async giveProfile({ departement }) {
      if (departement) await select('profile-departement', departement);
    },
  };
}

/** Tabs on until what has the focus says something like this, and presses Enter. */
export async function pressLike(page, words) {
  for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
    const { text } = await focused(page);
    if (words.test(text) && text.length < 200) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${words}`);
}

/** Tabs on to a field, and types. */
export async function write(page, id, text) {
  await tabToField(page, id);
  await page.keyboard.insertText(text);
}

/** Tabs on to a box, and ticks it. */
export async function tick(page, id) {
  await tabToField(page, id);
  await page.keyboard.press('Space');
}

async function tabToField(page, id) {
  for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
    const on = await focused(page);
    if (on.id === id && ['INPUT', 'TEXTAREA', 'SELECT'].includes(on.tag)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to #${id}`);
}

/** What has the focus, through shadow roots. */
export function focused(page) {
  return page.evaluate(() => {
    let on = document.activeElement;
    while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement;
    return {
      id: on?.id ?? '',
      tag: on?.tagName ?? '',
      type: on?.type ?? '',
      text: on?.textContent.trim() ?? '',
    };
  });
}

/** Whether an element is before or after what has the focus, or has it. */
function wayTo(page, id) {
  return page.evaluate((wanted) => {
    let on = document.activeElement;
    while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement;
    const there = on.getRootNode().getElementById(wanted);
    if (on === there) return 'there';
    return on.compareDocumentPosition(there) & window.Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on';
  }, id);
}
