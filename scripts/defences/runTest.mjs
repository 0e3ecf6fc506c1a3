import { dirname, join, relative } from 'node:path';
import { existsSync } from 'node:fs';
import { inTemporaryDirectory } from '../running/inTemporaryDirectory.mjs';
import { runCommand } from '../running/runCommand.mjs';
import { Complaint } from '../running/Complaint.mjs';
import { readReport } from '../testing/readReport.mjs';

/**
 * Runs one test by its name.
 *
 * @param {string} root
 * @param {{ testFile: string, test: string }} what
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<'green' | 'red'>}
 */
export function runTest(root, { testFile, test }, env) {
  const workspace = workspaceOf(root, testFile);
  return inTemporaryDirectory('defence', async directory => {
    const report = join(directory, 'report.json');
    const { output } = await runCommand(
      process.execPath,
      [
        join(root, 'node_modules/.bin/backstage-cli'),
        ...['package', 'test', '--watchAll=false', '--maxWorkers=1'],
        ...['--testNamePattern', `${escaped(test)}$`],
        ...['--json', `--outputFile=${report}`],
        relative(workspace, testFile),
      ],
      { cwd: join(root, workspace), env },
    );
    const results = readReport(report, output).testResults.flatMap(
      ({ assertionResults }) => assertionResults,
    );
    const own = results.filter(
      ({ title, status }) => title === test && status !== 'pending',
    );
    if (own.length === 0) {
      throw new Complaint(`${output}\nNo test was run that says "${test}".`);
    }
    return own.every(({ status }) => status === 'passed') ? 'green' : 'red';
  });
}

function workspaceOf(root, file) {
  const directory = dirname(file);
  return existsSync(join(root, directory, 'package.json'))
    ? directory
    : workspaceOf(root, directory);
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
