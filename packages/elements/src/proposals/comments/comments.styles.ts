import { css } from 'lit';

export const commentsStyles = css`
  .comments {
    display: grid;
    padding: 0;
    list-style: none;
  }

  .comments li {
    display: grid;
    gap: 0.25em;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }

  /* What follows has a line of its own above it. */
  .comments li:last-child {
    border: 0;
  }

  .written {
    white-space: pre-line;
  }

  .step {
    font-size: 1.125em;
  }
`;
