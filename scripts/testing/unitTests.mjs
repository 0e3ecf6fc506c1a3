import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryDirectory } from '../running/inTemporaryDirectory.mjs';
import { runCommand } from '../running/runCommand.mjs';
import { countJest, countNodeTest } from './counts.mjs';
import { readReport } from './readReport.mjs';
import { runBin } from './runBin.mjs';
import { withPostgres } from './withPostgres.mjs';

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Unit and integration tests: those of scripts/ and those of every package, on
 * SQLite and on PostgreSQL.
 *
 * @param {string} root
 * @returns {import('../running/runSteps.mjs').Step[]}
 */
export function unitTests(root) {
  return [
    { title: 'tests of scripts', run: () => testScripts(root) },
    {
      title: 'tests of packages',
      run: () => withConnection(env => testPackages(root, env)),
    },
  ];
}

async function testScripts(root) {
  const { code, output } = await runCommand(
    process.execPath,
    [...['--test', '--test-reporter=tap'], ...testFiles(join(root, 'scripts'))],
    { cwd: root },
  );
  return result(code, countNodeTest(output), output);
}

function testFiles(directory) {
  return readdirSync(directory, { recursive: true })
    .filter(file => file.endsWith('.test.mjs'))
    .map(file => join(directory, file))
    .sort();
}

async function testPackages(root, env) {
  return inTemporaryDirectory('jest', async directory => {
    const report = join(directory, 'report.json');
    const { code, output } = await runBin(
      root,
      'backstage-cli',
      [
        // A machine that does other things besides is slow, not wrong.
        ...['repo', 'test', '--maxWorkers=2', '--testTimeout=60000'],
        ...['--json', `--outputFile=${report}`],
      ],
      // CI: one run instead of watching.
      { ...env, CI: '1', BACKSTAGE_TEST_DISABLE_DOCKER: '1' },
    );
    const counts = countJest(readReport(report, output));
    return result(code, counts, withoutReport(output));
  });
}

/** Of a PostgreSQL of our own, unless the environment names one. */
async function withConnection(test) {
  if (process.env[POSTGRES]) return test({});
  return withPostgres(url => test({ [POSTGRES]: url }));
}

/** A runner that fails without naming a test still failed once. */
function result(code, { passed, failed }, output) {
  return {
    passed,
    failed: code !== 0 ? Math.max(failed, 1) : failed,
    note: `${passed} passed`,
    output,
  };
}

/** jest's --json says the whole report on stdout too. */
function withoutReport(output) {
  return output
    .split('\n')
    .filter(line => !line.startsWith('{"numFailedTestSuites"'))
    .join('\n');
}
