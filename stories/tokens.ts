import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { base } from '../packages/elements/dist/base.styles.js';
import { tokens } from '../packages/elements/dist/tokens.styles.js';
import { TOKENS } from '../scripts/docs-french.mjs';

/** A token, and what the elements' styles read in its place. */
interface Token {
  readonly name: string;
  readonly value: string;
}

const sheets = import.meta.glob<string>('../packages/elements/src/**/*.styles.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Every token once; what all elements share comes first. The room kept for an empty element is not of its look. */
const all: readonly Token[] = [
  ...[tokens.cssText, base.cssText, ...Object.values(sheets)]
    .join('\n')
    .matchAll(/([\w-]+):[^;{}]*?(var\(\s*(--cnr-[a-z-]+)(?:, [^()]*\))?)/g),
]
  .map(([, readBy = '', value = '', name = '']) => ({
    name,
    value: readBy.startsWith('--') ? `var(${readBy})` : value,
  }))
  .filter(
    ({ name }, index, found) =>
      !name.endsWith('-room') && found.findIndex((one) => one.name === name) === index,
  );

interface Sample {
  readonly of: RegExp;
  readonly kind: 'colour' | 'type' | 'measure';
  /** The property that takes the token. */
  readonly property: string;
  /** The property whose value is told, when it is another one. */
  readonly told?: string;
  readonly form: string;
}

/** What a token is seen by: the first that fits counts. */
const SAMPLES: readonly Sample[] = [
  { of: /-color-/, kind: 'colour', property: 'background-color', form: 'swatch' },
  { of: /-font-family/, kind: 'type', property: 'font-family', form: 'words' },
  { of: /-font-/, kind: 'type', property: 'font-size', form: 'words' },
  { of: /-radius/, kind: 'measure', property: 'border-radius', form: 'box' },
  { of: /-shadow/, kind: 'measure', property: 'box-shadow', form: 'box' },
  { of: /-focus-/, kind: 'measure', property: 'outline', told: 'outline-width', form: 'box' },
  { of: /-duration/, kind: 'measure', property: 'transition-duration', form: 'moving bar' },
  { of: /./, kind: 'measure', property: 'width', form: 'bar' },
];

/** Samples of the tokens, with the elements' own styles: what is shown here is what an element would show. */
export class StoryTokens extends LitElement {
  static override properties = { kind: {} };

  static override styles = [
    tokens,
    base,
    css`
      :host {
        background: var(--_background);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20em), 1fr));
        gap: var(--_space);
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: 0.25em;
        align-content: start;
        padding-block-end: var(--_space);
        border-block-end: 1px solid var(--_line);
      }
      .room {
        overflow: hidden;
        padding: 0.5em;
      }
      .room > * {
        display: block;
        forced-color-adjust: none;
      }
      .swatch,
      .box {
        block-size: 3.5em;
        border: 1px solid var(--_line);
      }
      .box {
        inline-size: 5em;
      }
      .bar {
        block-size: 1em;
        background: var(--_action);
      }
      .moving {
        inline-size: 25%;
        transition-property: inline-size;
      }
      li:hover .moving {
        inline-size: 100%;
      }
      @media (prefers-reduced-motion: reduce) {
        .moving {
          transition-duration: 0s !important;
        }
      }
      .value {
        color: var(--_muted);
      }
    `,
  ];

  declare kind: Sample['kind'];

  override render(): TemplateResult {
    return html`<ul>
      ${all.map((token) => {
        const sample = SAMPLES.find(({ of }) => of.test(token.name));
        return sample?.kind === this.kind ? rowOf(token, sample) : nothing;
      })}
    </ul>`;
  }

  /** What the browser made of each in this theme. */
  override updated(): void {
    for (const row of this.renderRoot.querySelectorAll('li')) {
      const sample = row.querySelector<HTMLElement>('[data-property]');
      const value = row.querySelector('.value');
      if (!sample || !value) continue;
      value.textContent = asWritten(
        getComputedStyle(sample).getPropertyValue(sample.dataset['property'] ?? ''),
      );
    }
  }
}

function rowOf({ name, value }: Token, { property, told = property, form }: Sample): TemplateResult {
  const words = (TOKENS as Readonly<Record<string, readonly string[] | undefined>>)[name];
  return html`<li>
    <span class="room"
      ><span class=${form} data-property=${told} style=${styleMap({ [property]: value })}
        >${form === 'words' ? 'Votre avis compte' : nothing}</span
      ></span
    >
    <code>${name}</code>
    <span>${words?.join(' / ')}</span>
    <span class="value"></span>
  </li>`;
}

/** A colour as a style sheet has it; anything else as it is. */
function asWritten(value: string): string {
  const [, kind, numbers = ''] = /^(rgb|color\(srgb)[( ]([\d., ]+)\)$/.exec(value) ?? [];
  if (kind === undefined) return value;
  const parts = numbers.split(/[, ]+/).map((part) => Math.round(Number(part) * (kind === 'rgb' ? 1 : 255)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
