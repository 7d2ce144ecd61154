import { css } from 'lit';

/** The overseas territories, each in a frame of its own. */
export const insetStyles = css`
  .insets {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(4.5em, 1fr));
    gap: 0.5em;
    padding: 0;
    list-style: none;
  }

  .insets button {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr;
    gap: 0.25em;
    align-items: start;
    justify-items: center;
    inline-size: 100%;
    block-size: 100%;
    padding: 0.375em 0.125em;
    border-color: var(--_line);
    background-color: var(--_sea);
    color: var(--_text);
    font-weight: 400;
  }

  .insets button:hover {
    border-color: var(--_action);
  }

  .insets [aria-current] {
    border-color: var(--_action);
    box-shadow: inset 0 0 0 1px var(--_action);
  }

  .insets svg,
  .insets .count {
    grid-area: 1 / 1;
  }

  .insets svg {
    inline-size: 100%;
    max-inline-size: 6em;
    aspect-ratio: 15 / 14;
  }

  .insets .count {
    align-self: center;
    min-inline-size: 2.125em;
    padding: 0.4375em 0.5em;
    border: 2px solid var(--_background);
    border-radius: 2em;
    background: var(--_action);
    color: var(--_on-action);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1;
  }

  .insets .count:empty {
    display: none;
  }

  /* They are coast all around, or frontier. */
  .insets .land {
    stroke: var(--_edge);
  }

  .insets .name {
    grid-row: 2;
    font-size: 0.75em;
    line-height: 1.2;
    hyphens: auto;
  }

  @media (forced-colors: active) {
    .insets .land {
      stroke: CanvasText;
    }

    .insets .count {
      border-color: Canvas;
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }

    .insets [aria-current] {
      border: 3px solid Highlight;
    }
  }

  @media print {
    .insets button,
    .insets .count {
      print-color-adjust: exact;
    }
  }
`;
