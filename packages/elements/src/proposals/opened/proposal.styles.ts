import { css } from 'lit';

export const proposalStyles = css`
  header {
    display: grid;
    gap: 0.5em;
  }

  h4 {
    font-size: 1.125em;
    font-weight: 700;
  }

  h5 {
    margin: 0;
    font-size: 1em;
    font-weight: 700;
  }

  .written,
  .answer {
    max-inline-size: var(--cnr-measure, 46em);
  }

  .written {
    white-space: pre-line;
  }

  .answer {
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-inline-start: 0.25em solid var(--_success);
    border-radius: var(--_radius);
  }

  video {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
  }

  .history {
    display: grid;
    gap: 0.25em;
    margin-block-start: 0.5em;
  }

  details {
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--_line);
  }

  details > :not(summary) {
    padding-block: 0.5em;
  }
`;
