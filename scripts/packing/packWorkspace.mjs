import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../running/Complaint.mjs';
import { runCommand } from '../running/runCommand.mjs';

/**
 * Builds one package and packs it. Yarn replaces `workspace:^` by the version
 * and runs `prepack`, which turns package.json towards `dist`, and `postpack`,
 * which turns it back.
 *
 * @param {string} root
 * @param {{ name: string, directory: string }} workspace
 * @param {string} target directory for the archive
 * @returns {Promise<string>} path of the archive
 */
export async function packWorkspace(root, { name, directory }, target) {
  const file = `${name.replace('@', '').replace('/', '-')}.tgz`;
  const archive = join(target, file);
  for (const args of [['build'], ['pack', '--out', archive]]) {
    const { code, output } = await runYarn(root, join(root, directory), args);
    if (code !== 0) throw new Complaint(output);
  }
  return archive;
}

/** The committed Yarn, on the Node that runs us. */
function runYarn(root, cwd, args) {
  const releases = join(root, '.yarn/releases');
  const [release] = readdirSync(releases);
  return runCommand(process.execPath, [join(releases, release), ...args], {
    cwd,
  });
}
