// What a minifier of JavaScript leaves alone: the blanks inside html`` and css`` templates, and private names of CSS.

/** A rollup plugin for the project's own modules. Run it before anything that renames the tags. */
export function shortenTemplates() {
  const privateNames = new Set();
  return {
    name: 'shorten-templates',
    buildStart: () => privateNames.clear(),
    transform(code, id) {
      if (!/packages\/elements\/dist\//.test(id) || !/(html|svg|css)\s*`/.test(code)) return null;
      const changes = [];
      visit(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression') return;
        const shorten = { html: shortenHtml, svg: shortenHtml, css: shortenCss }[node.tag.name];
        if (!shorten) return;
        for (const { start, end } of node.quasi.quasis) changes.push({ start, end, shorten });
      });
      for (const [name] of code.matchAll(PRIVATE_NAME)) privateNames.add(name);
      let result = '';
      let from = 0;
      for (const { start, end, shorten } of changes.sort((a, b) => a.start - b.start)) {
        result += code.slice(from, start) + shorten(code.slice(start, end));
        from = end;
      }
      return { code: result + code.slice(from), map: { mappings: '' } };
    },
    // Once all are known, and sorted, so that the same sources always make the same files.
    renderChunk(code) {
      const names = [...privateNames].sort();
      return {
        code: code.replace(PRIVATE_NAME, (name) => `--_${names.indexOf(name).toString(36)}`),
        map: { mappings: '' },
      };
    },
  };
}

/** A custom property that only our own style sheets read: each element sets its own (tokens.styles.ts). */
const PRIVATE_NAME = /--_[a-z-]+/g;

/** Outside of strings: comments go, blanks shrink to one, and go around what separates; so does the 0 of 0.5. */
export function shortenCss(css) {
  return css
    .replace(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[^]*?\*\//g, '$1')
    .split(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;}/g, '}')
            .replace(/(?<![\d.])0\.(?=\d)/g, '.'),
    )
    .join('');
}

const BLOCK =
  '</?(?:article|cnr-\\w+|d[dlt]|details|div|fieldset|form|h\\d|header|legend|li|ol|option|p|path|progress|summary|ul|video)\\b[^<>]*';

/**
 * A line break and its indentation become one blank, which is how a browser shows them outside of `pre`, and nothing
 * beside a block or at the end of a button, where a browser shows none.
 */
export function shortenHtml(html) {
  if (/<(pre|textarea)\b/.test(html)) return html;
  return html
    .replace(/<!--[^]*?-->/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(new RegExp(`(^|>) (?=${BLOCK})|(${BLOCK}>) (?=<|$)| (?=</button>)`, 'g'), '$1$2');
}

/** Rollup's AST is ESTree: any property may hold nodes. An outer template's change never spans an inner one. */
function visit(node, enter) {
  enter(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === 'object' && typeof child.type === 'string') visit(child, enter);
    }
  }
}
