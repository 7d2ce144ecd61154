// What a minifier of JavaScript leaves alone: the indentation inside html`` and css`` templates.

/** A rollup plugin for the project's own modules. Run it before anything that renames the tags. */
export function shortenTemplates() {
  return {
    name: 'shorten-templates',
    transform(code, id) {
      if (!/packages\/elements\/dist\//.test(id) || !/(html|svg|css)\s*`/.test(code)) return null;
      const changes = [];
      visit(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression') return;
        const shorten = { html: shortenHtml, svg: shortenHtml, css: shortenCss }[node.tag.name];
        if (!shorten) return;
        for (const { start, end } of node.quasi.quasis) changes.push({ start, end, shorten });
      });
      let result = '';
      let from = 0;
      for (const { start, end, shorten } of changes.sort((a, b) => a.start - b.start)) {
        result += code.slice(from, start) + shorten(code.slice(start, end));
        from = end;
      }
      return { code: result + code.slice(from), map: { mappings: '' } };
    },
  };
}

/** Outside of strings: comments go, blanks shrink to one, and go around what separates. */
export function shortenCss(css) {
  return css
    .split(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\/\*[^]*?\*\//g, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/;}/g, '}'),
    )
    .join('');
}

/** A line break and its indentation become one blank, which is how a browser shows them outside of `pre`. */
export function shortenHtml(html) {
  if (/<(pre|textarea)\b/.test(html)) return html;
  return html.replace(/<!--[^]*?-->/g, '').replace(/\s*\n\s*/g, ' ');
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
