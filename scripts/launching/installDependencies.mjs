import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../running/Complaint.mjs';
import { runCommand } from '../running/runCommand.mjs';
import { timed } from '../running/timed.mjs';
import { explainInstallFailure } from './explainInstallFailure.mjs';
import { installStamp } from './installStamp.mjs';

/**
 * Runs the committed Yarn unless the last installation was made from the same
 * lock file for the same kind of Node.
 */
export async function installDependencies({ root, node, env }) {
  // Inside node_modules, so that it goes with what it describes.
  const stampFile = join(root, 'node_modules/.installed-from');
  const stamp = installStamp({ root, abi: node.abi });
  if (isInstalled(stampFile, stamp)) return;

  console.log('Installing dependencies: 1 to 3 minutes the first time.');
  await timed('dependencies', async () => {
    const { code, output } = await runCommand(
      node.path,
      [committedYarn(root), 'install', '--immutable'],
      { cwd: root, env },
    );
    if (code !== 0) throw new Complaint(explainInstallFailure(output, env));
  });
  writeFileSync(stampFile, stamp);
}

function committedYarn(root) {
  const settings = readFileSync(join(root, '.yarnrc.yml'), 'utf8');
  return join(root, /^yarnPath: (.+)$/m.exec(settings)[1]);
}

export function isInstalled(stampFile, stamp) {
  try {
    return readFileSync(stampFile, 'utf8') === stamp;
  } catch {
    return false;
  }
}
