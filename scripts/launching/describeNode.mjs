import { runCommand } from '../running/runCommand.mjs';

/** Asks a Node program who it is; undefined when it does not run. */
export async function describeNode(path) {
  const { code, output } = await runCommand(path, [
    '--print',
    '[process.execPath, process.version, process.versions.modules].join(" ")',
  ]);
  const [execPath, version, abi] = output.trim().split('\n').pop().split(' ');
  if (code !== 0 || !abi) return undefined;
  return { path: execPath, version, abi };
}

export const runningNode = {
  path: process.execPath,
  version: process.version,
  abi: process.versions.modules,
};
