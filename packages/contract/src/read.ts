// What reading a consultation and its receipts takes, apart from all that answering takes: a bundle's entry holds no more.
export { parsePublished } from './parse-published.js';
export { parseCounts } from './parse-counts.js';
export { parseReceipt } from './parse-receipt.js';
export { parseResults } from './parse-results.js';
export { parseProblem } from './parse-problem.js';
export { phaseOf } from './phase.js';
export { calendarDay } from './calendar-day.js';
