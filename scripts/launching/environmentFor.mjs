import { delimiter, dirname } from 'node:path';
import { headersOf } from './headersOf.mjs';

/**
 * The environment in which everything runs on this Node: first on PATH, and
 * native modules compiled with its headers. A nodedir that came from somewhere
 * else describes another Node; without headers node-gyp downloads them.
 *
 * @param {import('./findNode.mjs').NodeProgram} node
 * @param {NodeJS.ProcessEnv} env
 */
export function environmentFor(node, env) {
  const { npm_config_nodedir: given, ...rest } = env;
  const headers =
    headersOf(node) ?? (node.path === process.execPath ? given : undefined);
  return {
    ...rest,
    PATH: [dirname(node.path), env.PATH].join(delimiter),
    ...(headers && { npm_config_nodedir: headers }),
  };
}
