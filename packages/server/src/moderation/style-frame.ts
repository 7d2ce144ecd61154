/**
 * The look of the moderation's pages, their banner, texts and buttons: the colours of the elements' own theme, and their shapes. In forced colours
 * the browser puts its own in place.
 */
export const FRAME_STYLE = `:root {
  color-scheme: light dark;
  --text: #1d1d26;
  --muted: #55555f;
  --background: #fff;
  --border: #767682;
  --action: #1b4f9c;
  --on-action: #fff;
  --error: #b3161d;
  --success: #17693a;
  --warning: #7a4b00;
  --focus: #0a76f6;
}
@supports (color: light-dark(#000, #fff)) {
  :root {
    --text: light-dark(#1d1d26, #ececf1);
    --muted: light-dark(#55555f, #b4b4c0);
    --background: light-dark(#fff, #17181d);
    --border: light-dark(#767682, #8d8d9a);
    --action: light-dark(#1b4f9c, #9dbdf7);
    --on-action: light-dark(#fff, #0e1a30);
    --error: light-dark(#b3161d, #ff9a94);
    --success: light-dark(#17693a, #7fd6a0);
    --warning: light-dark(#7a4b00, #f3c46b);
    --focus: light-dark(#0a76f6, #6cb0ff);
  }
}
:root {
  --line: color-mix(in srgb, var(--border) 35%, var(--background));
  --radius: 0.375rem;
}
*, *::before, *::after {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--background);
  color: var(--text);
  font-family: system-ui, sans-serif;
  line-height: 1.5;
  overflow-wrap: anywhere;
}
header, main {
  margin-inline: auto;
  max-inline-size: 52rem;
  padding-inline: 1rem;
}
header {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  align-items: center;
  padding-block: 0.75rem;
  border-block-end: 1px solid var(--line);
}
header p, header ul {
  margin: 0;
}
.brand {
  font-weight: 700;
}
header ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  padding: 0;
  list-style: none;
}
header nav a {
  display: inline-block;
  padding-block: 0.375rem;
  text-decoration: none;
}
header nav a[aria-current] {
  box-shadow: inset 0 -2px 0 currentcolor;
  font-weight: 600;
}
.who {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0.5rem;
  align-items: center;
  margin-inline-start: auto;
  font-size: 0.875rem;
}
.language {
  padding-block: 0.375rem;
  font-size: 0.875rem;
}
header:not(:has(.who)) .language {
  margin-inline-start: auto;
}
@media (max-width: 40rem) {
  .who {
    margin-inline-start: 0;
  }
}
main {
  padding-block: 1.5rem 4rem;
}
main:focus, [tabindex='-1']:focus {
  outline: none;
}
.note[tabindex='-1']:focus {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
}
:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
}
.skip {
  position: absolute;
  inset-inline-start: 1rem;
  inset-block-start: -4rem;
  padding: 0.5rem 1rem;
  background: var(--background);
}
.skip:focus {
  inset-block-start: 0.5rem;
}
h1 {
  margin-block: 1rem 0.75rem;
  font-size: 1.75rem;
  line-height: 1.25;
}
h2 {
  margin-block: 2rem 0.75rem;
  font-size: 1.25rem;
  line-height: 1.3;
}
p {
  margin-block: 0.75rem;
}
a {
  color: var(--action);
  text-underline-offset: 0.2em;
}
a:hover {
  text-decoration-thickness: 0.15em;
}
button, .button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-block-size: 2.75rem;
  padding: 0.5rem 1.25rem;
  border: 1px solid var(--action);
  border-radius: var(--radius);
  background: transparent;
  color: var(--action);
  font: inherit;
  font-weight: 600;
  line-height: 1.25;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
button:hover, .button:hover {
  background: color-mix(in srgb, var(--action) 10%, transparent);
}
.primary {
  background: var(--action);
  color: var(--on-action);
}
.primary:hover {
  background: color-mix(in srgb, var(--action) 80%, var(--text));
}
.danger {
  border-color: var(--error);
  color: var(--error);
}
.danger:hover {
  background: color-mix(in srgb, var(--error) 10%, transparent);
}
.quiet {
  min-block-size: 2rem;
  padding: 0.25rem;
  border-color: transparent;
  font-size: inherit;
  font-weight: 500;
  text-decoration: underline;
  text-underline-offset: 0.2em;
}
.actions, .filter {
  display: flex;
  flex-wrap: wrap;
  gap: 0.75rem 1rem;
  align-items: end;
}
.filter .field {
  flex: 1 1 16rem;
}
`;
