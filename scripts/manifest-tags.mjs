// The types of the public elements as frameworks need them, from what the manifest says: packages/elements/types puts
// them where React, Vue and Svelte look.
import { eventsOf, visibleMembers } from './docs-api.mjs';

/** @returns {string} the text of tags.d.ts */
export function tagTypes(elements) {
  const classes = elements.map(({ name }) => name);
  const events = [...new Set(elements.flatMap((element) => eventsOf(element).map(({ type }) => type.text)))];
  return `import type { ${[...classes, ...events].join(', ')} } from './index.js';

/** By tag: the element, what is set on it (attributes, and properties where there is no attribute), its events. */
export interface CnrTags {
${elements.map(tagType).join('\n')}
}

/** \`oncnr-…\`, of React and Svelte. */
export type Handlers<Tag extends keyof CnrTags> = {
  [Name in keyof CnrTags[Tag]['events'] & string as \`on\${Name}\`]?:
    | ((event: CnrTags[Tag]['events'][Name]) => void)
    | null
    | undefined;
};
`;
}

function tagType(element) {
  const { name, tagName, attributes = [] } = element;
  const fields = visibleMembers(element).filter(({ kind }) => kind === 'field');
  const bare = attributes.filter(({ fieldName }) => !fieldName);
  const props = [
    ...bare.map(({ name: attribute, type, description }) => prop(attribute, type.text, description)),
    ...fields.map(({ name: field, attribute = field, type, description }) =>
      // An attribute that is named otherwise than its property takes text: `heading-level="3"`.
      prop(attribute, attribute === field ? `${name}['${field}']` : `${type.text} | string`, description),
    ),
  ];
  const events = eventsOf(element).map(({ name: event, type }) => `      '${event}': ${type.text};`);
  return `  '${tagName}': {
    element: ${name};
    props: {
${props.join('\n')}
    };
    events: {
${events.join('\n')}
    };
  };`;
}

function prop(name, type, description) {
  const comment = description ? `      /** ${description.replace(/\s+/g, ' ')} */\n` : '';
  return `${comment}      '${name}'?: ${type} | null | undefined;`;
}
