import { css } from 'lit';

/** Quiet land and clear counts. The stage keeps its proportions, so that what is put on it in per cent stays in place. */
export const mapStyles = css`
  :host {
    --_sea: color-mix(in srgb, var(--_action) 6%, var(--_background));
    --_edge: color-mix(in srgb, var(--_border) 65%, var(--_background));
  }

  [role='region'] {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }

  .stage {
    position: relative;
    inline-size: 100%;
    max-inline-size: var(--_stage-room, none);
    margin-inline: auto;
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
    fill-rule: evenodd;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .land {
    fill: color-mix(in srgb, var(--_border) 16%, var(--_background));
  }

  .inner {
    stroke: var(--_background);
  }

  .outer {
    stroke: var(--_edge);
  }

  .area,
  .pointed {
    fill: color-mix(in srgb, var(--_action) 16%, var(--_background));
  }

  .area {
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
    top: 0;
    left: 0;
    z-index: 2;
    inline-size: max-content;
    max-inline-size: min(20em, 100% - 12px);
    padding: 0.125em 0.5em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_text);
    color: var(--_background);
    line-height: 1.35;
  }

  /* What the frames, the legend and the notes take, which come after the first picture. */
  .room {
    block-size: 13.75em;
  }

  @container (max-inline-size: 24.5em) {
    .room {
      block-size: 20.25em;
    }
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

    .area {
      stroke: Highlight;
    }
  }

  @media print {
    .arrow,
    .tip,
    details {
      display: none;
    }

    .stage {
      print-color-adjust: exact;
    }

    [role='region'] {
      break-inside: avoid;
    }
  }
`;
