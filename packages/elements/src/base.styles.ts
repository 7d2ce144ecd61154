import { css } from 'lit';
import { visuallyHidden } from './visually-hidden.styles.js';

/** Text, links, buttons, notes and what is for screen readers alone: the same in every element. */
export const base = css`
  ${visuallyHidden}

  *,
  *::before,
  *::after {
    box-sizing: border-box;
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

  ul,
  ol {
    padding-inline-start: 1.4em;
  }

  p,
  li,
  dd,
  h2,
  h3,
  h4,
  legend,
  label {
    overflow-wrap: anywhere;
  }

  a {
    color: var(--_link);
    text-underline-offset: 0.2em;
  }

  a:hover {
    text-decoration-thickness: 0.15em;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  /* A heading that takes the focus to tell where one is: nothing can be done with it. */
  [tabindex='-1']:focus {
    outline: none;
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
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  button:hover,
  .button:hover {
    background: color-mix(in srgb, var(--_action) 10%, transparent);
  }

  .primary {
    background: var(--_action);
    color: var(--_on-action);
  }

  .primary:hover {
    background: var(--_action-hover);
  }

  .quiet {
    padding-inline: 0.25em;
    border-color: transparent;
    font-weight: 500;
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
    font-size: 0.875em;
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
    background: var(--_line);
    color: var(--_action);
    overflow: hidden;
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: var(--_line);
  }

  progress::-webkit-progress-value {
    background: var(--_action);
  }

  progress::-moz-progress-bar {
    background: var(--_action);
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
