import type { InputType } from 'storybook/internal/types';

/**
 * A token is tried where it is described, and one of several words is chosen; what an element tells, or what only a
 * script sets, is not set here.
 */
export function controlOf({ name, table, control }: InputType): Pick<InputType, 'control' | 'options'> {
  const words = [...(table?.type?.summary ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word);
  switch (table?.category) {
    case 'css custom properties':
      return { control: { type: name?.includes('-color-') ? 'color' : 'text' } };
    case 'attributes':
      return control === undefined && words.length > 1
        ? { control: { type: 'inline-radio' }, options: words }
        : {};
    case 'properties':
    case 'events':
    case 'slots':
    case 'css shadow parts':
      return { control: false };
    default:
      return {};
  }
}

/**
 * Sets the attributes that have a control: a story's own template says only those that its state is made of.
 * @param canvas where the story stands
 * @param component the tag name of the element that it shows
 */
export function setAttributes(
  canvas: HTMLElement,
  component: string,
  args: Readonly<Record<string, unknown>>,
  argTypes: Readonly<Record<string, InputType>>,
): void {
  for (const [name, value] of Object.entries(args)) {
    if (argTypes[name]?.table?.category !== 'attributes') continue;
    for (const element of canvas.querySelectorAll(component)) {
      if (typeof value === 'boolean') element.toggleAttribute(name, value);
      else if (typeof value === 'string' || typeof value === 'number')
        element.setAttribute(name, String(value));
    }
  }
}
