// Loaded when it is called: a page that only sends can do without what a definition looks like.
export { parsePublished } from '@cnr-widgets/contract/read';
