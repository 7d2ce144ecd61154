export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em'; children: Inline[] }
  /** `href` begins with `https:` or `mailto:`. */
  | { type: 'link'; href: string; children: Inline[] };

/** A paragraph or a heading has one text, a list one an item. */
export interface Block {
  type: 'paragraph' | 'heading' | 'list' | 'numbered';
  texts: Inline[][];
}

/**
 * `**strong**`, `*em*`, `[a link](address)` and an escaped mark. What a mark opens never reaches past the next mark
 * of its sort, so that nothing is searched twice: linear, whatever is written. The address may hold parentheses in
 * pairs.
 */
const MARKS =
  /(\*\*?)([^*\s](?:[^*]*[^*\s])?)\1|\[([^[\]]*[^[\]\s])\]\(((?:[^\s()<>[\]]|\([^\s()<>[\]]*\))+)\)|\\([\\*_[\]()#-])/g;

const ALLOWED = /^(https:\/\/|mailto:)./i;

/**
 * Reads the Markdown subset: paragraphs, headings (one level, whatever the number of `#`), flat lists, `*emphasis*`,
 * `**strong**` and `[links](https://…)`, emphasis and links one within the other. All else, HTML included, is text. A
 * line break within a paragraph is a space. Linear in the length of the text.
 */
export function parseMarkdown(text: string): Block[] {
  const blocks: { type: Block['type']; texts: string[] }[] = [];
  /** Whether a line that bears no mark goes on with what stands before it. */
  let open = false;
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trim();
    const [, mark = '', rest = ''] = /^(#{1,6}|[-*]|\d{1,3}[.)])\s+(.*)$/s.exec(line) ?? [];
    const last = blocks.at(-1);
    // Within a paragraph a number begins a list only when it is 1: a line may well begin with another by chance.
    const byChance = open && last?.type === 'paragraph' && parseInt(mark) > 1;
    if (line && mark && !byChance) {
      const type = mark.startsWith('#') ? 'heading' : mark.length > 1 ? 'numbered' : 'list';
      open = type !== 'heading';
      // A blank line between two items leaves them in one list.
      if (open && last?.type === type) last.texts.push(rest);
      else blocks.push({ type, texts: [rest] });
    } else if (line && open && last) {
      last.texts.push(`${last.texts.pop() ?? ''} ${line}`);
    } else {
      open = line !== '';
      if (open) blocks.push({ type: 'paragraph', texts: [line] });
    }
  }
  return blocks.map(({ type, texts }) => ({ type, texts: texts.map(parseInline) }));
}

function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  const add = (words: string): void => {
    const last = found.at(-1);
    if (last?.type === 'text') last.text += words;
    else if (words) found.push({ type: 'text', text: words });
  };
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const [all, mark, marked = '', label = '', href = '', escaped] = match;
    add(text.slice(end, match.index));
    end = match.index + all.length;
    if (mark) found.push({ type: mark === '*' ? 'em' : 'strong', children: parseInline(marked) });
    else if (ALLOWED.test(href)) found.push({ type: 'link', href, children: parseInline(label) });
    else add(escaped ?? all);
  }
  add(text.slice(end));
  return found;
}

/** The addresses of links in a Markdown text that are shown as text because of their scheme. */
export function refusedLinks(text: string): string[] {
  return Array.from(text.matchAll(MARKS), ([, , marked = '', , href]) =>
    href === undefined ? refusedLinks(marked) : ALLOWED.test(href) ? [] : [href],
  ).flat();
}
