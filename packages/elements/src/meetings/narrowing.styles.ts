import { css } from 'lit';

/** The search for a place, the filters, and those that stand. */
export const narrowing = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .row input {
    flex: 1 1 14em;
  }

  @container (max-width: 24em) {
    .row button {
      flex: 1 1 100%;
    }
  }

  .narrowing {
    padding-block: 0.25em;
    border-block: 1px solid var(--_line);
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
    padding-block: 0.5em 1em;
  }

  .filters > .line {
    flex: 1 1 11em;
  }

  .dates {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 1em;
  }

  .dates > * {
    flex: 0 1 12em;
  }

  .boxes {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
  }

  legend {
    font-weight: 600;
  }

  .box {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 2.25em;
    font-weight: 400;
    cursor: pointer;
  }

  .box input {
    flex: none;
    margin: 0;
    font: inherit;
    inline-size: 1.25em;
    min-block-size: 0;
    block-size: 1.25em;
    accent-color: var(--_action);
  }

  .active,
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
    padding: 0;
    list-style: none;
  }

  .chip {
    min-block-size: 2.25em;
    padding: 0.25em 0.875em;
    border-radius: 2em;
    background: color-mix(in srgb, var(--_action) 9%, var(--_background));
    font-weight: 500;
  }
`;
