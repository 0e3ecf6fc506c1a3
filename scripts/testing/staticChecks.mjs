import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runBin } from './runBin.mjs';

/** What each check runs, as programs of node_modules/.bin or files of ours. */
function commands(cache) {
  return {
    types: [['tsc']],
    lint: [
      [
        ...['backstage-cli', 'repo', 'lint', '--max-warnings=0'],
        '--format=stylish',
        ...['--success-cache', `--success-cache-dir=${cache}`],
      ],
      // The line above knows the workspaces only.
      ['eslint', '--max-warnings=0', '--ext=.mjs,.cjs,.js,.ts', '.'],
    ],
    format: [
      [
        ...['prettier', '--check', '--loglevel=warn', '.'],
        ...['--cache', `--cache-location=${cache}/format`],
      ],
    ],
    architecture: [
      [
        ...['depcruise', '--config', '.dependency-cruiser.cjs'],
        ...['--output-type', 'err-long', 'packages', 'plugins'],
      ],
      ['../../scripts/architecture/checkNames.mjs'],
    ],
  };
}

/**
 * What can be said without running the code. Each counts as one test.
 *
 * @param {string} root
 * @returns {import('../running/runSteps.mjs').Step[]}
 */
export function staticChecks(root) {
  const cache = join(root, 'node_modules/.cache/checks');
  mkdirSync(cache, { recursive: true });
  return Object.entries(commands(cache)).map(([title, programs]) => ({
    title,
    run: () => runAll(root, programs),
  }));
}

/** One check of several programs: passed when all are content. */
async function runAll(root, programs) {
  const complaints = [];
  for (const [name, ...args] of programs) {
    const { code, output } = await runBin(root, name, args);
    if (code !== 0) complaints.push(output);
  }
  return complaints.length > 0
    ? { failed: 1, output: complaints.join('\n') }
    : { passed: 1 };
}
