import { configure, expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';

/** The inside of an element, with the queries of Testing Library (Storybook ships them without their types). */
export interface Inside {
  findByRole(
    role: string,
    options: { name?: string | ((accessible: string) => boolean); level?: number },
  ): Promise<HTMLElement>;
  findByText(words: string | RegExp): Promise<HTMLElement>;
  findAllByText(words: string | RegExp): Promise<HTMLElement[]>;
  findByLabelText(words: string | RegExp): Promise<HTMLElement>;
  findAllByLabelText(words: string | RegExp): Promise<HTMLElement[]>;
}

// A busy machine takes its time: what counts is what comes to stand there.
// Its own error prints the document, and fails at what stands inside an element.
configure({ asyncUtilTimeout: 20_000, getElementError: (message) => new Error(message ?? 'not found') });

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
  // Queries by text take a no-break space for a space, queries by name do not.
  const name = (accessible: string) => {
    const plain = accessible.replace(/\s+/g, ' ');
    return typeof button === 'string' ? plain === button : button.test(plain);
  };
  await person.click(await scope.findByRole('button', { name }));
}

/** Ticks or chooses by the words beside the box. */
export async function choose(scope: Inside, ...labels: readonly (string | RegExp)[]): Promise<void> {
  for (const label of labels) await person.click(await scope.findByText(label));
}

/** Puts a text, or a date, into a field at once. */
export async function fill(scope: Inside, label: string | RegExp, value: string): Promise<void> {
  const field = await scope.findByLabelText(label);
  await person.click(field);
  // Not `paste`: it looks for the focus in the page alone, and a field is inside its element.
  await fireEvent.input(field, { target: { value } });
}

export async function select(scope: Inside, label: string | RegExp, value: string): Promise<void> {
  await person.selectOptions(await scope.findByLabelText(label), value);
}

export async function unfold(scope: Inside, summary: string | RegExp): Promise<void> {
  await person.click(await scope.findByText(summary));
}

/** The story ends where these words are on the screen. */
export async function sees(scope: Inside, words: string | RegExp): Promise<void> {
  await expect((await scope.findAllByText(words)).length).toBeGreaterThan(0);
}
