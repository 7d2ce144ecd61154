import { css } from 'lit';

/**
 * The button, and beside it two lines of words that are no higher than it is: nothing moves when they come. Where
 * they do not fit beside it, their room stands below from the start.
 */
export const supportStyles = css`
  :host {
    /* As wide as its content where the host puts it in a row. */
    container-type: normal;
  }

  * {
    box-sizing: border-box;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
  }

  button,
  .closed {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-block-size: max(2.75em, 44px);
    min-inline-size: max(2.75em, 44px);
    padding: 0.25em 1em;
    border: 1px solid var(--_action);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_link);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
  }

  button {
    cursor: pointer;
  }

  button:hover {
    background: color-mix(in srgb, var(--_action) 10%, transparent);
  }

  [aria-pressed='true'] {
    background: var(--_action);
    color: var(--_on-action);
  }

  [aria-pressed='true']:hover {
    background: var(--_action-hover);
  }

  .closed {
    border-color: var(--_line);
    color: var(--_muted);
  }

  :focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }

  svg {
    flex: none;
    inline-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2.5;
  }

  .count {
    flex: none;
    min-inline-size: 1.5em;
    font-variant-numeric: tabular-nums;
  }

  .words {
    display: grid;
    flex: 1 1 14em;
    align-content: center;
    min-block-size: 2.625em;
    font-size: 0.875em;
    line-height: 1.3;
  }

  a {
    flex: none;
    padding-block: 0.25em;
    color: var(--_link);
    font-size: 0.875em;
  }

  :host([variant='compact']) button,
  :host([variant='compact']) .closed {
    padding-inline: 0.625em;
  }

  :host([variant='compact']) .words {
    flex-basis: 9em;
  }

  p {
    margin: 0;
    color: var(--_muted);
  }

  .error p {
    color: var(--_error);
  }

  @media (forced-colors: active) {
    [aria-pressed='true'],
    [aria-pressed='true']:hover {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
