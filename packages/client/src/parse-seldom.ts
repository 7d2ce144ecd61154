// A module of its own, and loaded when it is called: a page that shows a card, or sends what waits, can do without the
// schema of every question kind and of every tally.
export { parseResults, parseRetrieved } from '@cnr-widgets/contract';
