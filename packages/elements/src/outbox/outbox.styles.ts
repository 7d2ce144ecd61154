import { css } from 'lit';

export const outboxStyles = css`
  .frame {
    align-content: start;
    min-block-size: 18em;
  }

  .title {
    margin: 0;
    font-size: var(--_title);
    font-weight: 700;
    line-height: 1.25;
  }

  ul {
    display: grid;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    gap: 0.375em;
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_line);
  }

  .name {
    font-weight: 600;
  }

  .state {
    --_tone: var(--_warning);
    padding: 0.125em 0.625em;
    border-radius: 1em;
    background: color-mix(in srgb, var(--_tone) 12%, transparent);
    color: var(--_tone);
    font-size: var(--_small);
    font-weight: 600;
    inline-size: fit-content;
  }

  .state.received {
    --_tone: var(--_success);
  }

  .state.refused {
    --_tone: var(--_error);
  }

  .mono {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-weight: 600;
    letter-spacing: 0.04em;
  }
`;
