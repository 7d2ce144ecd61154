import { css } from 'lit';

/**
 * The theme. A host sets `--cnr-*` anywhere above an element; without it the State design system's own properties
 * are read where the page has them, and a neutral theme, dark where the page's `color-scheme` is, stands behind.
 * The private names (`--_…`) are what styles use, so that a host's token is never overridden here.
 *
 * Everything is sized in `em`, from the font size that the host gives to its text: a page with
 * `html { font-size: 62.5% }` and its own body size is matched, which `rem` would break.
 */
export const tokens = css`
  :host {
    --_neutral-text: #1d1d26;
    --_neutral-muted: #55555f;
    --_neutral-background: #ffffff;
    --_neutral-surface: #f4f5f8;
    --_neutral-border: #767682;
    --_neutral-line: #dcdde3;
    --_neutral-action: #1b4f9c;
    --_neutral-action-hover: #143c78;
    --_neutral-on-action: #ffffff;
    --_neutral-tint: #e8eefb;
    --_neutral-error: #b3161d;
    --_neutral-error-tint: #fdecec;
    --_neutral-success: #17693a;
    --_neutral-success-tint: #e6f5ec;
    --_neutral-warning: #7a4b00;
    --_neutral-warning-tint: #fff3dc;

    --_text: var(--cnr-color-text, var(--text-default-grey, var(--_neutral-text)));
    --_muted: var(--cnr-color-muted, var(--text-mention-grey, var(--_neutral-muted)));
    --_background: var(--cnr-color-background, var(--background-default-grey, var(--_neutral-background)));
    --_surface: var(--cnr-color-surface, var(--background-alt-grey, var(--_neutral-surface)));
    --_border: var(--cnr-color-border, var(--border-plain-grey, var(--_neutral-border)));
    --_line: var(--cnr-color-line, var(--border-default-grey, var(--_neutral-line)));
    --_action: var(--cnr-color-action, var(--background-action-high-blue-france, var(--_neutral-action)));
    --_action-hover: var(
      --cnr-color-action-hover,
      var(--background-action-high-blue-france-hover, var(--_neutral-action-hover))
    );
    --_on-action: var(--cnr-color-on-action, var(--text-inverted-blue-france, var(--_neutral-on-action)));
    --_link: var(--cnr-color-link, var(--text-action-high-blue-france, var(--_action)));
    --_tint: var(--cnr-color-tint, var(--background-alt-blue-france, var(--_neutral-tint)));
    --_error: var(--cnr-color-error, var(--text-default-error, var(--_neutral-error)));
    --_error-tint: var(--cnr-color-error-tint, var(--background-contrast-error, var(--_neutral-error-tint)));
    --_success: var(--cnr-color-success, var(--text-default-success, var(--_neutral-success)));
    --_success-tint: var(
      --cnr-color-success-tint,
      var(--background-contrast-success, var(--_neutral-success-tint))
    );
    --_warning: var(--cnr-color-warning, var(--text-default-warning, var(--_neutral-warning)));
    --_warning-tint: var(
      --cnr-color-warning-tint,
      var(--background-contrast-warning, var(--_neutral-warning-tint))
    );
    --_focus: var(--cnr-color-focus, #0a76f6);
    --_radius: var(--cnr-radius, 0.375em);
    --_space: var(--cnr-space, 1em);

    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    background: transparent;
    color: var(--_text);
    font-family: var(--cnr-font-family, inherit);
    font-size: var(--cnr-font-size, inherit);
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: inherit;
    text-align: start;
    text-transform: none;
  }

  :host([hidden]) {
    display: none;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_neutral-text: light-dark(#1d1d26, #ececf1);
      --_neutral-muted: light-dark(#55555f, #b4b4c0);
      --_neutral-background: light-dark(#ffffff, #17181d);
      --_neutral-surface: light-dark(#f4f5f8, #212229);
      --_neutral-border: light-dark(#767682, #8d8d9a);
      --_neutral-line: light-dark(#dcdde3, #3a3b45);
      --_neutral-action: light-dark(#1b4f9c, #9dbdf7);
      --_neutral-action-hover: light-dark(#143c78, #c2d6fb);
      --_neutral-on-action: light-dark(#ffffff, #0e1a30);
      --_neutral-tint: light-dark(#e8eefb, #222d44);
      --_neutral-error: light-dark(#b3161d, #ff9a94);
      --_neutral-error-tint: light-dark(#fdecec, #3a1d1e);
      --_neutral-success: light-dark(#17693a, #7fd6a0);
      --_neutral-success-tint: light-dark(#e6f5ec, #173024);
      --_neutral-warning: light-dark(#7a4b00, #f3c46b);
      --_neutral-warning-tint: light-dark(#fff3dc, #33280f);
      --_focus: var(--cnr-color-focus, light-dark(#0a76f6, #6cb0ff));
    }
  }

  @media (forced-colors: active) {
    :host {
      --_text: CanvasText;
      --_muted: CanvasText;
      --_background: Canvas;
      --_surface: Canvas;
      --_border: ButtonBorder;
      --_line: ButtonBorder;
      --_action: ButtonText;
      --_action-hover: Highlight;
      --_on-action: ButtonFace;
      --_link: LinkText;
      --_tint: Canvas;
      --_error: CanvasText;
      --_error-tint: Canvas;
      --_success: CanvasText;
      --_success-tint: Canvas;
      --_warning: CanvasText;
      --_warning-tint: Canvas;
      --_focus: Highlight;
    }
  }
`;
