import { css } from 'lit';

export const questionnaireStyles = css`
  /* In a card the frame is the card's. */
  :host([embedded]) .frame {
    padding: 0;
    border: 0;
  }

  /* Lines that the eye finds the beginning of, however wide the page is. */
  .column > * {
    max-inline-size: var(--cnr-measure, 46em);
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
  }

  h3 {
    font-size: var(--cnr-font-size-question, 1.25em);
    font-weight: 700;
    line-height: 1.3;
  }

  .progress {
    display: grid;
    gap: 0.625em;
  }

  .progress h3 {
    display: grid;
    gap: 0.25em;
  }

  .count {
    color: var(--_muted);
    font-size: 0.7em;
    font-weight: 600;
  }

  .draft {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }

  .review dt {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .review {
    display: grid;
    border-block-end: 1px solid var(--_line);
  }

  .review > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25em 1em;
    padding-block: 0.875em;
    border-block-start: 1px solid var(--_line);
  }

  .review dd {
    font-weight: 500;
  }

  .review em {
    color: var(--_muted);
    font-weight: 400;
  }

  .review .change button {
    min-block-size: 2em;
    padding: 0.125em 0;
  }

  @container (min-width: 34em) {
    .review > div {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .review dt,
    .review dd {
      grid-column: 1;
    }

    .review .change {
      grid-row: 1 / span 2;
      grid-column: 2;
    }
  }

  /* Numbered by its own words. */
  ul.ranking {
    padding: 0;
    list-style: none;
  }

  .written,
  .transcript {
    white-space: pre-wrap;
  }

  .loading {
    display: grid;
    place-items: center;
    min-block-size: 12em;
    color: var(--_muted);
  }

  img,
  video {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
  }

  /* Of what was sent, on paper alone. */
  @media screen {
    .note ~ .review {
      display: none;
    }
  }

  @media print {
    button,
    .draft {
      display: none;
    }
  }
`;
