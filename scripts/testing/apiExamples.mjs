import { join } from 'node:path';
import { runCommand } from '../running/runCommand.mjs';
import { countExamples } from './counts.mjs';
import { onDemoPortal } from './onDemoPortal.mjs';

/**
 * Every example of docs/api.md, by curl, as its readers would run them.
 *
 * @param {string} root
 * @returns {Promise<import('../running/runSteps.mjs').StepResult>}
 */
export function runApiExamples(root) {
  return onDemoPortal(root, async ({ url, simulatorUrl }) => {
    const { code, output } = await runCommand(
      process.execPath,
      [join(root, 'scripts/apiExamples.mjs')],
      {
        cwd: root,
        env: { ...process.env, PORTAL: url, SIMULATOR: simulatorUrl },
      },
    );
    const { passed, failed } = countExamples(output);
    return {
      passed,
      failed: code === 0 ? failed : Math.max(failed, 1),
      note: `${passed} passed`,
      output,
    };
  });
}
