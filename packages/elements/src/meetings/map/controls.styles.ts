import { css } from 'lit';
import { skipStyles } from '../../skip.styles.js';

/** What is above the map: the way past it, where to go, nearer and farther. */
export const controlStyles = css`
  ${skipStyles}

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: stretch;
  }

  .controls select {
    flex: 1 1 7em;
    min-inline-size: 0;
  }

  .controls .whole {
    flex: 0 1 auto;
  }

  .whole[hidden] {
    display: none;
  }

  @container (max-inline-size: 24em) {
    .controls select {
      flex-basis: 100%;
    }

    .controls .whole {
      flex: 1 1 0;
      min-inline-size: 0;
      padding: 0.125em 0.25em;
      font-size: 0.875em;
    }

    /* Keeps its room: the map stays where it is when it comes. */
    .whole[hidden] {
      display: inline-flex;
      visibility: hidden;
    }
  }

  select {
    min-block-size: 2.75em;
    padding: 0.25em 0.5em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
  }

  .controls button {
    padding-inline: 0.75em;
  }

  .zoom {
    display: flex;
  }

  .zoom button {
    min-inline-size: 2.75em;
    font-size: 1em;
  }

  .zoom button:first-child {
    border-inline-end: 0;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .zoom button:last-child {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  [aria-disabled='true'],
  [aria-disabled='true']:hover {
    border-color: var(--_line);
    background: transparent;
    color: var(--_muted);
    cursor: default;
  }

  @media (forced-colors: active) {
    [aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }

  @media print {
    .controls {
      display: none;
    }
  }
`;
