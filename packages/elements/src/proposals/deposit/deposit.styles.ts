import { css } from 'lit';

export const depositStyles = css`
  form {
    gap: calc(var(--_space) * 1.5);
    max-inline-size: var(--cnr-measure, 46em);
  }

  .similar {
    display: grid;
    gap: 0.5em;
    padding: 0;
    list-style: none;
  }

  .similar li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25em 1em;
    align-items: start;
  }

  @container (min-width: 34em) {
    .similar li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }

  .preview {
    padding: 1.25em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }

  .written {
    white-space: pre-line;
  }
`;
