import { css } from 'lit';

/** Quiet land and clear counts. The stage keeps its proportions, so that what is put on it in per cent stays in place. */
export const mapStyles = css`
  :host {
    --_sea: color-mix(in srgb, var(--_action) 6%, var(--_background));
    --_land: color-mix(in srgb, var(--_border) 16%, var(--_background));
    --_edge: color-mix(in srgb, var(--_border) 65%, var(--_background));
    --_inner: var(--_background);
  }

  [role='region'] {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }

  .skip {
    position: absolute;
    z-index: 3;
    background: var(--_background);
  }

  .skip:not(:focus) {
    inline-size: 1px;
    min-block-size: 0;
    block-size: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: stretch;
  }

  .controls label {
    flex: 1 1 12em;
    min-inline-size: 0;
  }

  select {
    inline-size: 100%;
    block-size: 100%;
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

  .stage {
    position: relative;
    aspect-ratio: 15 / 14;
    border-radius: var(--_radius);
    background-color: var(--_sea);
    overflow: hidden;
    /* One finger scrolls the page; two are ours. */
    touch-action: pan-x pan-y;
    user-select: none;
  }

  .stage > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }

  .dotted {
    background-image: radial-gradient(var(--_line) 1px, transparent 1.5px);
    background-size: 0.75em 0.75em;
  }

  path {
    fill: none;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .land {
    fill: var(--_land);
    fill-rule: evenodd;
  }

  .inner {
    stroke: var(--_inner);
    stroke-width: 1px;
  }

  .outer {
    stroke: var(--_edge);
    stroke-width: 1px;
  }

  .area,
  .pointed {
    fill: color-mix(in srgb, var(--_action) 16%, var(--_background));
    fill-rule: evenodd;
  }

  .line {
    fill: none;
    stroke: var(--_action);
    stroke-width: 2px;
  }

  .tiled .land,
  .tiled .pointed,
  .tiled .area {
    fill: transparent;
  }

  .tiled .inner,
  .tiled .outer {
    stroke: #0006;
  }

  .markers button,
  .legend .marker,
  .origin {
    --_size: 1.75em;
    display: inline-grid;
    place-items: center;
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_on-action);
    line-height: 1;
  }

  .markers button,
  .origin {
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
    display: grid;
    place-items: center;
    border: 1px solid var(--_error);
    background: var(--_background);
    box-shadow: none;
    color: var(--_error);
    font-weight: 700;
  }

  .held::before {
    border-color: var(--_background);
    border-radius: 0;
    background: var(--_muted);
    box-shadow: 0 0 0 1px var(--_muted);
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

  .origin::before {
    content: '';
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 3px solid var(--_text);
    background: var(--_background);
    rotate: 45deg;
  }

  .origin {
    pointer-events: none;
  }

  .stage .arrow {
    position: absolute;
    min-block-size: 2em;
    min-inline-size: 2em;
    padding: 0;
    border-color: var(--_edge);
    background: var(--_background);
    opacity: 0.92;
  }

  .arrow svg {
    inline-size: 0.875em;
    block-size: 0.875em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }

  .up,
  .down {
    left: calc(50% - 1em);
  }

  .left,
  .right {
    top: calc(50% - 1em);
  }

  .up {
    top: 0.375em;
  }

  .down {
    bottom: 0.375em;
    rotate: 180deg;
  }

  .left {
    left: 0.375em;
    rotate: -90deg;
  }

  .right {
    right: 0.375em;
    rotate: 90deg;
  }

  .tip {
    position: absolute;
    inset-block-end: 0.375em;
    inset-inline-start: 0.375em;
    z-index: 2;
    max-inline-size: calc(100% - 0.75em);
    padding: 0.25em 0.625em;
    border-radius: var(--_radius);
    background: var(--_text);
    color: var(--_background);
    line-height: 1.35;
    pointer-events: none;
  }

  .insets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.5em, 1fr));
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
    padding: 0.375em;
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

  .insets .name {
    font-size: 0.8125em;
    line-height: 1.2;
    hyphens: auto;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    padding: 0;
    list-style: none;
  }

  .legend li {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
  }

  .credits {
    color: var(--_muted);
    font-size: 0.75em;
  }

  .credits a {
    color: inherit;
  }

  @media (forced-colors: active) {
    .stage,
    .insets button {
      border: 1px solid CanvasText;
    }

    .land {
      fill: Canvas;
    }

    .inner {
      stroke: GrayText;
    }

    .outer {
      stroke: CanvasText;
    }

    .area,
    .pointed {
      fill: Canvas;
    }

    .line {
      fill: none;
      stroke: Highlight;
    }

    .markers .cluster,
    .insets .count,
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

    .insets [aria-current] {
      border: 3px solid Highlight;
    }
  }

  @media print {
    .skip,
    .controls,
    .arrow,
    .tip,
    details {
      display: none;
    }

    .stage,
    .insets button,
    .markers .cluster,
    .marker::before,
    .insets .count {
      print-color-adjust: exact;
    }

    [role='region'] {
      break-inside: avoid;
    }
  }
`;
