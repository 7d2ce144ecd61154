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

/** Where tokens are read: in all elements, in all but the support button, and where one thing alone reads them. */
const TOKEN_STYLES = [
  'tokens.styles.ts',
  'base.styles.ts',
  'questionnaire/questionnaire.styles.ts',
  'frame.styles.ts',
];

/**
 * The tokens in the order of the style sheets: the host's own property that stands in for one, and the values that
 * stand in for both. The room of an element that is still empty is no token of its look.
 * @returns {{ token: string, host?: string, otherwise: string, dark?: string }[]}
 */
export function readTokens() {
  const css = TOKEN_STYLES.map((name) => readFileSync(path.join(SOURCE, name), 'utf8'))
    .join('\n')
    .replace(/\s+/g, ' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')');
  const read = [...css.matchAll(/var\((--cnr-[a-z-]+), ([^;]+)\);/g)].filter(
    ([, token]) => !token.endsWith('-room'),
  );
  return read.map(([, token, fallback]) => {
    const [, host, last = fallback] = /^var\((--(?!_)[a-z-]+), (.+)\)$/.exec(fallback) ?? [];
    const neutral = /^var\((--_neutral-[a-z-]+)\)$/.exec(last)?.[1];
    if (!neutral) return { token, host, otherwise: last.replace(/var\(--_([a-z-]+)\)/g, '--cnr-color-$1') };
    const [, otherwise] = new RegExp(`${neutral}: ([^;]+);`).exec(css) ?? [];
    const [, dark] = new RegExp(`${neutral}: light-dark\\([^,]+, ([^)]+)\\)`).exec(css) ?? [];
    return { token, host, otherwise, dark };
  });
}
