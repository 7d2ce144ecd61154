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

  .step {
    font-size: var(--_title);
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

/** A list in its frame: what stands in it, what is asked for still, and where there is none. */
export const listing = css`
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

  .items {
    display: grid;
    padding: 0;
    list-style: none;
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
  }

  button.title:hover {
    text-decoration-thickness: 0.15em;
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

  .skeleton :first-child {
    inline-size: 70%;
    block-size: 1.375em;
  }

  .skeleton span {
    inline-size: 45%;
  }
`;
