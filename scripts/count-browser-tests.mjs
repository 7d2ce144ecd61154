/** The line that `countReporter` ends with, for scripts/test.mjs. */
export const BROWSER_COUNTS = /browser tests: (\d+) passed, (\d+) failed, (\d+) skipped$/m;

/**
 * A reporter of @web/test-runner that ends with the counts in one line.
 * A file that does not load, or logs an error outside a test, counts as one failed test.
 */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = counts.failed;
        if (session.testResults) count(session.testResults, counts);
        if (!session.passed && counts.failed === before) counts.failed += 1;
      }
      console.log(
        `browser tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
      );
    },
  };
}

function count(suite, counts) {
  for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, counts);
}
