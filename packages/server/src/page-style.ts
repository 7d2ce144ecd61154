/** The look of the backend's own pages around the elements: the reader's own font, light or dark as they prefer. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  font-family: system-ui, sans-serif;
  line-height: 1.5;
}
body {
  margin: 0;
}
main {
  box-sizing: border-box;
  margin-inline: auto;
  max-inline-size: 48rem;
  padding: 1.5rem 1rem 4rem;
}
h1 {
  font-size: 1.75rem;
  line-height: 1.25;
  overflow-wrap: anywhere;
}
.kind {
  font-size: 1rem;
  font-weight: normal;
  margin-block: 0 1rem;
}
h2 {
  font-size: 1.25rem;
  line-height: 1.3;
  margin-block: 2.5rem 0.5rem;
}
dt {
  font-weight: 600;
  margin-block-start: 1rem;
}
dd {
  margin: 0;
}
ul {
  list-style: none;
  padding: 0;
}
li {
  border-block-end: 1px solid color-mix(in srgb, currentcolor 25%, transparent);
  padding-block: 0.75rem;
}
li:last-child {
  border: 0;
}
a {
  color: LinkText;
}
footer {
  margin-block-start: 3rem;
}
`;
