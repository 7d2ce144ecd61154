import { css } from 'lit';

export const meetingsStyles = css`
  :host([embedded]) .frame {
    padding: 0;
    border: 0;
  }

  [hidden] {
    display: none;
  }

  /* The frame's room is for what comes, not for what stands between. */
  .frame {
    align-content: start;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .row input {
    flex: 1 1 14em;
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

  .counted {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
  }

  .items {
    display: grid;
    padding: 0;
    list-style: none;
  }

  .items > li {
    display: grid;
    gap: 0.25em;
    padding-block: var(--_space);
    padding-inline-start: 0.75em;
    border-block-start: 1px solid var(--_line);
    border-inline-start: 0.25em solid transparent;
  }

  .items > .marked {
    border-inline-start-color: var(--_action);
    background: color-mix(in srgb, var(--_action) 7%, transparent);
  }

  .mark {
    color: var(--_link);
  }

  .pinned {
    display: grid;
    gap: 0.5em;
  }

  button.title {
    min-block-size: 1.5em;
    padding: 0;
    border: 0;
    border-radius: 0.125em;
    background: none;
    font-size: 1.125em;
    font-weight: 700;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 0.0625em;
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
  }

  button.title:hover {
    text-decoration-thickness: 0.15em;
  }

  .when::first-letter {
    text-transform: uppercase;
  }

  .badge.cancelled {
    color: var(--_error);
  }

  .badge.full {
    color: var(--_warning);
  }

  .empty {
    display: grid;
    gap: var(--_space);
    justify-items: center;
    padding-block: calc(var(--_space) * 2);
    text-align: center;
  }

  .more {
    inline-size: 100%;
  }

  .sides,
  .list-side {
    align-content: start;
    min-inline-size: 0;
  }

  .map-side,
  .map-on .list-side {
    display: none;
  }

  .map-on {
    display: grid;
    gap: var(--_space);
  }

  .map-on .map-side {
    display: block;
  }

  /* As map-side.ts has it. */
  @container (min-width: 60em) {
    .sides {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: calc(var(--_space) * 2);
    }

    .map-side {
      display: block;
      position: sticky;
      inset-block-start: var(--_space);
      align-self: start;
      min-block-size: 34em;
    }

    .to-map {
      display: none;
    }
  }

  .skeleton * {
    block-size: 1em;
    border-radius: var(--_radius);
    background: var(--_line);
  }

  .skeleton b {
    inline-size: 70%;
    block-size: 1.375em;
  }

  .skeleton i {
    inline-size: 45%;
  }

  @media print {
    form,
    .narrowing,
    .chips,
    .active,
    .to-map,
    .more {
      display: none;
    }

    .sides {
      display: block;
    }

    .map-side {
      position: static;
    }

    .items > li {
      break-inside: avoid;
    }
  }
`;
