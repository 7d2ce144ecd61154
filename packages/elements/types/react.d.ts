import type { ClassAttributes, HTMLAttributes } from 'react';
import type { CnrTags, Handlers } from '../dist/tags.js';

type Props<Tag extends keyof CnrTags> = Omit<
  HTMLAttributes<CnrTags[Tag]['element']>,
  keyof CnrTags[Tag]['props']
> &
  ClassAttributes<CnrTags[Tag]['element']> &
  CnrTags[Tag]['props'] &
  Handlers<Tag>;

type CnrElements = { [Tag in keyof CnrTags]: Props<Tag> };

/** React 19: `<cnr-consultation heading-level={3} oncnr-received={(event) => …}>`. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends CnrElements {}
  }
}

export {};
