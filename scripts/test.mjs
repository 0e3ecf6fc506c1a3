/**
 * `npm test`: everything. `yarn check`, `yarn test:unit` and `yarn test:e2e`:
 * one part. The last line is `N passed, N failed`.
 */
import { join } from 'node:path';
import { endAllOnSignals } from './running/endings.mjs';
import { runSteps } from './running/runSteps.mjs';
import { journeys } from './testing/journeys.mjs';
import { staticChecks } from './testing/staticChecks.mjs';
import { exitCode, summaryLine } from './testing/summary.mjs';
import { unitTests } from './testing/unitTests.mjs';

const root = join(import.meta.dirname, '..');

const parts = {
  // Each of them uses one core.
  check: () => runSteps(staticChecks(root), { atOnce: 2 }),
  unit: () => runSteps(unitTests(root)),
  e2e: () => runSteps(journeys(root)),
};

endAllOnSignals();
const asked = process.argv.slice(2);
const sum = { passed: 0, failed: 0 };
for (const part of asked.length > 0 ? asked : Object.keys(parts)) {
  const { passed, failed } = await parts[part]();
  sum.passed += passed;
  sum.failed += failed;
}
console.log(summaryLine(sum));
process.exitCode = exitCode(sum);
