import { css } from 'lit';

/**
 * The frame around the card and the questionnaire. It fills the same room before and after it has content, and the
 * same that `cnr.css` keeps before the script runs: nothing on the host's page moves.
 */
export const frame = css`
  .frame {
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_background);
  }

  .room {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    min-block-size: var(--cnr-room, 44em);
  }

  @container (min-width: 30em) {
    .room {
      min-block-size: var(--cnr-room, 32em);
    }
  }

  @container (min-width: 44em) {
    .room {
      min-block-size: var(--cnr-room, 27em);
    }

    .frame {
      padding: calc(var(--_space) * 1.75);
    }
  }
`;
