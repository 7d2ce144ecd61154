import { css } from 'lit';
import { boxes } from '../../boxes.styles.js';

export const fieldStyles = css`
  ${boxes}

  .fields {
    gap: calc(var(--_space) * 2);
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
  }

  /* WebKit keeps a legend out of the grid, and so out of its gaps. */
  .field > :nth-child(n + 2) {
    margin-block-start: 0.625em;
  }

  .field.invalid {
    padding-inline-start: 0.875em;
    border-inline-start: 0.1875em solid var(--_error);
  }

  .title {
    display: block;
    font-size: var(--cnr-font-size-question, 1.25em);
    font-weight: 700;
    line-height: 1.3;
    text-wrap: pretty;
  }

  /* Elsewhere it is an item like any other then, and the border beside it begins where it does. */
  legend.title {
    float: inline-start;
  }

  .required {
    color: var(--_muted);
    font-size: 0.8em;
    font-weight: 400;
  }

  .help {
    white-space: pre-line;
  }

  .hint,
  .counter {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .counter.over {
    color: var(--_error);
    font-weight: 600;
  }

  .line,
  .other {
    display: grid;
    gap: 0.375em;
  }

  .other {
    margin-inline-start: 3em;
    padding-block: 0.25em 0.5em;
  }

  input[type='date'],
  .measure input {
    max-inline-size: 14em;
  }

  .measure {
    display: flex;
    gap: 0.75em;
    align-items: center;
  }

  /* A unit is whole; the box gives way. */
  .measure span {
    overflow-wrap: normal;
  }

  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    margin: 0.0625em 0 0;
    font: inherit;
    accent-color: var(--_action);
  }

  .choices {
    display: grid;
    gap: 0.5em;
  }

  .choice {
    display: flex;
    gap: 0.75em;
    align-items: start;
    min-block-size: 2.75em;
    padding: 0.625em 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .choice:hover,
  .point:hover {
    border-color: var(--_border);
  }

  .choice:has(:checked),
  .point:has(:checked) {
    border-color: var(--_action);
    background: color-mix(in srgb, var(--_action) 9%, var(--_background));
    box-shadow: inset 0 0 0 1px var(--_action);
  }

  .choice:has(:focus-visible),
  .point:has(:focus-visible) {
    outline: var(--_ring);
    outline-offset: 2px;
  }

  .choice :focus-visible,
  .point :focus-visible {
    outline: none;
  }

  .points {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(2.75em, 1fr));
    gap: 0.375em;
  }

  .point {
    display: grid;
    gap: 0.25em;
    place-items: center;
    min-block-size: 3.5em;
    padding: 0.375em 0.125em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .ends {
    display: flex;
    gap: 1em;
    justify-content: space-between;
    color: var(--_muted);
    font-size: var(--_small);
  }

  .rows {
    display: grid;
    gap: 1.25em;
  }

  .row legend {
    margin-block-end: 0.5em;
    font-weight: 600;
  }

  .columns {
    display: grid;
    gap: 0.375em;
  }

  @container (min-width: 40em) {
    .columns {
      grid-template-columns: repeat(auto-fit, minmax(7em, 1fr));
    }
  }

  .ranked,
  .unranked {
    display: grid;
    gap: 0.5em;
    padding: 0;
    list-style: none;
  }

  .ranked li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    align-items: center;
    padding: 0.375em 0.375em 0.375em 0.75em;
    border: 1px solid var(--_action);
    border-radius: var(--_radius);
  }

  .ranked .label {
    flex: 1 1 8em;
  }

  .place {
    flex: none;
    min-inline-size: 1.5em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .unranked button {
    justify-content: start;
    inline-size: 100%;
    border-color: var(--_line);
    color: inherit;
    font-weight: 400;
    text-align: start;
  }

  button.icon {
    inline-size: 2.75em;
    padding: 0;
    border-color: transparent;
  }

  button.icon[aria-disabled] {
    opacity: 0.4;
    cursor: default;
  }

  @media (forced-colors: active) {
    .choice:has(:checked),
    .point:has(:checked) {
      border: 2px solid Highlight;
    }
  }
`;
