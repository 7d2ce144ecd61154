import type { HTMLAttributes } from 'svelte/elements';
import type { CnrTags, Handlers } from '../dist/tags.js';

type Props<Tag extends keyof CnrTags> = Omit<
  HTMLAttributes<CnrTags[Tag]['element']>,
  keyof CnrTags[Tag]['props']
> &
  CnrTags[Tag]['props'] &
  Handlers<Tag>;

type CnrElements = { [Tag in keyof CnrTags]: Props<Tag> };

/** Svelte 5: `<cnr-consultation heading-level={3} oncnr-received={(event) => …}>`. */
declare module 'svelte/elements' {
  interface SvelteHTMLElements extends CnrElements {}
}

export {};
