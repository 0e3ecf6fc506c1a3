import {
  cpSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';

const ROOMS = ['packages', 'plugins'];
/** Read by tests, and spoilt by none. */
const READ_ONLY = ['examples'];
const LEFT_OUT = ['node_modules', 'dist', 'dist-types', 'coverage'];

/**
 * Copies the sources of the repository to where they can be spoilt. What is installed is linked,
 * but our own packages are linked to their copies.
 *
 * @param {string} root
 * @param {string} copy an empty directory
 */
export function copyTree(root, copy) {
  for (const { name } of readdirSync(root, { withFileTypes: true }).filter(
    entry => entry.isFile(),
  )) {
    cpSync(join(root, name), join(copy, name));
  }
  for (const room of ROOMS) {
    cpSync(join(root, room), join(copy, room), {
      recursive: true,
      filter: path => !LEFT_OUT.includes(basename(path)),
    });
    for (const name of readdirSync(join(root, room))) {
      linkInstalled(root, copy, join(room, name, 'node_modules'));
    }
  }
  linkInstalled(root, copy, 'node_modules');
  for (const name of READ_ONLY) {
    symlinkSync(join(root, name), join(copy, name));
  }
}

/** Entry by entry, because some lead back into the repository. */
function linkInstalled(root, copy, directory) {
  const from = join(root, directory);
  for (const name of entriesOf(from)) {
    if (name.startsWith('@')) {
      linkInstalled(root, copy, join(directory, name));
      continue;
    }
    mkdirSync(join(copy, directory), { recursive: true });
    const inside = relative(root, realpathSync(join(from, name)));
    const isOurs = ROOMS.some(
      room =>
        inside.startsWith(`${room}/`) && !inside.includes('node_modules/'),
    );
    symlinkSync(
      join(isOurs ? copy : root, isOurs ? inside : join(directory, name)),
      join(copy, directory, name),
    );
  }
}

function entriesOf(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
