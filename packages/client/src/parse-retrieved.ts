// A module of its own, and loaded when it is called: it alone needs the schema of every question kind, which a page
// that shows a card, or sends what waits, can do without.
export { parseRetrieved } from '@cnr-widgets/contract';
