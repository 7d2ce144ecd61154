import { css } from 'lit';
import { visuallyHidden } from './visually-hidden.styles.js';

/**
 * Text, links, buttons, notes and what is for screen readers alone: the same in every element. The scale of type stands
 * here and not among the tokens, because the support button, a file of its own, has but one size.
 */
export const base = css`
  ${visuallyHidden}

  :host {
    --_small: var(--cnr-font-size-small, 0.875em);
    --_title: var(--cnr-font-size-title, 1.375em);
    --_strong: var(--cnr-color-title, var(--text-title-grey, var(--_text)));
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
    overflow-wrap: anywhere;
    /* On a page that is written from right to left, a full stop stays at the end of its French sentence. */
    unicode-bidi: plaintext;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
  }

  h2,
  h3,
  h4,
  legend,
  label {
    color: var(--_strong);
  }

  ul,
  ol {
    padding-inline-start: 1.4em;
  }

  a {
    color: var(--_link);
    text-underline-offset: 0.2em;
  }

  a:hover {
    text-decoration-thickness: 0.15em;
  }

  :focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }

  button,
  .button {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-block-size: 2.75em;
    padding: 0.5em 1.25em;
    border: 1px solid var(--_action);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_link);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    flex-shrink: 0;
    max-inline-size: 100%;
    cursor: pointer;
  }

  button:hover,
  .button:hover {
    background: color-mix(in srgb, var(--_action) 10%, transparent);
  }

  /* On a phone the one next action is as wide as the thumb's reach. */
  .primary {
    inline-size: 100%;
    background: var(--_action);
    color: var(--_on-action);
  }

  .primary:hover {
    background: var(--_action-hover);
  }

  @container (min-width: 30em) {
    .primary {
      inline-size: auto;
    }
  }

  .quiet {
    padding-inline: 0;
    border: 0;
    font-weight: 500;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    align-items: center;
  }

  /* A live region stands before its text does; empty, it takes no room of its own. */
  .alert {
    display: contents;
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: var(--_small);
  }

  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }

  .note {
    --_tone: var(--_action);
    display: grid;
    gap: 0.5em;
    padding: 0.875em 1em;
    border-inline-start: 0.25em solid var(--_tone);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 9%, var(--_background));
  }

  .error {
    --_tone: var(--_error);
  }

  .success {
    --_tone: var(--_success);
  }

  .warning {
    --_tone: var(--_warning);
  }

  .strong {
    font-weight: 700;
  }

  details > summary {
    inline-size: fit-content;
    padding-block: 0.5em;
    color: var(--_link);
    font-weight: 500;
    cursor: pointer;
  }

  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.5em;
    border: 0;
    border-radius: 1em;
    background: color-mix(in srgb, currentcolor 20%, transparent);
    color: var(--_action);
    overflow: hidden;
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--_action);
  }

  progress::-moz-progress-bar {
    background: var(--_action);
  }

  /* All that moves: a step forward is seen to be one. */
  @media (prefers-reduced-motion: no-preference) {
    progress::-webkit-progress-value {
      transition: inline-size var(--cnr-duration, 0.3s);
    }
  }

  @media (forced-colors: active) {
    progress,
    .primary {
      border: 1px solid ButtonText;
      forced-color-adjust: none;
    }

    progress::-webkit-progress-value {
      background: Highlight;
    }

    progress::-moz-progress-bar {
      background: Highlight;
    }

    .primary,
    .primary:hover {
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;
