import { statSync } from 'node:fs';
import { posix } from 'node:path';
import { Complaint } from '../running/Complaint.mjs';
import { runCommand } from '../running/runCommand.mjs';

/** A package of text: more than this is something that strayed in. */
const LARGEST_KB = 1024;

/**
 * Opens an archive as npm gets it, and says what an installation would miss or
 * should not have got.
 *
 * @param {string} archive
 * @returns {Promise<{ faults: string[], note: string }>}
 */
export async function faultsOfArchive(archive) {
  const files = (await tar('-tzf', archive))
    .split('\n')
    .filter(line => line && !line.endsWith('/'))
    .map(path => path.replace(/^package\//, ''));
  const manifest = await tar('-xzOf', archive, 'package/package.json');
  const kilobytes = Math.ceil(statSync(archive).size / 1024);
  return {
    faults: [
      ...faultsOf(files, JSON.parse(manifest)),
      ...(kilobytes > LARGEST_KB ? [`is ${kilobytes} kB large`] : []),
    ],
    note: `${files.length} files, ${kilobytes} kB`,
  };
}

/**
 * @param {string[]} files paths inside the package
 * @param {object} manifest its package.json
 * @returns {string[]}
 */
export function faultsOf(files, manifest) {
  const missing = promisedBy(manifest).filter(path => !isThere(files, path));
  const strayed = files.filter(path =>
    /^src\/|\.test\.|(^|\/)testing\/|package\.json-prepack/.test(path),
  );
  const unresolved = Object.entries(manifest.dependencies ?? {}).filter(
    ([, range]) => /^(workspace|file|link|portal):/.test(range),
  );
  return [
    ...missing.map(path => `${path} is promised and not there`),
    ...strayed.map(path => `${path} is no business of an installation`),
    ...unresolved.map(([name, range]) => `depends on ${name} as ${range}`),
  ];
}

/** Every path that package.json names, and what each package has to have. */
function promisedBy({ main, types, module, exports, files, ...manifest }) {
  const named = [main, types, module, ...files, ...targetsOf(exports)];
  if (typeof manifest.configSchema === 'string') {
    named.push(manifest.configSchema);
  }
  return [...new Set([...named, 'README.md', 'LICENSE'])]
    .filter(Boolean)
    .map(path => posix.normalize(path));
}

function targetsOf(exports) {
  if (typeof exports === 'string') return [exports];
  return Object.values(exports ?? {}).flatMap(targetsOf);
}

function isThere(files, path) {
  return files.some(file => file === path || file.startsWith(`${path}/`));
}

async function tar(...args) {
  const { code, output } = await runCommand('tar', args);
  if (code !== 0) throw new Complaint(output);
  return output;
}
