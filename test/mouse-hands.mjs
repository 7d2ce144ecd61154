// Answers by the mouse, as most people do.

/** @param {import('playwright-core').Page} page */
export function mouseHands(page) {
  const part = (...names) => page.locator(`[id="${names.join('-')}"]`);
  const input = (...names) => part('input', ...names);
  const indexOf = (list, id) => list.findIndex((one) => one.id === id);

  const kinds = {
    async single({ id, choices }, { choice, other }) {
      await input(id, indexOf(choices, choice)).check();
      if (other !== undefined) await part('other', id).fill(other);
    },
    async multiple({ id, choices }, { choices: chosen, other }) {
      for (const choice of chosen) await input(id, indexOf(choices, choice)).check();
      if (other !== undefined) await part('other', id).fill(other);
    },
    text: ({ id }, { text }) => input(id).fill(text),
    async texts({ id }, { texts }) {
      for (const [index, text] of texts.entries()) await input(id, index).fill(text);
    },
    scale: ({ id, min }, { value }) => input(id, value - min).check(),
    async ranking({ id }, { order }) {
      for (const choice of order) await part('add', id, choice).click();
    },
    async matrix({ id, rows: lines, columns }, { rows }) {
      for (const { row, column } of rows)
        await input(id, indexOf(lines, row), indexOf(columns, column)).check();
    },
    number: ({ id }, { value }) => input(id).fill(String(value).replace('.', ',')),
    date: ({ id }, { date }) => input(id).fill(date),
    territory: ({ id, ask }, { departement, postalCode }) =>
      ask === 'departement' ? input(id).selectOption(departement) : input(id).fill(postalCode),
  };

  return {
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    give: (question, value) => kinds[question.kind](question, value),
    async giveProfile({ as, departement }) {
      if (as) await page.getByLabel({ elected: 'Élue ou élu', association: 'Association' }[as]).check();
      if (departement) await part('profile-departement').selectOption(departement);
    },
  };
}
