import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { CnrTags } from '../dist/tags.js';

/** Vue looks for `heading-level` under `headingLevel`. */
type Camel<Name> = Name extends `${infer Start}-${infer Rest}` ? `${Start}${Capitalize<Rest>}` : Name;

type Props<Tag extends keyof CnrTags> = {
  [Name in keyof CnrTags[Tag]['props'] as Camel<Name>]: CnrTags[Tag]['props'][Name];
};

type Emitted<Tag extends keyof CnrTags> = {
  [Name in keyof CnrTags[Tag]['events']]: (event: CnrTags[Tag]['events'][Name]) => void;
};

type CnrComponents = {
  [Tag in keyof CnrTags]: new () => CnrTags[Tag]['element'] & {
    /** @deprecated For templates alone. */
    $props: HTMLAttributes & Props<Tag> & PublicProps;
    /** @deprecated For templates alone. */
    $emit: EmitFn<Emitted<Tag>>;
  };
};

/** Vue 3: `<cnr-consultation :heading-level="3" @cnr-received="(event) => …">`. */
declare module 'vue' {
  interface GlobalComponents extends CnrComponents {}
}

export {};
