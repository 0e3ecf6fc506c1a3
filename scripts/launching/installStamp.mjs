import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What an installation was made from: the lock file, every package.json, and
 * the kind of Node that native modules were compiled for.
 *
 * @param {{ root: string, abi: string, platform?: string, arch?: string }} options
 */
export function installStamp(options) {
  const { root, abi, platform, arch } = { ...process, ...options };
  const hash = createHash('sha256').update(`${platform} ${arch} ${abi}\n`);
  for (const file of ['yarn.lock', '.yarnrc.yml', ...manifests(root)]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function manifests(root) {
  const packages = ['packages', 'plugins'].flatMap(group =>
    readdirSync(join(root, group)).map(name => `${group}/${name}`),
  );
  return ['.', ...packages.sort()]
    .map(directory => `${directory}/package.json`)
    .filter(file => existsSync(join(root, file)));
}
