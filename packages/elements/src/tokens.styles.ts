import { css } from 'lit';

/**
 * The theme. A host sets `--cnr-*` anywhere above an element; without it the State design system's own properties
 * are read where the page has them, and a neutral theme, dark where the page's `color-scheme` is, stands behind.
 * The private names (`--_…`) are what styles use, so that a host's token is never overridden here.
 *
 * Tints, lines and hovers are mixed from the colours, so that a theme is ten tokens at most. Forced colours need none
 * of this: the browser puts its own in place.
 *
 * Everything is sized in `em`, from the font size that the host gives to its text: a page with
 * `html { font-size: 62.5% }` and its own body size is matched, which `rem` would break.
 */
export const tokens = css`
  :host {
    --_neutral-text: #1d1d26;
    --_neutral-muted: #55555f;
    --_neutral-background: #fff;
    --_neutral-border: #767682;
    --_neutral-action: #1b4f9c;
    --_neutral-on-action: #fff;
    --_neutral-error: #b3161d;
    --_neutral-success: #17693a;
    --_neutral-warning: #7a4b00;
    --_neutral-focus: #0a76f6;

    --_text: var(--cnr-color-text, var(--text-default-grey, var(--_neutral-text)));
    --_muted: var(--cnr-color-muted, var(--text-mention-grey, var(--_neutral-muted)));
    --_background: var(--cnr-color-background, var(--background-default-grey, var(--_neutral-background)));
    --_border: var(--cnr-color-border, var(--border-plain-grey, var(--_neutral-border)));
    --_action: var(--cnr-color-action, var(--background-action-high-blue-france, var(--_neutral-action)));
    --_on-action: var(--cnr-color-on-action, var(--text-inverted-blue-france, var(--_neutral-on-action)));
    --_link: var(--cnr-color-link, var(--text-action-high-blue-france, var(--_action)));
    --_error: var(--cnr-color-error, var(--text-default-error, var(--_neutral-error)));
    --_success: var(--cnr-color-success, var(--text-default-success, var(--_neutral-success)));
    --_warning: var(--cnr-color-warning, var(--text-default-warning, var(--_neutral-warning)));
    --_focus: var(--cnr-color-focus, var(--_neutral-focus));
    --_line: color-mix(in srgb, var(--_border) 35%, var(--_background));
    --_action-hover: var(
      --cnr-color-action-hover,
      var(--background-action-high-blue-france-hover, color-mix(in srgb, var(--_action) 80%, var(--_text)))
    );
    --_ring: solid var(--_focus) var(--cnr-focus-width, 2px);
    --_radius: var(--cnr-radius, 0.375em);
    --_space: var(--cnr-space, 1em);

    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--_text);
    font-family: var(--cnr-font-family, inherit);
    font-size: var(--cnr-font-size, inherit);
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    text-transform: none;
  }

  :host([hidden]) {
    display: none;
  }

  /* Each text is read in its own direction, and stands where the page begins its lines. */
  :host(:dir(rtl)) {
    text-align: right;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_neutral-text: light-dark(#1d1d26, #ececf1);
      --_neutral-muted: light-dark(#55555f, #b4b4c0);
      --_neutral-background: light-dark(#fff, #17181d);
      --_neutral-border: light-dark(#767682, #8d8d9a);
      --_neutral-action: light-dark(#1b4f9c, #9dbdf7);
      --_neutral-on-action: light-dark(#fff, #0e1a30);
      --_neutral-error: light-dark(#b3161d, #ff9a94);
      --_neutral-success: light-dark(#17693a, #7fd6a0);
      --_neutral-warning: light-dark(#7a4b00, #f3c46b);
      --_neutral-focus: light-dark(#0a76f6, #6cb0ff);
    }
  }
`;
