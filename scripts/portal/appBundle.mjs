import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../running/Complaint.mjs';
import { runCommand } from '../running/runCommand.mjs';
import { sourceHash } from './sourceHash.mjs';
import { workspacesOf } from './workspacesOf.mjs';

/**
 * Builds what the browser loads, unless it was built from the same sources.
 *
 * @param {string} root
 * @returns {Promise<'built' | 'unchanged'>}
 */
export async function provideAppBundle(root) {
  // Inside dist, so that it goes with what it describes.
  const stampFile = join(root, 'packages/app/dist/.built-from');
  const stamp = sourceHash(root, [
    ...workspacesOf(root, 'packages/app'),
    'yarn.lock',
  ]);
  if (readStamp(stampFile) === stamp) return 'unchanged';

  const { code, output } = await runCommand(
    process.execPath,
    [join(root, 'node_modules/.bin/backstage-cli'), 'package', 'build'],
    {
      cwd: join(root, 'packages/app'),
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (code !== 0) throw new Complaint(output);
  writeFileSync(stampFile, stamp);
  return 'built';
}

function readStamp(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
