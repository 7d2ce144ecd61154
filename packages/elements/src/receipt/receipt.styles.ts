import { css } from 'lit';
import { boxes } from '../boxes.styles.js';
import { ownWidth } from '../own-width.styles.js';

/** A ticket: what to keep stands large on its face, what to do with it on the stub below the perforation. */
export const receiptStyles = css`
  ${boxes}
  ${ownWidth}

  .ticket {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_success) 7%, var(--_background));
    break-inside: avoid;
  }

  .face,
  .stub {
    display: grid;
    gap: 0.5em;
    padding: 1.25em;
  }

  .face {
    text-align: center;
  }

  /* Read aloud and copied by hand: letters that cannot be mistaken. */
  .code,
  #code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
  }

  /* In two even lines where one is too narrow. */
  .code {
    font-size: clamp(1.5em, 7.5cqi, 2.25em);
    font-weight: 700;
    line-height: 1.3;
    letter-spacing: 0.06em;
    text-wrap: balance;
  }

  .stub {
    position: relative;
    gap: 1em;
    border-block-start: 2px dashed var(--_border);
  }

  /* Where the perforation ends, a bite out of each edge. */
  .stub::before,
  .stub::after {
    content: '';
    position: absolute;
    inset-block-start: -0.6875em;
    inset-inline-start: -1px;
    inline-size: 0.625em;
    block-size: 1.25em;
    border: 1px solid var(--_border);
    border-inline-start-color: var(--_background);
    border-start-end-radius: 1em;
    border-end-end-radius: 1em;
    background: var(--_background);
  }

  .stub::after {
    inset-inline: auto -1px;
    border-color: var(--_border);
    border-inline-end-color: var(--_background);
    border-radius: 0;
    border-start-start-radius: 1em;
    border-end-start-radius: 1em;
  }

  [aria-busy] {
    visibility: hidden;
  }

  .line {
    display: grid;
    gap: 0.375em;
  }

  label {
    font-weight: 600;
  }

  /* As wide as a code. */
  #code {
    max-inline-size: 18em;
  }

  @media print {
    button {
      display: none;
    }
  }
`;
