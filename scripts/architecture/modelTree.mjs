import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';

/** A small repository that keeps every rule; tests plant one violation each. */
const model = {
  'packages/backend/src/index.ts': `import '@agent-tasks/backstage-plugin-agent-tasks-backend';`,
  'packages/backend/src/demo.ts': `import { signIn } from './demoSignIn'; signIn();`,
  'packages/backend/src/demoSignIn.ts': `export const signIn = () => {};`,
  'packages/github-simulator/src/index.ts': `export const simulator = {};`,
  'packages/benchmarks/src/index.ts': `
    import { Knex } from 'knex';
    import { simulator } from '@agent-tasks/github-simulator';
    import { isDue } from '../../../plugins/agent-tasks-backend/src/domain/isDue';
    export const fill = (knex: Knex) => [simulator, isDue];`,

  'plugins/agent-tasks-common/src/index.ts': `export * from './task';`,
  'plugins/agent-tasks-common/src/task.ts': `export type Task = { id: string };`,

  'plugins/agent-tasks-node/src/index.ts': `export type Provider = {};`,
  'plugins/agent-tasks-node/src/testUtils/index.ts': `export const contract = {};`,

  'plugins/agent-tasks-backend/src/index.ts': `export { plugin as default } from './plugin';`,
  'plugins/agent-tasks-backend/src/plugin.ts': `
    import { router } from './http/router';
    import { tools } from './actions/tools';
    import { DatabaseTaskStore } from './store/DatabaseTaskStore';
    import { catalog } from './outside/catalog';
    export const plugin = [router, tools, DatabaseTaskStore, catalog];`,
  'plugins/agent-tasks-backend/src/http/router.ts': `
    import { submit } from '../access/submit';
    export const router = submit;`,
  'plugins/agent-tasks-backend/src/actions/tools.ts': `
    import { submit } from '../access/submit';
    export const tools = submit;`,
  'plugins/agent-tasks-backend/src/access/submit.ts': `
    import { start } from '../engine/start';
    import { isDue } from '../domain/isDue';
    export const submit = [start, isDue];`,
  'plugins/agent-tasks-backend/src/engine/start.ts': `
    import type { TaskStore } from '../store/TaskStore';
    import type { Provider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
    import { isDue } from '../domain/isDue';
    export const start = (store: TaskStore, provider: Provider) => isDue;`,
  'plugins/agent-tasks-backend/src/engine/CatalogPort.ts': `export type CatalogPort = {};`,
  'plugins/agent-tasks-backend/src/outside/catalog.ts': `
    import type { CatalogPort } from '../engine/CatalogPort';
    export const catalog: CatalogPort = {};`,
  'plugins/agent-tasks-backend/src/store/TaskStore.ts': `
    import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
    export type TaskStore = { get(): Task };`,
  'plugins/agent-tasks-backend/src/store/DatabaseTaskStore.ts': `
    import type { TaskStore } from './TaskStore';
    import { claim } from './statements/claim';
    import { release } from './statements/release';
    export const DatabaseTaskStore: [TaskStore] = [claim, release];`,
  'plugins/agent-tasks-backend/src/store/statements/claim.ts': `
    import type { Knex } from 'knex';
    import { isDue } from '../../domain/isDue';
    export const claim = (knex: Knex) => isDue;`,
  'plugins/agent-tasks-backend/src/store/statements/release.ts': `export const release = 1;`,
  'plugins/agent-tasks-backend/src/domain/isDue.ts': `
    import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
    export const isDue = (task: Task) => true;`,
  'plugins/agent-tasks-backend/src/domain/isDue.test.ts': `
    import fastCheck from 'fast-check';
    import { simulator } from '@agent-tasks/github-simulator';
    import { isDue } from './isDue';
    fastCheck(isDue, simulator);`,

  'plugins/agent-tasks-backend-module-github/src/index.ts': `export * from './client/rest';`,
  'plugins/agent-tasks-backend-module-github/src/client/rest.ts': `
    import { Octokit } from '@octokit/rest';
    export const rest = new Octokit();`,

  'plugins/agent-tasks/src/index.ts': `export { plugin as default } from './plugin';`,
  'plugins/agent-tasks/src/plugin.tsx': `
    import { page } from './extensions/page';
    export const plugin = page;`,
  'plugins/agent-tasks/src/extensions/page.tsx': `
    import { TaskPage } from '../components/TaskPage';
    export const page = TaskPage;`,
  'plugins/agent-tasks/src/components/TaskPage.tsx': `
    import { useTask } from '../hooks/useTask';
    import type { Client } from '../api/Client';
    export const TaskPage = (client: Client) => useTask;`,
  'plugins/agent-tasks/src/hooks/useTask.ts': `
    import { Client } from '../api/Client';
    export const useTask = Client;`,
  'plugins/agent-tasks/src/api/Client.ts': `export class Client {}`,
};

const workspaces = {
  '@agent-tasks/github-simulator': 'packages/github-simulator',
  '@agent-tasks/backstage-plugin-agent-tasks-common':
    'plugins/agent-tasks-common',
  '@agent-tasks/backstage-plugin-agent-tasks-node': 'plugins/agent-tasks-node',
  '@agent-tasks/backstage-plugin-agent-tasks-backend':
    'plugins/agent-tasks-backend',
};

const fromNpm = [
  'knex',
  'liquidjs',
  'fast-check',
  '@octokit/rest',
  '@octokit/openapi-types',
  '@backstage/backend-plugin-api',
];

/**
 * The names of the rules that the model breaks with these files added.
 *
 * @param {{ forbidden: object[], options: object }} config
 * @param {Record<string, string>} planted content by path
 * @returns {Promise<string[]>}
 */
export async function brokenRules({ forbidden, options }, planted) {
  const root = mkdtempSync(join(tmpdir(), 'architecture-'));
  try {
    build(root, { ...model, ...planted });
    const { output } = await cruise(['packages', 'plugins'], {
      ...options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
    });
    const names = output.summary.violations.map(({ rule }) => rule.name);
    return [...new Set(names)].sort();
  } finally {
    rmSync(root, { recursive: true });
  }
}

function build(root, files) {
  for (const [path, content] of Object.entries(files)) {
    write(join(root, path), content);
  }
  for (const [name, directory] of Object.entries(workspaces)) {
    write(
      join(root, directory, 'package.json'),
      JSON.stringify({ name, main: 'src/index.ts' }),
    );
    const link = join(root, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, directory), link);
  }
  for (const name of fromNpm) {
    write(
      join(root, 'node_modules', name, 'package.json'),
      `{ "main": "x.js" }`,
    );
    write(join(root, 'node_modules', name, 'x.js'), '');
  }
}

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
