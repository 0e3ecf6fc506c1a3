import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isSupported } from './supportedNode.mjs';

/**
 * @typedef {object} NodeProgram
 * @property {string} path
 * @property {string} version such as v24.1.0
 * @property {string} abi what native modules are compiled for
 */

/**
 * The first Node that fits: the running one, then those on PATH, then the one
 * that an earlier run fetched.
 *
 * @param {object} options
 * @param {NodeProgram} options.running
 * @param {string} options.searchPath the PATH variable
 * @param {string} [options.fetched]
 * @param {(path: string) => Promise<NodeProgram | undefined>} options.describe
 * @returns {Promise<NodeProgram | undefined>}
 */
export async function findNode({ running, searchPath, fetched, describe }) {
  if (isSupported(running.version)) return running;
  const candidates = [...nodesOn(searchPath), ...(fetched ? [fetched] : [])];
  for (const path of candidates) {
    const node = await describe(path);
    if (node && isSupported(node.version)) return node;
  }
  return undefined;
}

function nodesOn(searchPath) {
  return searchPath
    .split(':')
    .filter(directory => directory !== '')
    .flatMap(directory =>
      ['node', 'node24', 'node22'].map(name => join(directory, name)),
    )
    .filter(path => existsSync(path));
}
