/** `yarn api-reports`: writes what the published packages export, for `report.api.md` of each. */
import { join } from 'node:path';
import { API_REPORTS } from './testing/apiReports.mjs';
import { runBin } from './testing/runBin.mjs';

const root = join(import.meta.dirname, '..');

for (const [name, ...args] of [['tsc'], API_REPORTS]) {
  const { code, output } = await runBin(root, name, args);
  process.stdout.write(output);
  process.exitCode ||= code;
}
