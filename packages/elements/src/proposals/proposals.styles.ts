import { css } from 'lit';

export const proposalsStyles = css`
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

  .busy {
    opacity: 0.6;
  }

  .items li {
    display: grid;
    gap: 0.5em;
    padding-block: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_line);
  }

  .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .skeleton :last-child {
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
