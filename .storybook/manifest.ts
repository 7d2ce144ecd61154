import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };
import { ATTRIBUTES, ELEMENTS, EVENTS, PARTS, SLOTS, TOKENS } from '../scripts/docs-french.mjs';

/** What the analyzer tells of a class: only what is read of it here. */
interface Told {
  name?: string;
  description?: string;
  privacy?: string;
  kind?: string;
  fieldName?: string;
  type?: { text: string };
}
interface Declaration extends Told {
  tagName?: string;
  members?: Told[];
  attributes?: Told[];
  events?: Told[];
  slots?: Told[];
  cssParts?: Told[];
  cssProperties?: Told[];
}
type Words = Readonly<Record<string, string | readonly string[] | undefined>>;

const declarations = manifest.modules.flatMap(({ declarations }): Declaration[] => declarations);

/** Every event of the elements, by its name. */
export const eventNames = [
  ...new Set(
    declarations.flatMap(({ events = [] }) =>
      events.flatMap(({ name }) => (name?.startsWith('cnr-') ? [name] : [])),
    ),
  ),
];

/**
 * The manifest as a designer reads it: what a host may set, hear and style, in French and English. TypeScript's
 * private and protected members are in custom-elements.json too, and an attribute stands there twice.
 */
export const hostManifest = {
  ...manifest,
  modules: manifest.modules.map(({ declarations, ...module }) => ({
    ...module,
    declarations: (declarations as Declaration[]).map((one) => (one.tagName ? ofElement(one) : one)),
  })),
};

function ofElement(element: Declaration): Declaration {
  const { tagName = '', members = [], attributes = [], events = [], slots = [] } = element;
  const { cssParts = [], cssProperties = [] } = element;
  const hidden = members.filter((member) => !isOpen(member)).map(({ name }) => name);
  const asAttribute = attributes.map(({ fieldName }) => fieldName);
  return {
    ...element,
    description: both(ELEMENTS, tagName, element.description),
    members: members.filter(
      (member) =>
        isOpen(member) && member.kind === 'field' && member.description && !asAttribute.includes(member.name),
    ),
    attributes: attributes
      .filter(({ fieldName }) => !hidden.includes(fieldName))
      .map((one) => settable(told(ATTRIBUTES, one))),
    events: events.filter(({ description }) => description).map((one) => told(EVENTS, one)),
    slots: slots.map((one) => ({
      ...one,
      name: one.name || 'sans nom · unnamed',
      description: both(SLOTS, tagName, one.description),
    })),
    cssParts: cssParts.map((one) => told(PARTS, one)),
    cssProperties: cssProperties.map((one) => told(TOKENS, one)),
  };
}

function isOpen({ name = '', privacy }: Told): boolean {
  return (privacy === undefined || privacy === 'public') && !name.startsWith('#');
}

function told(words: Words, one: Told): Told {
  return { ...one, description: both(words, one.name ?? '', one.description) };
}

function both(words: Words, name: string, english = ''): string {
  const french = words[name];
  const plain = typeof french === 'string' ? french : french?.[0];
  return plain ? `${plain} / ${english}` : english;
}

/** That it may be missing says nothing to who sets it, and would take the control away. */
function settable(one: Told): Told {
  return one.type ? { ...one, type: { text: one.type.text.replace(' | undefined', '') } } : one;
}
