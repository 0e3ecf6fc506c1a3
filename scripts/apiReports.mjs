/**
 * `yarn api-reports`: writes what the published packages export, for `report.api.md` of each.
 *
 * Schemas are exported as the types that follow from them, and many names say all there is to say;
 * that is what the omitted messages are about. The frontend is left out: its messages stand in
 * another order after each build. For the same reason nothing compares the reports but people:
 * TypeScript writes the members of some unions in another order in another checkout.
 */
import { join } from 'node:path';
import { runBin } from './testing/runBin.mjs';

const root = join(import.meta.dirname, '..');

const programs = [
  ['tsc'],
  [
    ...['backstage-repo-tools', 'api-reports', 'plugins/*-*-*'],
    '--omit-messages=ae-forgotten-export,ae-undocumented,ae-wrong-input-file-type',
  ],
];

for (const [name, ...args] of programs) {
  const { code, output } = await runBin(root, name, args);
  process.stdout.write(output);
  process.exitCode ||= code;
}
