import { css } from 'lit';

export const consultationStyles = css`
  header {
    display: grid;
    gap: 0.5em;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em 0.75em;
    align-items: center;
    font-size: var(--_small);
    font-weight: 600;
  }

  .theme {
    color: var(--_link);
  }

  .phase {
    padding: 0.125em 0.625em;
    border-radius: 1em;
    background: color-mix(in srgb, currentcolor 12%, transparent);
    color: var(--_muted);
  }

  .open {
    color: var(--_success);
  }

  .followed-up,
  .results {
    color: var(--_link);
  }

  .title {
    --_lines: 6;
    margin: 0;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }

  .card-room .title {
    font-size: var(--_title);
  }

  @container (min-width: 44em) {
    .card-room .title {
      font-size: calc(var(--_title) * 1.25);
    }
  }

  /* Above what was opened a title is a reminder: nothing is larger than the question. */
  .frame:not(.card-room) .tags {
    display: none;
  }

  /* Cut at a whole line, with the ellipsis that a reader knows; all of it stands in the unfolded part. */
  .card-room .clamped {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_lines, 3);
  }

  @container (min-width: 30em) {
    .title {
      --_lines: 4;
    }
  }

  /* What is left of the room goes between the parts; what arrives later stands at the foot, and moves none of them. */
  .card-room:has(dl) {
    justify-content: space-between;
  }

  cnr-standing {
    margin-block-start: auto;
  }

  .facts {
    display: grid;
    gap: 0.75em 1.5em;
    padding-block: 0.875em;
    border-block: 1px solid var(--_line);
  }

  @container (min-width: 30em) {
    .facts {
      grid-template-columns: 1.6fr 1fr;
    }
  }

  @container (min-width: 36em) {
    .facts {
      grid-template-columns: 1.4fr 0.8fr 1.2fr;
    }
  }

  dt {
    color: var(--_muted);
    font-size: var(--_small);
  }

  dd {
    font-weight: 500;
  }

  /* On a line of its own: when the count has come, nothing wraps that did not before. */
  .goal {
    display: block;
    font-weight: 400;
  }

  dd progress {
    margin-block: 0.5em 0.375em;
  }

  .near {
    display: inline-block;
    color: var(--_error);
  }

  @media print {
    button {
      display: none;
    }
  }

  .primary {
    padding-inline: 2em;
  }

  /* Until the code of what was opened has come. */
  .wait:has(+ :defined) {
    display: none;
  }

  .questionnaire {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
    align-content: start;
  }

  .skeleton {
    display: grid;
    gap: 0.875em;
    align-content: start;
  }

  .skeleton * {
    block-size: 1em;
    border-radius: var(--_radius);
    background: var(--_line);
  }

  .skeleton span {
    inline-size: 40%;
  }

  .skeleton div {
    block-size: 1.75em;
  }

  .skeleton :last-child {
    inline-size: 9em;
    block-size: 2.75em;
    margin-block-start: 1em;
  }
`;
