// Run by npm before it packs the elements: writes the manifest by which editors and Storybook know them, without what is
// not for a host, and with the modules as they lie in the package.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventsOf, publicElements, visibleMembers } from './docs-api.mjs';
import { root } from './setup.mjs';

const manifest = {
  schemaVersion: '1.0.0',
  readme: 'README.md',
  modules: (await publicElements()).flatMap(modulesOf),
};
const file = path.join(root, 'packages', 'elements', 'dist', 'custom-elements.json');
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);

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
