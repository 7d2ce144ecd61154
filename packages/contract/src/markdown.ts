import { parseInline, type Inline } from './markdown-inline.js';

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] };

/** Lines that belong together, before their inline marks are read. */
interface Group {
  type: Block['type'];
  ordered: boolean;
  /** One text an item of a list, one text in all for the rest. */
  texts: string[];
}

/**
 * Reads the Markdown subset: paragraphs, headings (one level, whatever the number of `#`), flat lists, `*emphasis*`,
 * `**strong**` and `[links](https://…)`. All else, HTML included, is text. A line break within a paragraph is a space.
 * Linear in the length of the text.
 */
export function parseMarkdown(text: string): Block[] {
  return groupsOf(text).map(({ type, ordered, texts }): Block => {
    if (type === 'list') return { type, ordered, items: texts.map((item) => parseInline(item)) };
    return { type, children: parseInline(texts[0] ?? '') };
  });
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    if (line === '') {
      open = undefined;
      continue;
    }
    const heading = /^#{1,6}\s+(\S.*)$/su.exec(line)?.[1];
    const item = open?.type === 'paragraph' ? interruptingItem(line) : itemOf(line);
    if (heading !== undefined) {
      groups.push({ type: 'heading', ordered: false, texts: [heading] });
      open = undefined;
    } else if (item) {
      // A blank line between two items leaves them in one list.
      const last: Group | undefined = groups.at(-1);
      if (last?.type === 'list' && last.ordered === item.ordered) {
        last.texts.push(item.text);
        open = last;
      } else {
        open = { type: 'list', ordered: item.ordered, texts: [item.text] };
        groups.push(open);
      }
    } else if (open) {
      open.texts.push(`${open.texts.pop() ?? ''} ${line}`);
    } else {
      open = { type: 'paragraph', ordered: false, texts: [line] };
      groups.push(open);
    }
  }
  return groups;
}

function itemOf(line: string): { ordered: boolean; text: string } | undefined {
  const bullet = /^[-*]\s+(\S.*)$/su.exec(line)?.[1];
  if (bullet !== undefined) return { ordered: false, text: bullet };
  const numbered = /^\d{1,3}[.)]\s+(\S.*)$/su.exec(line)?.[1];
  return numbered === undefined ? undefined : { ordered: true, text: numbered };
}

/** Within a paragraph a number begins a list only when it is 1: a line may well begin with another by chance. */
function interruptingItem(line: string): { ordered: boolean; text: string } | undefined {
  const item = itemOf(line);
  return item?.ordered === true && !/^1[.)]/.test(line) ? undefined : item;
}
