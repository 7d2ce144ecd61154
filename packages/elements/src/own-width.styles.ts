import { css } from 'lit';

/**
 * Of what a host places: as wide as its content, in a dialog or a row of the host's, it would have no width at all. What
 * stands inside of an element fills its place, which this would push apart.
 */
export const ownWidth = css`
  :host {
    contain-intrinsic-inline-size: 20em;
    max-inline-size: 100%;
  }
`;
