import { css } from 'lit';

export const meetingStyles = css`
  h4 {
    font-size: 1.125em;
    font-weight: 700;
  }

  .known {
    display: grid;
    gap: 0.75em 1.5em;
    padding-block: 1em;
    border-block: 1px solid var(--_line);
  }

  @container (min-width: 34em) {
    .known > div {
      display: grid;
      grid-template-columns: 9em minmax(0, 1fr);
      gap: 1.5em;
    }
  }

  dt {
    color: var(--_muted);
  }

  .when {
    font-weight: 600;
  }

  .when::first-letter {
    text-transform: uppercase;
  }

  .plain {
    padding: 0;
    list-style: none;
  }

  input {
    inline-size: 100%;
  }

  /* As wide as one another, whatever their words. */
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
  }

  .ways > * {
    padding-inline: 0.75em;
  }

  /* Who has a place finds it where that is said. */
  cnr-registration[calendar] ~ .actions .calendar {
    display: none;
  }

  .follow {
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--_line);
  }

  .follow > :not(summary) {
    padding-block: 0.5em;
  }

  @media print {
    .actions,
    .follow {
      display: none;
    }
  }
`;
