/** Part of `yarn check`: fails when a file's name says nothing. */
import { execFileSync } from 'node:child_process';
import { refusedNames } from './refusedNames.mjs';

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  { encoding: 'utf8' },
);
// Vendored programs keep the names they came with.
const ours = files.split('\0').filter(path => !path.startsWith('.yarn/'));
const refused = refusedNames(ours);
for (const path of refused) {
  console.error(`${path}: name it after what it holds, not after a drawer.`);
}
process.exitCode = refused.length > 0 ? 1 : 0;
