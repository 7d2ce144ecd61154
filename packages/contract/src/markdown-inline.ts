export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em'; children: Inline[] }
  /** `href` begins with `https:` or `mailto:`. */
  | { type: 'link'; href: string; children: Inline[] };

type Mark = '*' | '_' | '**' | '__' | '[';

/** What was opened and is not closed yet. The first frame, without a mark, is the text itself. */
interface Frame {
  mark: Mark | '';
  children: Inline[];
}

/**
 * Reads the marks within one block. One pass: a mark opens at most once at a time, so that the frames never nest
 * deeper than there are marks, and closing or dropping one moves each node a bounded number of times.
 * @param onRefused is told the address of each link that is left as text because of its scheme
 */
export function parseInline(text: string, onRefused?: (href: string) => void): Inline[] {
  const frames: [Frame, ...Frame[]] = [{ mark: '', children: [] }];
  let place = 0;
  while (place < text.length) {
    const char = text[place] ?? '';
    if (char === '\\' && /[\\*_[\]()#-]/.test(text[place + 1] ?? '')) {
      addText(frames, text[place + 1] ?? '');
      place += 2;
    } else if (char === '*' || char === '_') {
      place += emphasis(frames, text, place, char);
    } else if (char === '[') {
      if (indexOf(frames, '[') > 0) dropDownTo(frames, indexOf(frames, '['));
      frames.push({ mark: '[', children: [] });
      place += 1;
    } else if (char === ']' && indexOf(frames, '[') > 0) {
      place += link(frames, text, place, onRefused);
    } else {
      addText(frames, char);
      place += 1;
    }
  }
  if (frames.length > 1) dropDownTo(frames, 1);
  return frames[0].children;
}

/** The addresses of links in a Markdown text that are shown as text because of their scheme. */
export function refusedLinks(text: string): string[] {
  const refused: string[] = [];
  parseInline(text, (href) => refused.push(href));
  return refused;
}

/** Reads the mark at `place`, and says how long it was. */
function emphasis(frames: [Frame, ...Frame[]], text: string, place: number, char: '*' | '_'): number {
  const triple = text.startsWith(char.repeat(3), place);
  const closesInner = triple && frames.at(-1)?.mark === char;
  const double = text[place + 1] === char && !closesInner;
  const mark: Mark = !double ? char : char === '*' ? '**' : '__';
  const before = text[place - 1] ?? ' ';
  const after = text[place + mark.length] ?? ' ';
  const at = indexOf(frames, mark);
  // An underscore inside a word is part of it.
  const closes = /\S/.test(before) && !(char === '_' && /[\p{L}\p{N}]/u.test(after));
  const opens = /\S/.test(after) && !(char === '_' && /[\p{L}\p{N}]/u.test(before));
  if (closes && at > indexOf(frames, '[') && at > 0) {
    if (at < frames.length - 1) dropDownTo(frames, at + 1);
    const children = frames.pop()?.children ?? [];
    if (children.length === 0) addText(frames, mark + mark);
    else addNode(frames, { type: mark.length === 2 ? 'strong' : 'em', children });
  } else if (opens && at < 0) {
    frames.push({ mark, children: [] });
  } else {
    addText(frames, mark);
  }
  return mark.length;
}

/** Reads `](address)` at `place`, where a `[` is open, and says how long it was. */
function link(
  frames: [Frame, ...Frame[]],
  text: string,
  place: number,
  onRefused: ((href: string) => void) | undefined,
): number {
  const at = indexOf(frames, '[');
  const href = addressAt(text, place + 1);
  const children = frames[at]?.children ?? [];
  if (href !== undefined && isAllowed(href)) {
    if (at < frames.length - 1) dropDownTo(frames, at + 1);
    if (children.length > 0) {
      frames.pop();
      addNode(frames, { type: 'link', href, children });
      return href.length + 3;
    }
  }
  if (href !== undefined && !isAllowed(href)) onRefused?.(href);
  dropDownTo(frames, at);
  addText(frames, ']');
  return 1;
}

const isAllowed = (href: string): boolean => /^(https:\/\/|mailto:)[^\s]/i.test(href);

/**
 * The address between `(` at `start` and its `)`; parentheses in it must be balanced. It stops at a square bracket,
 * so that no part of the text is searched twice.
 */
function addressAt(text: string, start: number): string | undefined {
  if (text[start] !== '(') return undefined;
  let depth = 0;
  for (let end = start; end < text.length; end += 1) {
    const char = text[end] ?? '';
    if (/[\s<>[\]]/.test(char)) return undefined;
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return text.slice(start + 1, end);
  }
  return undefined;
}

function indexOf(frames: readonly Frame[], mark: Mark): number {
  return frames.findIndex((frame) => frame.mark === mark);
}

/** Turns the frames from `first` on back into text: they were never closed. */
function dropDownTo(frames: [Frame, ...Frame[]], first: number): void {
  for (const frame of frames.splice(first)) {
    addText(frames, frame.mark);
    for (const child of frame.children) addNode(frames, child);
  }
}

function addNode(frames: readonly Frame[], node: Inline): void {
  if (node.type === 'text') addText(frames, node.text);
  else frames.at(-1)?.children.push(node);
}

function addText(frames: readonly Frame[], text: string): void {
  const children = frames.at(-1)?.children;
  const last = children?.at(-1);
  if (last?.type === 'text') last.text += text;
  else if (text !== '') children?.push({ type: 'text', text });
}
