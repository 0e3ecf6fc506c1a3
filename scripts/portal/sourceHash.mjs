import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IGNORED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * One word for the content of all files under these paths.
 *
 * @param {string} root
 * @param {string[]} paths files or directories, relative to root
 */
export function sourceHash(root, paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) addTo(hash, root, path);
  return hash.digest('hex');
}

function addTo(hash, root, path) {
  const entries = entriesOf(join(root, path));
  if (!entries) {
    hash.update(`${path}\n`).update(readFileSync(join(root, path)));
    return;
  }
  for (const name of entries) {
    if (!IGNORED.has(name)) addTo(hash, root, join(path, name));
  }
}

/** @returns {string[] | undefined} undefined for a file */
function entriesOf(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
