// What the analyzer of custom elements does not see: what an event carries, and what a token reads from the host.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './setup.mjs';

const SOURCE = path.join(root, 'packages', 'elements', 'src');

/**
 * Name, occasion and fields of each event, as the classes in events.ts declare them.
 * @returns {{ name: string, when: string, fields: { field: string, type: string, about: string }[] }[]}
 */
export function readEvents() {
  const file = path.join(SOURCE, 'events.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration).flatMap((statement) => {
    const constructor = statement.members.find(ts.isConstructorDeclaration);
    const [, name, when] = /^`(cnr-[a-z]+)`: (.*)$/s.exec(commentOf(statement)) ?? [];
    if (!name || !constructor) return [];
    const fields = constructor.parameters.map((parameter) => ({
      field: parameter.name.getText(),
      type: parameter.type.getText(),
      about: commentOf(parameter),
    }));
    return { name, when: when.charAt(0).toUpperCase() + when.slice(1), fields };
  });
}

function commentOf(node) {
  return ts.getJSDocCommentsAndTags(node)[0]?.comment ?? '';
}

/**
 * The tokens in the order of the style sheet: the host's own property that stands in for one, and the values that
 * stand in for both.
 * @returns {{ token: string, host?: string, otherwise: string, dark?: string }[]}
 */
export function readTokens() {
  const css = readFileSync(path.join(SOURCE, 'tokens.styles.ts'), 'utf8');
  return [...css.matchAll(/var\((--cnr-[a-z-]+), (.+)\);/g)].map(([, token, fallback]) => {
    const [, host, last = fallback] = /^var\((--(?!_)[a-z-]+), (.+)\)$/.exec(fallback) ?? [];
    const neutral = /^var\((--_neutral-[a-z-]+)\)$/.exec(last)?.[1];
    if (!neutral) return { token, host, otherwise: last.replace(/^var\(--_([a-z-]+)\)$/, '--cnr-color-$1') };
    const [, otherwise] = new RegExp(`${neutral}: ([^;]+);`).exec(css) ?? [];
    const [, dark] = new RegExp(`${neutral}: light-dark\\([^,]+, ([^)]+)\\)`).exec(css) ?? [];
    return { token, host, otherwise, dark };
  });
}
