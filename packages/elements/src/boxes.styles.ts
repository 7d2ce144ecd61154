import { css } from 'lit';

/** What is written and chosen in, and what is wrong with it: the same in questions, proposals, comments and reports. */
export const boxes = css`
  input:not([type='radio'], [type='checkbox']),
  textarea,
  select {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75em;
    margin: 0;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
    font: inherit;
  }

  textarea {
    resize: vertical;
  }

  [aria-invalid='true']:is(input, textarea, select) {
    border-color: var(--_error);
  }

  .fault {
    color: var(--_error);
    font-weight: 600;
  }
`;
