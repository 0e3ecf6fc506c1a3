import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where a Node program's C++ headers are: the directory that node-gyp calls
 * nodedir. Headers of another version lie in that place on some machines, and
 * native modules compiled with them crash, so the version is compared.
 *
 * @param {{ path: string, version: string }} node
 * @returns {string | undefined}
 */
export function headersOf({ path, version }) {
  const prefix = dirname(dirname(path));
  return versionOfHeaders(prefix) === version ? prefix : undefined;
}

function versionOfHeaders(prefix) {
  let text;
  try {
    text = readFileSync(join(prefix, 'include/node/node_version.h'), 'utf8');
  } catch {
    return undefined;
  }
  const part = name =>
    new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1];
  return `v${part('MAJOR')}.${part('MINOR')}.${part('PATCH')}`;
}
