import { css } from 'lit';

/** The way past an element (`renderSkip`): over what stands there, and only while it has the focus. */
export const skipStyles = css`
  /* Wherever it stands: what a column says of its parts is not for it. */
  a.skip {
    position: absolute;
    z-index: 3;
    inline-size: auto;
    max-inline-size: 85cqi;
    padding-inline: 0.5em;
  }

  .skip:not(:focus) {
    clip-path: inset(50%);
  }

  @media print {
    .skip {
      display: none;
    }
  }
`;
