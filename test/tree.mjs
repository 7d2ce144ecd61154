// What assistive technology is given of a story, as Chromium computes it: role, name, description, state, value, order,
// level and language, a line each. Firefox and WebKit compute their own, which nothing here sees.

/** Boxes without a meaning of their own, as one Chromium or another calls them. */
const PASSED_OVER = new Set([
  'generic',
  'none',
  'sectionheader',
  'sectionfooter',
  'HeaderAsNonLandmark',
  'FooterAsNonLandmark',
  'InlineTextBox',
  'Legend',
  'LineBreak',
  'ListMarker',
]);

/** What is in them is Chromium's own, in its words. */
const WHOLE = new Set(['combobox', 'Date', 'textbox', 'searchbox', 'spinbutton', 'Video', 'Iframe']);

/** Chromium's own words, where there are others that are not. */
const ROLES = { StaticText: 'text', DisclosureTriangle: 'summary', DescriptionList: 'list' };

/** States that are said, unless they are these. */
const USUAL = {
  busy: false,
  checked: 'false',
  disabled: false,
  expanded: undefined,
  focused: false,
  invalid: 'false',
  modal: false,
  pressed: undefined,
  readonly: false,
  required: false,
  selected: false,
  valuemax: 0,
};

/**
 * @param {import('playwright-core').CDPSession} session of a page that shows a story
 * @returns {Promise<string>} a line an object, indented under what holds it
 */
export async function treeOf(session) {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const { languages, start } = languagesIn(root);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const top = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === start);
  const language = languages.get(start);
  return printed(said(top, { language, name: '' }), language, '').join('\n');

  /** The node, or what is in it where it has no meaning of its own. */
  function said(node, around) {
    const role = node.role?.value;
    const language = languages.get(node.backendDOMNodeId) ?? around.language;
    const into = (below) =>
      (node.childIds ?? []).flatMap((id) => (byId.has(id) ? said(byId.get(id), below) : []));
    // The name of the field beside it.
    if (role === 'LabelText') return into({ ...around, language, isLabel: true, spoken: language });
    if (isPassedOver(node)) return into({ ...around, language });
    const name = plain(node.name?.value ?? '');
    if (role === 'StaticText') {
      // A name is read out in the language of what it names; words in another one are told.
      const isSaid = (around.isLabel || around.name.includes(name)) && language === around.spoken;
      return name === '' || isSaid ? [] : [{ text: name, language }];
    }
    const inside = WHOLE.has(role) ? [] : into({ language, spoken: language, name });
    return [{ words: wordsOf(node), language, inside }];
  }
}

/** A box that has the focus is read out. */
function isPassedOver({ ignored, role, properties = [] }) {
  if (ignored) return true;
  return (
    PASSED_OVER.has(role?.value) && !properties.some(({ name, value }) => name === 'focused' && value.value)
  );
}

/** Texts that follow each other are read as one; where there is nothing else, on the line of what holds them. */
function printed(all, language, indent) {
  const lines = [];
  for (let at = 0; at < all.length; at += 1) {
    const one = all[at];
    const tongue = one.language === language ? '' : ` [${one.language}]`;
    if (one.text !== undefined) {
      const texts = [one.text];
      while (all[at + 1]?.text !== undefined && all[at + 1].language === one.language)
        texts.push(all[(at += 1)].text);
      lines.push(`${indent}text${tongue} ${quoted(texts.join(' '))}`);
      continue;
    }
    const [first, ...more] = printed(one.inside, one.language, `${indent}  `);
    const words = `${indent}${one.words}${tongue}`;
    const only = more.length === 0 && first?.trim().startsWith('text “');
    if (only) lines.push(`${words}: ${first.trim().slice('text '.length)}`);
    else lines.push(words, ...(first === undefined ? [] : [first, ...more]));
  }
  return lines;
}

function wordsOf({ role, name, description, value, properties = [] }) {
  const said = [ROLES[role.value] ?? role.value];
  const states = Object.fromEntries(properties.map((one) => [one.name, one.value.value]));
  if (role.value === 'heading') said.push(states.level);
  if (name?.value) said.push(quoted(name.value));
  if (value?.value !== undefined && value.value !== '') said.push(`= ${quoted(String(value.value))}`);
  for (const [state, usual] of Object.entries(USUAL)) {
    const is = states[state] ?? usual;
    if (is !== usual) said.push(is === true || is === 1 ? state : `${state}: ${is}`);
  }
  if (description?.value) said.push(`— ${quoted(description.value)}`);
  return said.join(' ');
}

/** The language of each node, as HTML says it: the nearest `lang`, a shadow root's being that of its host. */
function languagesIn(root) {
  const languages = new Map();
  let start;
  visit(root, '');
  return { languages, start };

  function visit(node, above) {
    const attributes = node.attributes ?? [];
    const at = (name) =>
      attributes[attributes.findIndex((one, index) => index % 2 === 0 && one === name) + 1];
    const language = attributes.includes('lang') ? at('lang') : above;
    if (attributes.includes('id') && at('id') === 'storybook-root') start = node.backendNodeId;
    languages.set(node.backendNodeId, language);
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) visit(child, language);
  }
}

const quoted = (text) => `“${plain(text)}”`;

/** On one line, and the same on each run: a receipt's code is another one each time. */
function plain(text) {
  const code = /\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/g;
  return text
    .replace(/[ \n\t]+/g, ' ')
    .trim()
    .replace(code, 'XXXX-XXXX-XXXX-XXXX');
}
