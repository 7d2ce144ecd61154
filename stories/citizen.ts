import { expect, userEvent, waitFor, within } from 'storybook/test';

/** The inside of an element, with the queries of Testing Library. */
export type Inside = ReturnType<typeof within>;

const person = userEvent.setup({ delay: null });

/** What stands inside the last of these elements, each found inside the one before it, as soon as it is rendered. */
export async function inside(canvas: HTMLElement, ...tags: readonly string[]): Promise<Inside> {
  let root: ParentNode = canvas;
  for (const tag of tags) {
    root = await waitFor(() => {
      const shadow: ShadowRoot | null | undefined = root.querySelector(tag)?.shadowRoot;
      if (!shadow?.firstElementChild) throw new Error(`<${tag}> is not there yet`);
      return shadow;
    });
  }
  // Testing Library asks for no more than a parent of elements.
  return within(root as HTMLElement);
}

export async function press(scope: Inside, button: string | RegExp): Promise<void> {
  await person.click(await scope.findByRole('button', { name: button }));
}

/** Ticks or chooses by the words beside the box. */
export async function choose(scope: Inside, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await person.click(await scope.findByText(label));
}

/** Puts a text into a field at once, as one who pastes it. */
export async function fill(scope: Inside, label: string | RegExp, text: string): Promise<void> {
  const field = await scope.findByLabelText(label);
  await person.clear(field);
  await person.click(field);
  if (field instanceof HTMLInputElement && field.type === 'date') await person.type(field, text);
  else await person.paste(text);
}

export async function select(scope: Inside, label: string | RegExp, value: string): Promise<void> {
  await person.selectOptions(await scope.findByLabelText(label), value);
}

export async function unfold(scope: Inside, summary: string): Promise<void> {
  await person.click(await scope.findByText(summary));
}

/** The story ends where these words are on the screen. */
export async function sees(scope: Inside, words: string | RegExp): Promise<void> {
  await expect((await scope.findAllByText(words)).length).toBeGreaterThan(0);
}
