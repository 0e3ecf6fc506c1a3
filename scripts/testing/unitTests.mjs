import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../running/runCommand.mjs';
import { countJest, countNodeTest } from './counts.mjs';
import { runBin } from './runBin.mjs';
import { startPostgres } from './startPostgres.mjs';

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
      run: () => withPostgres(env => testPackages(root, env)),
    },
  ];
}

async function testScripts(root) {
  const { code, output } = await runCommand(
    process.execPath,
    [
      ...['--test', '--test-reporter=tap'],
      ...globSync('scripts/**/*.test.mjs', { cwd: root }).sort(),
    ],
    { cwd: root },
  );
  return result(code, countNodeTest(output), output);
}

async function testPackages(root, env) {
  const directory = mkdtempSync(join(tmpdir(), 'agent-tasks-jest-'));
  const report = join(directory, 'report.json');
  try {
    const { code, output } = await runBin(
      root,
      'backstage-cli',
      [
        ...['repo', 'test', '--maxWorkers=2'],
        ...['--json', `--outputFile=${report}`],
      ],
      // CI: one run instead of watching.
      { ...env, CI: '1', BACKSTAGE_TEST_DISABLE_DOCKER: '1' },
    );
    const counts = countJest(JSON.parse(readFileSync(report, 'utf8')));
    return result(code, counts, withoutReport(output));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Starts a PostgreSQL for the tests, unless the environment names one. */
async function withPostgres(test) {
  if (process.env[POSTGRES]) return test({});
  const postgres = await startPostgres();
  try {
    return await test({ [POSTGRES]: postgres.url });
  } finally {
    await postgres.stop();
  }
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
