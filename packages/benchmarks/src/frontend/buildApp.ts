import { execFile } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const ROOT = resolvePackagePath('@agent-tasks/benchmarks', '../..');
/** What a build looks for at the root of a repository. */
const ROOT_FILES = [
  'package.json',
  'tsconfig.json',
  'backstage.json',
  'yarn.lock',
  'app-config.yaml',
];
const APP_FILES = ['package.json', 'src', 'public'];

/**
 * Builds what the browser loads, from a copy: a portal that runs serves packages/app/dist, which
 * every build empties.
 *
 * @param directory - not there yet
 * @param without - npm names of plugins that are left out
 * @returns the copy of packages/app, with its `dist`
 */
export async function buildApp(
  directory: string,
  without: string[] = [],
): Promise<string> {
  const app = join(directory, 'packages/app');
  await mkdir(app, { recursive: true });
  for (const file of ROOT_FILES) {
    await cp(join(ROOT, file), join(directory, file));
  }
  for (const file of APP_FILES) {
    const from = join(ROOT, 'packages/app', file);
    await cp(from, join(app, file), { recursive: true });
  }
  for (const shared of ['node_modules', 'plugins']) {
    await symlink(join(ROOT, shared), join(directory, shared));
  }
  const packages = without.length > 0 ? { exclude: without } : 'all';
  const choice = join(directory, 'packages.json');
  await writeFile(choice, JSON.stringify({ app: { packages } }));
  await promisify(execFile)(
    process.execPath,
    [
      join(ROOT, 'node_modules/.bin/backstage-cli'),
      ...['package', 'build'],
      ...['--config', join(directory, 'app-config.yaml')],
      ...['--config', choice],
    ],
    {
      cwd: app,
      env: { ...process.env, NODE_ENV: 'production' },
      maxBuffer: 64 * 2 ** 20,
    },
  );
  return app;
}
