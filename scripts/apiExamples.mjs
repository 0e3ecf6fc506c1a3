/*
 * Runs the examples of docs/api.md against a demo portal that is up (`npm start`), in the order of the page, and holds
 * each answer against the one that is shown. PORTAL and SIMULATOR name another address.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesIn } from './apiPage/examplesIn.mjs';
import { mismatches } from './apiPage/mismatches.mjs';
import { runInOneShell } from './apiPage/runInOneShell.mjs';

const page = join(import.meta.dirname, '../docs/api.md');
const examples = examplesIn(readFileSync(page, 'utf8'));
const { outputs, code, errors } = await runInOneShell(
  examples.map(({ command }) => command),
);

let failed = 0;
for (const [index, { line, answer }] of examples.entries()) {
  const output = outputs[index];
  const faults =
    output === undefined ? ['was not reached'] : faultsOf(answer, output);
  if (faults.length > 0) failed += 1;
  const verdict = faults.length === 0 ? 'as shown' : faults.join('; ');
  process.stdout.write(`docs/api.md:${line}: ${verdict}\n`);
  if (faults.length > 0) process.stdout.write(`  ${output?.slice(0, 600)}\n`);
}
if (code !== 0) process.stderr.write(`The shell ended with ${code}\n${errors}`);
process.stdout.write(`${examples.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 && code === 0 ? 0 : 1);

/** @param {unknown} answer @param {string} output */
function faultsOf(answer, output) {
  if (answer === undefined) return [];
  try {
    return mismatches(answer, JSON.parse(output));
  } catch {
    return ['the answer is not JSON'];
  }
}
