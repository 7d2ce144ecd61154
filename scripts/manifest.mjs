// Run by npm before it packs the elements: writes the manifest by which editors and Storybook know them, without what is
// not for a host, and with the modules as they lie in the package; and from it the types that frameworks need.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { eventsOf, publicElements, visibleMembers } from './docs-api.mjs';
import { tagTypes } from './manifest-tags.mjs';
import { root } from './setup.mjs';

const elements = await publicElements();
const manifest = { schemaVersion: '1.0.0', readme: 'README.md', modules: elements.flatMap(modulesOf) };
const folder = path.join(root, 'packages', 'elements', 'dist');
writeFileSync(path.join(folder, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
const types = await format(tagTypes(elements), { parser: 'typescript', singleQuote: true });
writeFileSync(path.join(folder, 'tags.d.ts'), types);

/** The module of the class, and the one that registers it. */
function modulesOf({ module: source, superclass: _, ...element }) {
  const { name, tagName, attributes = [] } = element;
  const members = visibleMembers(element).map(withoutOrigin);
  const module = source.replace('packages/elements/src/', 'dist/').replace(/\.ts$/, '.js');
  const declaration = { name, module };
  return [
    {
      kind: 'javascript-module',
      path: module,
      declarations: [
        {
          ...element,
          members,
          attributes: attributes
            .filter(({ fieldName }) => !fieldName || members.some((member) => member.name === fieldName))
            .map(withoutOrigin),
          events: eventsOf(element),
        },
      ],
      exports: [{ kind: 'js', name, declaration }],
    },
    {
      kind: 'javascript-module',
      path: `dist/define/${tagName.replace('cnr-', '')}.js`,
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: tagName, declaration }],
    },
  ];
}

/** What the elements inherit among themselves is told with each of them: their common class is not in the manifest. */
function withoutOrigin({ inheritedFrom: _, ...one }) {
  return one;
}
