import { css } from 'lit';

export const proposalsStyles = css`
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

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    padding-block: var(--_space);
    border-block: 1px solid var(--_line);
  }

  .filters > * {
    flex: 1 1 11em;
  }

  .filters > .search {
    flex-basis: 100%;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .row input {
    flex: 1 1 10em;
  }

  .items {
    display: grid;
    padding: 0;
    list-style: none;
  }

  .busy {
    opacity: 0.6;
  }

  .items li {
    display: grid;
    gap: 0.5em;
    padding-block: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_line);
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

  .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .empty {
    display: grid;
    gap: var(--_space);
    padding-block: calc(var(--_space) * 2);
    text-align: center;
  }

  .more {
    inline-size: 100%;
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

  .skeleton s {
    inline-size: 8em;
    block-size: 2.75em;
  }

  @media print {
    .filters,
    .actions,
    .more {
      display: none;
    }
  }
`;
