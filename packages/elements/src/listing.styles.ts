import { css } from 'lit';
import { boxes } from './boxes.styles.js';

/** What is known of something that stands in a list, there and where it is opened. */
export const facts = css`
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
  }

  .badge {
    padding: 0.125em 0.625em;
    border-radius: 1em;
    background: color-mix(in srgb, currentcolor 12%, transparent);
    color: var(--_muted);
  }

  .badge.answered {
    color: var(--_success);
  }

  .badge.selected {
    color: var(--_link);
  }

  /* In line with the text above and below. */
  p > .quiet {
    margin-inline-start: -0.25em;
  }

  .step {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
`;

/** Fields with their labels, as in the questionnaire. */
export const fields = css`
  ${boxes}

  .line {
    display: grid;
    gap: 0.375em;
    align-content: start;
    min-inline-size: 0;
  }

  label {
    font-weight: 600;
  }
`;
