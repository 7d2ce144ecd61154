import { css } from 'lit';

export const registrationStyles = css`
  /* Apart from what else can be done with the meeting; on a phone by a line below, and that of the facts above. */
  .panel {
    padding-block-end: 1.25em;
    border-block-end: 1px solid var(--_line);
  }

  @container (min-width: 20em) {
    .panel {
      padding: 1.25em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
  }

  form {
    gap: calc(var(--_space) * 1.5);
  }

  fieldset {
    display: grid;
    gap: 0.25em;
  }

  legend {
    margin-block-end: 0.5em;
    font-weight: 600;
  }

  .choice {
    display: flex;
    gap: 0.75em;
    align-items: start;
    min-block-size: 2.75em;
    padding-block: 0.625em;
    font-weight: 400;
    cursor: pointer;
  }

  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    margin: 0.0625em 0 0;
    accent-color: var(--_action);
  }

  .few {
    display: grid;
    gap: 0.375em;
    max-inline-size: 16em;
  }

  .few .fault {
    max-inline-size: none;
  }

  .when {
    font-weight: 600;
  }

  .when::first-letter {
    text-transform: uppercase;
  }
`;
