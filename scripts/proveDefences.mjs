/**
 * `yarn prove-defences [name…]`: takes each defence against a second start out of a copy of the
 * sources, and shows which test notices. A test that stays green is a defect.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyTree } from './defences/copyTree.mjs';
import { DEFENCES } from './defences/defences.mjs';
import { runTest } from './defences/runTest.mjs';
import { Complaint } from './running/Complaint.mjs';
import { endAll, endAllOnSignals } from './running/endings.mjs';
import { inTemporaryDirectory } from './running/inTemporaryDirectory.mjs';
import { withPostgres } from './testing/withPostgres.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function asked([...names]) {
  const unknown = names.filter(
    name => !DEFENCES.some(one => one.name === name),
  );
  if (unknown.length > 0) {
    throw new Complaint(
      `No defence is called ${unknown.join(', ')}. There are: ${DEFENCES.map(
        ({ name }) => name,
      ).join(', ')}.`,
    );
  }
  return DEFENCES.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
}

/** Tests that are green as long as nothing is taken out, each run once. */
const greenTests = new Set();

async function isGreen(copy, defence, env) {
  const name = `${defence.testFile} ${defence.test}`;
  if (
    !greenTests.has(name) &&
    (await runTest(copy, defence, env)) === 'green'
  ) {
    greenTests.add(name);
  }
  return greenTests.has(name);
}

/**
 * Whether the test is green with the defence and red without.
 *
 * @returns {Promise<'went red' | 'NOT RED' | 'RED WITH IT'>}
 */
async function prove(copy, defence, env) {
  const path = join(copy, defence.file);
  const source = readFileSync(path, 'utf8');
  const parts = source.split(defence.from);
  if (parts.length !== 2) {
    throw new Complaint(
      `${defence.file} has these words ${parts.length - 1} times, not once: ${
        defence.from
      }`,
    );
  }
  if (!(await isGreen(copy, defence, env))) return 'RED WITH IT';
  writeFileSync(path, parts.join(defence.to));
  try {
    const colour = await runTest(copy, defence, env);
    return colour === 'red' ? 'went red' : 'NOT RED';
  } finally {
    writeFileSync(path, source);
  }
}

async function proveAll(url) {
  const env = {
    ...process.env,
    CI: '1',
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: url,
  };
  const defences = asked(process.argv.slice(2));
  return inTemporaryDirectory('defences', async copy => {
    copyTree(root, copy);
    let missed = 0;
    for (const defence of defences) {
      const startedAt = performance.now();
      const proof = await prove(copy, defence, env);
      const isNoticed = proof === 'went red';
      if (!isNoticed) missed += 1;
      const seconds = Math.round((performance.now() - startedAt) / 1_000);
      console.log(
        [
          `${isNoticed ? '✓' : '✗'} ${defence.name}`,
          `    taken out    ${defence.file}`,
          `    ${proof.padEnd(13)}${defence.testFile}`,
          `                 ${defence.test} (${seconds} s)`,
        ].join('\n'),
      );
    }
    console.log(
      `${defences.length - missed} of ${
        defences.length
      } defences are held by a test`,
    );
    return missed === 0 ? 0 : 1;
  });
}

endAllOnSignals();
try {
  process.exitCode = await withPostgres(proveAll);
} catch (error) {
  await endAll();
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
