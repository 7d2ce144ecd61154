import { css } from 'lit';

export const meetingsStyles = css`
  .counted {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
  }

  .items > li {
    display: grid;
    gap: 0.25em;
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_line);
  }

  .marked {
    position: relative;
    isolation: isolate;
  }

  .marked::before {
    position: absolute;
    z-index: -1;
    inset-block: 0;
    inset-inline: -0.75em -0.5em;
    border-inline-start: 0.25em solid var(--_action);
    background: color-mix(in srgb, var(--_action) 7%, transparent);
    content: '';
  }

  .mark {
    color: var(--_link);
  }

  .pinned {
    display: grid;
    gap: 0.5em;
  }

  .when::first-letter,
  .said::first-letter {
    text-transform: uppercase;
  }

  .badge.cancelled {
    color: var(--_error);
  }

  .badge.full {
    color: var(--_warning);
  }

  .empty {
    justify-items: center;
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
    /* What list and map take at least, once they are there; cnr.css keeps as much. */
    .frame {
      min-block-size: var(--cnr-form-room, 70em);
    }

    .sides {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: calc(var(--_space) * 2);
    }

    .map-side {
      display: block;
      align-self: start;
      min-block-size: 34em;
    }

    /* So that the map, and what belongs to it, fit a window that is not very low. */
    @media (min-height: 36em) {
      .map-side {
        --_stage-room: max(17em, (100vh - 21.5em) * 15 / 14);
      }
    }

    .map-side.stays {
      position: sticky;
      inset-block-start: 0.5em;
    }

    .to-map {
      display: none;
    }
  }

  @media print {
    form[role],
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
