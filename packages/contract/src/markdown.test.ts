import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown, refusedLinks, type Block, type Inline } from './markdown.js';

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', texts: [children] });

/** What a reader sees, links and marks left aside. */
function visible(inlines: readonly Inline[]): string {
  return inlines.map((node) => (node.type === 'text' ? node.text : visible(node.children))).join('');
}

function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => block.texts.flat());
}

function allNodes(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((node) => (node.type === 'text' ? [node] : [node, ...allNodes(node.children)]));
}

describe('parseMarkdown', () => {
  const cases: [name: string, source: string, blocks: Block[]][] = [
    ['nothing', ' \n\n', []],
    ['paragraphs', 'Un\ndeux\n\ntrois', [paragraph(text('Un deux')), paragraph(text('trois'))]],
    ['a heading', '## Pourquoi', [{ type: 'heading', texts: [[text('Pourquoi')]] }]],
    [
      'a list, blank lines and long items included',
      'Trois :\n- a\n* b\nsuite\n\n- c',
      [paragraph(text('Trois :')), { type: 'list', texts: [[text('a')], [text('b suite')], [text('c')]] }],
    ],
    ['an ordered list', '1. a\n2) b', [{ type: 'numbered', texts: [[text('a')], [text('b')]] }]],
    ['a line that begins with a number', 'Depuis\n12. rue Haute', [paragraph(text('Depuis 12. rue Haute'))]],
    [
      'emphasis',
      'un *deux* **trois**',
      [
        paragraph(text('un '), { type: 'em', children: [text('deux')] }, text(' '), {
          type: 'strong',
          children: [text('trois')],
        }),
      ],
    ],
    [
      'a link within strong emphasis',
      '**a [b](https://c.example)**',
      [
        paragraph({
          type: 'strong',
          children: [text('a '), { type: 'link', href: 'https://c.example', children: [text('b')] }],
        }),
      ],
    ],
    ['marks that close nothing', '2 * 3 ** snake_case_x *a', [paragraph(text('2 * 3 ** snake_case_x *a'))]],
    ['escaped marks', String.raw`\*a\* \[b\](c) \d`, [paragraph(text(String.raw`*a* [b](c) \d`))]],
    ['HTML', '<b onclick="x()">a</b>', [paragraph(text('<b onclick="x()">a</b>'))]],
    [
      'links',
      '[la *loi*](https://a.example/x_(y)) [nous](mailto:a@b.example)',
      [
        paragraph(
          {
            type: 'link',
            href: 'https://a.example/x_(y)',
            children: [text('la '), { type: 'em', children: [text('loi')] }],
          },
          text(' '),
          { type: 'link', href: 'mailto:a@b.example', children: [text('nous')] },
        ),
      ],
    ],
    [
      'links that are not allowed',
      '[a](javascript:alert(1)) [b](http://b) [c](/c) [](https://d)',
      [paragraph(text('[a](javascript:alert(1)) [b](http://b) [c](/c) [](https://d)'))],
    ],
    [
      'a link that emphasis would cut',
      '*a [b* c](https://d.example)',
      [paragraph({ type: 'em', children: [text('a [b')] }, text(' c](https://d.example)'))],
    ],
    [
      'a bracket in a bracket',
      '[a [b](https://c.example)',
      [paragraph(text('[a '), { type: 'link', href: 'https://c.example', children: [text('b')] })],
    ],
  ];
  for (const [name, source, blocks] of cases) {
    it(`reads ${name}`, () => {
      assert.deepEqual(parseMarkdown(source), blocks);
    });
  }

  const markedUp = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '*',
          '**',
          '_',
          '__',
          '[',
          ']',
          '(',
          ')',
          '](https://a.example)',
          '](x:y)',
          '\\',
          ' ',
          '\n',
        ),
        fc.constantFrom('\n\n', '- ', '1. ', '# ', '<i>', 'é', 'mot', '😀'),
        fc.string(),
      ),
    )
    .map((parts) => parts.join(''));

  it('makes links of the two allowed schemes only, never one within another', () => {
    fc.assert(
      fc.property(markedUp, (source) => {
        for (const node of allNodes(inlinesOf(parseMarkdown(source)))) {
          if (node.type !== 'link') continue;
          assert.match(node.href, /^(https:\/\/|mailto:)\S+$/i);
          assert.ok(allNodes(node.children).every((inner) => inner.type !== 'link'));
        }
      }),
    );
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(markedUp, (source) => {
        const letters = (words: string): string => words.replace(/[^\p{L}<>]/gu, '');
        const shown = allNodes(inlinesOf(parseMarkdown(source)))
          .map((node) => (node.type === 'text' ? node.text : ''))
          .join('');
        const withoutAddresses = source.replaceAll('](https://a.example)', '');
        assert.equal(letters(shown).replaceAll('httpsaexample', ''), letters(withoutAddresses));
      }),
    );
  });

  it('leaves plain sentences as they are', () => {
    const sentence = fc.stringMatching(/^[a-zéà,.'’]+( [a-zéà,.'’]+)*$/);
    fc.assert(
      fc.property(sentence, (source) => {
        assert.deepEqual(parseMarkdown(source), [paragraph(text(source))]);
      }),
    );
  });

  it('holds no text twice, and no empty node', () => {
    fc.assert(
      fc.property(markedUp, (source) => {
        for (const node of allNodes(inlinesOf(parseMarkdown(source)))) {
          assert.notEqual(
            node.type === 'text' ? node.text : node.children.length,
            node.type === 'text' ? '' : 0,
          );
        }
        assert.ok(visible(inlinesOf(parseMarkdown(source))).length <= source.length);
      }),
    );
  });

  // Each of these is quadratic or worse in a reader that searches ahead for what closes a mark.
  const hostile = [
    '[',
    '*a ',
    '**a ',
    '_a*b ',
    '[a](',
    '[](',
    '[a](https://x',
    '![[',
    '*_',
    '- \n',
    '\\',
    ']((',
  ];
  for (const part of hostile) {
    it(`reads a megabyte of ${JSON.stringify(part)}`, { timeout: 20_000 }, () => {
      assert.ok(parseMarkdown(part.repeat(Math.ceil(1_000_000 / part.length))).length > 0);
    });
  }
});

describe('refusedLinks', () => {
  it('names the addresses that stay text', () => {
    const source = '[a](javascript:x) [b](https://b.example) [c](ftp://c) [sic] (d)';
    assert.deepEqual(refusedLinks(source), ['javascript:x', 'ftp://c']);
  });
});
