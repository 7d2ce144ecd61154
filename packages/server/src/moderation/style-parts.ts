/** What stands on the moderation's pages: notes, lists, decisions, fields. */
export const PARTS_STYLE = `.muted, .hint {
  color: var(--muted);
}
.small, .hint {
  font-size: 0.875rem;
}
.strong {
  font-weight: 700;
}
.written {
  white-space: pre-wrap;
}
.clamped {
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
}
.note {
  --tone: var(--action);
  margin-block: 0 1.25rem;
  padding: 0.875rem 1rem;
  border-inline-start: 0.25rem solid var(--tone);
  border-radius: var(--radius);
  background: color-mix(in srgb, var(--tone) 9%, var(--background));
}
.note > :first-child {
  margin-block-start: 0;
}
.note > :last-child {
  margin-block-end: 0;
}
.error {
  --tone: var(--error);
}
.success {
  --tone: var(--success);
}
.warning {
  --tone: var(--warning);
}
.card {
  margin-block: 1rem;
  padding: 1rem 1.25rem;
  border: 1px solid var(--line);
  border-radius: var(--radius);
}
.card .written {
  margin: 0;
}
summary {
  inline-size: fit-content;
  color: var(--action);
  font-weight: 500;
  cursor: pointer;
}
details[open] > summary {
  margin-block-end: 0.75rem;
}
.tabs, .badges, .items, .acts {
  padding: 0;
  list-style: none;
}
.tabs {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  margin-block: 1.25rem;
}
.tabs a {
  display: inline-flex;
  gap: 0.5rem;
  align-items: center;
  min-block-size: 2.25rem;
  padding: 0.25rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 2rem;
  color: var(--text);
  text-decoration: none;
}
.tabs a:hover {
  border-color: var(--action);
}
.tabs a[aria-current] {
  border-color: var(--action);
  background: var(--action);
  color: var(--on-action);
  font-weight: 600;
}
.count {
  font-variant-numeric: tabular-nums;
  font-weight: 600;
}
.items > li {
  padding-block: 1rem;
  border-block-end: 1px solid var(--line);
}
.items > li:first-child {
  border-block-start: 1px solid var(--line);
}
.items h2 {
  margin: 0;
  font-size: 1.125rem;
}
.items p {
  margin-block: 0.25rem;
}
.badges {
  display: flex;
  flex-wrap: wrap;
  gap: 0.375rem 0.5rem;
  margin-block: 0.5rem;
}
.badges li {
  --tone: var(--muted);
  padding: 0.0625rem 0.5rem;
  border: 1px solid color-mix(in srgb, var(--tone) 45%, var(--background));
  border-radius: var(--radius);
  background: color-mix(in srgb, var(--tone) 9%, var(--background));
  color: var(--tone);
  font-size: 0.875rem;
  font-weight: 600;
}
.badges .submitted {
  --tone: var(--warning);
}
.badges .refused, .badges .reported {
  --tone: var(--error);
}
.badges .published, .badges .answered {
  --tone: var(--success);
}
.badges .selected {
  --tone: var(--action);
}
.facts {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
  gap: 0.75rem 1.5rem;
  margin-block: 1rem;
}
.facts dt {
  color: var(--muted);
  font-size: 0.875rem;
}
.facts dd {
  margin: 0;
}
.decision {
  margin-block-start: 2rem;
  padding: 1.25rem;
  border: 1px solid var(--border);
  border-radius: var(--radius);
}
.decision h2 {
  margin-block-start: 0;
}
.acts {
  display: grid;
  gap: 0.75rem;
  margin: 0;
}
.acts li {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
  align-items: center;
}
.acts button, .acts .button {
  flex: 0 1 auto;
  min-inline-size: min(100%, 15rem);
}
.refusal {
  margin-block-start: 1.25rem;
  padding-block-start: 1.25rem;
  border-block-start: 1px solid var(--line);
}
.decision > :first-child + .refusal {
  margin-block-start: 0;
  padding-block-start: 0;
  border: 0;
}
.decision > p:last-child {
  margin-block: 1.25rem 0;
}
.field {
  display: grid;
  gap: 0.25rem;
  margin-block: 1rem;
}
.refusal .field:first-of-type {
  margin-block-start: 0;
}
.field label, legend {
  font-weight: 600;
}
fieldset {
  min-inline-size: 0;
  margin: 1.5rem 0;
  padding: 0.25rem 1.25rem 0.5rem;
  border: 1px solid var(--line);
  border-radius: var(--radius);
}
legend {
  padding-inline: 0.375rem;
}
input, textarea, select {
  inline-size: 100%;
  min-block-size: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--border);
  border-radius: var(--radius);
  background: var(--background);
  color: inherit;
  font: inherit;
}
input[type='date'] {
  inline-size: fit-content;
}
textarea {
  resize: vertical;
}
[aria-invalid] {
  border-color: var(--error);
  box-shadow: inset 0 0 0 1px var(--error);
}
.fault {
  color: var(--error);
  font-weight: 600;
}
.note ul {
  margin-block: 0.25rem;
  padding-inline-start: 1.25rem;
}
.back::before {
  content: '←' / '';
  display: inline-block;
  margin-inline-end: 0.375rem;
}
.error li a {
  color: var(--error);
}
.sign-in {
  max-inline-size: 30rem;
}
@media (forced-colors: active) {
  .primary, .tabs a[aria-current] {
    border: 2px solid ButtonText;
  }
  header nav a[aria-current] {
    text-decoration: underline;
  }
}
@media print {
  header, button, .button, .tabs, .filter, .decision, .skip, .back {
    display: none;
  }
  .clamped {
    display: block;
  }
}
`;
