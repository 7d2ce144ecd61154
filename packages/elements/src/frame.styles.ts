import { css } from 'lit';
import { ownWidth } from './own-width.styles.js';
import { skipStyles } from './skip.styles.js';

/**
 * The frame around the card and the questionnaire. Until the citizen acts it fills the same room before and after it
 * has content, and the same that `cnr.css` keeps before the script runs: nothing on the host's page moves.
 */
export const frame = css`
  ${ownWidth}
  ${skipStyles}

  .frame {
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_background);
    box-shadow: var(--cnr-shadow, none);
  }

  .column {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
  }

  .card-room {
    min-block-size: var(--cnr-card-room, 53em);
  }

  .form-room,
  cnr-questionnaire:not(:defined),
  cnr-proposals:not(:defined),
  cnr-meeting-map:not(:defined) {
    min-block-size: var(--cnr-form-room, 70em);
  }

  @container (min-width: 30em) {
    .frame {
      padding: calc(var(--_space) * 1.25);
    }

    .card-room {
      min-block-size: var(--cnr-card-room, 41em);
    }

    .form-room,
    cnr-questionnaire:not(:defined),
    cnr-proposals:not(:defined),
    cnr-meeting-map:not(:defined) {
      min-block-size: var(--cnr-form-room, 42em);
    }
  }

  @container (min-width: 44em) {
    .frame {
      padding: calc(var(--_space) * 1.75);
    }

    .card-room {
      min-block-size: var(--cnr-card-room, 35em);
    }

    .form-room,
    cnr-questionnaire:not(:defined),
    cnr-proposals:not(:defined),
    cnr-meeting-map:not(:defined) {
      min-block-size: var(--cnr-form-room, 36em);
    }
  }
`;
