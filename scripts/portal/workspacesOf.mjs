import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The directories of a workspace package and of all workspace packages that it
 * depends on, directly or not.
 *
 * @param {string} root
 * @param {string} directory such as packages/app
 * @returns {string[]}
 */
export function workspacesOf(root, directory) {
  const directories = directoriesByName(root);
  const found = new Set();
  const visit = path => {
    if (found.has(path)) return;
    found.add(path);
    const { dependencies = {} } = manifest(root, path);
    for (const name of Object.keys(dependencies)) {
      if (directories.has(name)) visit(directories.get(name));
    }
  };
  visit(directory);
  return [...found];
}

function directoriesByName(root) {
  const directories = ['packages', 'plugins'].flatMap(group =>
    readdirSync(join(root, group)).map(name => `${group}/${name}`),
  );
  return new Map(directories.map(path => [manifest(root, path).name, path]));
}

function manifest(root, directory) {
  return JSON.parse(
    readFileSync(join(root, directory, 'package.json'), 'utf8'),
  );
}
