import { css } from 'lit';

/** Counts and signs: shapes tell them apart, not colour alone. */
export const markerStyles = css`
  .markers button,
  .origin {
    --_size: 1.75em;
    display: inline-grid;
    place-items: center;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_on-action);
    line-height: 1;
    position: absolute;
    inline-size: var(--_size);
    block-size: var(--_size);
    min-inline-size: 24px;
    min-block-size: 24px;
    translate: -50% -50%;
  }

  .markers button:hover,
  .markers button:focus-visible,
  .markers [aria-current] {
    z-index: 1;
  }

  .markers .cluster {
    border: 2px solid var(--_background);
    border-radius: 50%;
    background: var(--_action);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    overflow-wrap: normal;
  }

  .markers .cluster:hover {
    background: var(--_action-hover);
  }

  .markers .some {
    --_size: 2.5em;
  }

  .markers .many {
    --_size: 3.125em;
  }

  .markers .most {
    --_size: 3.75em;
  }

  .markers .few {
    --_size: 2.125em;
  }

  /* A sign for each status: shape tells it, not colour alone. */
  .marker::before {
    content: '';
    box-sizing: border-box;
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid var(--_background);
    border-radius: 50%;
    background: var(--_action);
    box-shadow: 0 0 0 1px var(--_action);
  }

  .full::before {
    border: 4px solid var(--_action);
    background: var(--_background);
    box-shadow: 0 0 0 2px var(--_background);
  }

  .cancelled::before {
    content: '×';
    /* Words say it too, which are to be heard without it. */
    content: '×' / '';
    display: grid;
    line-height: 1;
    place-items: center;
    border: 1px solid var(--_error);
    background: var(--_background);
    box-shadow: none;
    color: var(--_error);
    font-weight: 700;
  }

  .held::before {
    border: 1px solid var(--_background);
    border-radius: 0;
    background: var(--_muted);
    box-shadow: none;
    scale: 0.75;
  }

  /* What is chosen stands in a frame with corners. */
  .markers [aria-current] {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
  }

  .markers .marker[aria-current] {
    outline-offset: 0;
  }

  .markers .cluster[aria-current] {
    border-radius: 0.25em;
  }

  .markers :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  /* Around what stands there, which it must not cover. */
  .origin::before,
  .sought::before {
    content: '';
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 3px solid var(--_text);
    rotate: 45deg;
  }

  .origin {
    pointer-events: none;
  }

  .sought::before {
    scale: 0.5;
    margin: -0.25em;
  }

  @media (forced-colors: active) {
    .markers .cluster,
    .marker::before {
      border-color: Canvas;
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }

    .full::before,
    .cancelled::before {
      border-color: ButtonText;
      background: Canvas;
      color: CanvasText;
    }

    .markers [aria-current] {
      outline-color: Highlight;
    }
  }

  @media print {
    .markers .cluster,
    .marker::before {
      print-color-adjust: exact;
    }
  }
`;
