/**
 * How many tests passed and failed, read from what each runner reports. A test
 * that was skipped proves nothing and says nothing, so it counts as failed.
 *
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** @param {object} report jest's --json. @returns {Counts} */
export function countJest(report) {
  return {
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.numPendingTests +
      report.numTodoTests +
      // A file that does not even load has no tests to fail.
      report.numRuntimeErrorTestSuites,
  };
}

/** @param {object} report Playwright's JSON reporter. @returns {Counts} */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  };
}

/** @param {string} output node:test's TAP reporter. @returns {Counts} */
export function countNodeTest(output) {
  // The runner's own figures come last, after whatever tests printed.
  const figure = name => {
    const lines = [...output.matchAll(new RegExp(`^# ${name} (\\d+)$`, 'gm'))];
    return Number(lines.at(-1)?.[1] ?? 0);
  };
  return {
    passed: figure('pass'),
    failed:
      figure('fail') + figure('cancelled') + figure('skipped') + figure('todo'),
  };
}

/** @param {string} output scripts/apiExamples.mjs. @returns {Counts} */
export function countExamples(output) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
}
