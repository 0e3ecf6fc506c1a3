/**
 * `node scripts/pack.mjs <directory>`: builds the published packages, packs
 * each as npm would get it, and opens what came out. A fault that only shows
 * in somebody else's portal, such as a missing migration, is told here.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { faultsOfArchive } from './packing/faultsOfArchive.mjs';
import { packWorkspace } from './packing/packWorkspace.mjs';
import { Complaint } from './running/Complaint.mjs';
import { endAllOnSignals } from './running/endings.mjs';
import { runSteps } from './running/runSteps.mjs';
import { runBin } from './testing/runBin.mjs';

const root = join(import.meta.dirname, '..');

async function pack(target) {
  if (!target) throw new Complaint('Usage: node scripts/pack.mjs <directory>');
  mkdirSync(target, { recursive: true });
  const archives = [];
  const { failed } = await runSteps([
    { title: 'types', run: () => declareTypes() },
    ...workspaces().map(workspace => ({
      title: workspace.directory,
      async run() {
        const archive = await packWorkspace(root, workspace, target);
        archives.push({ ...workspace, archive });
        const { faults, note } = await faultsOfArchive(archive);
        return { failed: faults.length, note, output: faults.join('\n') };
      },
    })),
  ]);
  return failed === 0 ? resolutionsFor(archives) : undefined;
}

/** The build of a package bundles the declarations that lie in dist-types. */
async function declareTypes() {
  const { code, output } = await runBin(root, 'tsc', []);
  if (code !== 0) throw new Complaint(output);
}

function workspaces() {
  return readdirSync(join(root, 'plugins')).map(name => {
    const directory = `plugins/${name}`;
    const file = join(root, directory, 'package.json');
    return { directory, name: JSON.parse(readFileSync(file, 'utf8')).name };
  });
}

/** The packages name each other by version: a portal has to be told the files. */
function resolutionsFor(archives) {
  const resolutions = Object.fromEntries(
    archives.map(({ name, archive }) => [
      name,
      // Relative, so that the portal can be built elsewhere too.
      `file:./${relative(dirname(dirname(archive)), archive)}`,
    ]),
  );
  return `\nFor package.json beside the archives' directory:\n${JSON.stringify(
    { resolutions },
    null,
    2,
  )}`;
}

endAllOnSignals();
try {
  const advice = await pack(process.argv[2] && resolve(process.argv[2]));
  if (advice) console.log(advice);
  else process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
