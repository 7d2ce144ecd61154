import { css } from 'lit';

export const noticeStyles = css`
  .notice {
    display: grid;
    gap: 0.75em;
    padding-block: 0.5em 1em;
  }

  .notice dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
`;
